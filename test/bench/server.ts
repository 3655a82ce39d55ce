import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { START_FLAGS } from './start-flags.ts';

export const ROOT = path.join(import.meta.dirname, '../..');
/** Those of `npm start`, for all servers alike, and what else is wanted for a look inside, such as `--cpu-prof`. */
const NODE_FLAGS = [...START_FLAGS, ...(process.env.BENCH_NODE_FLAGS?.split(' ') ?? [])];
/** Linux counts processor time in these: sysconf(_SC_CLK_TCK). */
const TICKS_PER_SECOND = 100;

export interface Server {
  url: string;
  /** Milliseconds from the start of the process until it said that it is ready. */
  startMs: number;
  /** Milliseconds of processor time so far, of the system's work for it too. */
  cpu(): number;
  /** Resident memory in bytes. */
  memory(): number;
  stop(): Promise<void>;
}

export interface ServerOptions {
  env?: Record<string, string>;
  cwd?: string;
  /** The Node that runs it; this one unless told. */
  node?: string | undefined;
  /** Runs it through tsx, as its own files ending in .ts are. */
  tsx?: boolean | undefined;
}

/** Starts a server, as in production, that prints `ready on <url>`. @throws with its output when it ends before */
export async function startServer(
  script: string,
  args: string[],
  { env = {}, cwd = ROOT, node, tsx }: ServerOptions = {},
): Promise<Server> {
  const flags = tsx || script.endsWith('.ts') ? ['--import', 'tsx'] : [];
  const start = performance.now();
  const child = spawn(node ?? process.execPath, [...NODE_FLAGS, ...flags, script, ...args], {
    cwd,
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    let output: string | null = '';
    const read = (chunk: Buffer) => {
      if (output === null) return;
      output += chunk;
      const found = /ready on (http:\/\/[^\s"]+)/.exec(output)?.[1];
      if (!found) return;
      output = null;
      resolve(found);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code}: ${output}`)));
  });
  const startMs = performance.now() - start;
  const proc = (file: string) => readFileSync(`/proc/${child.pid}/${file}`, 'utf8');
  return {
    url: url.replace(/\/$/, ''),
    startMs,
    cpu() {
      const [user, system] = proc('stat').split(') ')[1]?.split(' ').slice(11, 13).map(Number) ?? [];
      return (((user ?? 0) + (system ?? 0)) / TICKS_PER_SECOND) * 1000;
    },
    memory: () => Number(/VmRSS:\s+(\d+)/.exec(proc('status'))?.[1]) * 1024,
    async stop() {
      if (child.exitCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}
