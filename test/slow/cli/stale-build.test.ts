import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = path.join(import.meta.dirname, '../../..');
const COPIED = ['src', 'prisma', 'scripts', '.config', 'package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json'];

describe('npm start', () => {
  let checkout: string;

  beforeAll(async () => {
    checkout = await mkdtemp(path.join(tmpdir(), 'tour-gateway-checkout-'));
    for (const name of COPIED) await cp(path.join(ROOT, name), path.join(checkout, name), { recursive: true });
    await symlink(path.join(ROOT, 'node_modules'), path.join(checkout, 'node_modules'));
  });
  afterAll(() => rm(checkout, { recursive: true, force: true }));

  /** Starts the gateway, waits until it serves, and stops it. Resolves with what it printed. */
  async function start(): Promise<string> {
    const env = { ...process.env, PORT: '0', DATABASE_URL: '', DATA_DIR: ':memory:', LOG_LEVEL: 'info' };
    const child = spawn('npm', ['start'], { cwd: checkout, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    const closed = once(child, 'close');
    let output = '';
    await new Promise<void>((resolve, reject) => {
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (chunk) => {
          output += chunk;
          if (/ready on http:\S+/.test(output)) resolve();
        });
      child.once('close', (code) => reject(new Error(`npm ended with ${code}: ${output}`)));
    });
    // The whole process group: npm and the gateway.
    process.kill(-(child.pid as number), 'SIGTERM');
    await closed;
    return output;
  }

  const builtAt = async () => (await stat(path.join(checkout, 'dist/cli.js'))).mtimeMs;

  it('builds what was never built, builds again after a change, and not without one', async () => {
    expect(await start()).not.toContain('prepared: ready on');

    const greeting = path.join(checkout, 'src/cli/greeting.ts');
    await writeFile(greeting, (await readFile(greeting, 'utf8')).replace('ready on', 'prepared: ready on'));
    expect(await start()).toContain('prepared: ready on');

    const before = await builtAt();
    expect(await start()).toContain('prepared: ready on');
    expect(await builtAt()).toBe(before);
  });

  it('does not start what it cannot build', async () => {
    await writeFile(path.join(checkout, 'src/cli/greeting.ts'), 'export const = ;');
    await expect(start()).rejects.toThrow('npm ended with 1');
  });
});
