import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { inject } from 'vitest';

const run = promisify(execFile);

export interface Outcome {
  code: number;
  /** Standard output. */
  output: string;
  /** Standard error. */
  complaint: string;
}

/** Runs a command of the gateway as built, in a process of its own, until it ends. Settings of the machine do not reach it. */
export async function runCli(args: readonly string[], env: Record<string, string> = {}, cwd?: string): Promise<Outcome> {
  const settings = { DATABASE_URL: '', TOUR_GATEWAY_URL: '', TOUR_GATEWAY_KEY: '', ...env };
  return run(process.execPath, [inject('builtCli'), ...args], {
    env: { ...process.env, ...settings },
    ...(cwd !== undefined && { cwd }),
  }).then(
    ({ stdout, stderr }) => ({ code: 0, output: stdout, complaint: stderr }),
    ({ code, stdout, stderr }) => ({ code, output: stdout, complaint: stderr }),
  );
}
