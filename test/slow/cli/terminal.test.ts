import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { startProcess } from '../../support/process.ts';

const ESCAPE = '\x1b[';
/** What a line of the log begins with on a terminal, without colors. */
const LOG_LINE = /^\[\d\d:\d\d:\d\d\.\d{3}\] INFO/m;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tour-gateway-terminal-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Serves on a terminal until it is ready, then stops it with Ctrl+C. @returns what the terminal showed */
async function serveOnTerminal(env: Record<string, string>): Promise<string> {
  const terminal = spawn('script', ['-qec', `'${process.execPath}' '${inject('builtCli')}' serve`, '/dev/null'], {
    env: {
      ...process.env,
      DATABASE_URL: '',
      PORT: '0',
      LOG_LEVEL: 'info',
      DATA_DIR: folder,
      TERM: 'xterm-256color',
      FORCE_COLOR: undefined,
      ...env,
    },
    stdio: ['pipe', 'pipe', 'inherit'],
    detached: true,
  });
  const ended = once(terminal, 'close');
  let output = '';
  terminal.stdout.on('data', (chunk) => {
    if (!output.includes('/docs') && `${output}${chunk}`.includes('/docs')) setImmediate(() => terminal.stdin.write('\x03'));
    output += chunk;
  });
  await ended;
  return output.replaceAll('\r', '');
}

it('shows on a terminal what happens, readable logs to the last one, and where to go on', async () => {
  const output = await serveOnTerminal({ NO_COLOR: '1' });
  const [first = '', second = ''] = output.split('\n');
  expect(first).toBe('Starting …');
  expect(second).toBe(`Creating the embedded database in ${folder}; this takes a few seconds …`);
  expect(output).toMatch(LOG_LINE);
  expect(output).not.toContain('{"level"');
  expect(output).not.toContain(ESCAPE);
  expect(output).toMatch(/ready on (http:\S+)\n {2}Documentation: \1\/docs\n {2}GraphiQL: {6}\1\/graphql\n/);
  expect(output.match(/phx_[\w-]{43}/g)).toHaveLength(1);
  expect(output.trimEnd()).toMatch(/INFO.*: closed$/);
});

it('uses colors on a terminal that has them, and leaves out GraphiQL where that is off', async () => {
  const output = await serveOnTerminal({ GRAPHIQL: 'off' });
  expect(output).toContain(`${ESCAPE}32mINFO${ESCAPE}39m`);
  expect(output).toContain(`Preparing the embedded database in ${folder} …`);
  expect(output).toContain('/docs');
  expect(output).not.toContain('GraphiQL');
  expect(output).not.toContain('phx_');
});

it('writes logs as JSON where there is no terminal, to the last one', async () => {
  const gateway = await startProcess({ DATA_DIR: folder });
  expect(await gateway.stop('SIGTERM')).toBe(0);
  const logs = gateway
    .output()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));
  expect(logs[0]).toMatchObject({ level: 'info', msg: `Preparing the embedded database in ${folder}` });
  expect(logs.at(-1)).toMatchObject({ level: 'info', msg: 'closed' });
});
