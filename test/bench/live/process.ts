import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { START_FLAGS } from '../start-flags.ts';
import { type Inspector, openInspector } from './inspector.ts';
import type { CrowdOrder, CrowdReport } from './protocol.ts';

const ROOT = path.join(import.meta.dirname, '../../..');
/** Those of `npm start`, for both servers alike, and what else is wanted for a look inside, such as `--cpu-prof`. */
const NODE_FLAGS = [...START_FLAGS, ...(process.env.BENCH_NODE_FLAGS?.split(' ') ?? [])];
/** Linux counts processor time in these: sysconf(_SC_CLK_TCK). */
const TICKS_PER_SECOND = 100;

export interface ServerProcess {
  url: string;
  /** Milliseconds of processor time so far, of the system's work for it too. */
  cpu(): number;
  /** Resident memory in bytes. */
  memory(): number;
  /** Of a server that was started with `inspect`. */
  inspector(): Promise<Inspector>;
  stop(): Promise<void>;
}

export interface ServerOptions {
  env?: Record<string, string>;
  /** Whether `inspector` will be asked for. */
  inspect?: boolean;
}

/** Starts a server that says `ready on <url>`. */
export async function startServer(script: string, args: string[], { env, inspect = false }: ServerOptions = {}): Promise<ServerProcess> {
  const flags = [...(inspect ? ['--inspect=127.0.0.1:0'] : []), ...(script.endsWith('.ts') ? ['--import', 'tsx'] : [])];
  const child = spawn(process.execPath, [...NODE_FLAGS, ...flags, script, ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const url = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk;
      const found = /ready on (http:\S+)/.exec(output)?.[1];
      if (found) resolve(found);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code}: ${output}`)));
  });
  const proc = (file: string) => readFileSync(`/proc/${child.pid}/${file}`, 'utf8');
  return {
    url: url.replace(/\/$/, ''),
    cpu() {
      const [userTicks, systemTicks] = proc('stat').split(') ')[1]?.split(' ').slice(11, 13).map(Number) ?? [];
      return (((userTicks ?? 0) + (systemTicks ?? 0)) / TICKS_PER_SECOND) * 1000;
    },
    memory: () => Number(/VmRSS:\s+(\d+)/.exec(proc('status'))?.[1]) * 1024,
    inspector: () => openInspector(/Debugger listening on (ws:\S+)/.exec(output)?.[1] ?? ''),
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

export interface Crowd {
  open(order: CrowdOrder): Promise<number>;
  report(): Promise<CrowdReport>;
  close(): Promise<void>;
}

export function startCrowd(): Crowd {
  const child: ChildProcess = fork(path.join(import.meta.dirname, 'crowd.ts'), { execArgv: ['--import', 'tsx'] });
  const ask = async <Answer>(message: object): Promise<Answer> => {
    const answer = once(child, 'message');
    child.send(message);
    return (await answer)[0] as Answer;
  };
  return {
    open: async (order) => (await ask<{ opened: number }>({ open: order })).opened,
    report: () => ask<CrowdReport>({ report: true }),
    async close() {
      const ended = once(child, 'exit');
      child.send({ close: true });
      await ended;
    },
  };
}
