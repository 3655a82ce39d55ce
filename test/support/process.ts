import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { inject } from 'vitest';

export interface GatewayProcess {
  child: ChildProcess;
  url: string;
  /** Standard output and error so far. */
  output(): string;
  /** Ends it with a signal and gives its exit code. */
  stop(signal: NodeJS.Signals): Promise<number | null>;
}

/** The gateway as built, in a process of its own, started as `serve` on a free port; resolves when it is ready. */
export async function startProcess(env: Record<string, string>): Promise<GatewayProcess> {
  const child = spawn(process.execPath, [inject('builtCli'), 'serve'], {
    env: { ...process.env, PORT: '0', DATABASE_URL: '', LOG_LEVEL: 'info', ...env },
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
    child.once('exit', (code) => reject(new Error(`The gateway ended with ${code}: ${output}`)));
  });
  return {
    child,
    url,
    output: () => output,
    async stop(signal) {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      const ended = once(child, 'exit');
      child.kill(signal);
      const [code] = await ended;
      return code as number | null;
    },
  };
}
