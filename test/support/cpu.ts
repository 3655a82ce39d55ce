import { readFileSync } from 'node:fs';
import type { GatewayProcess } from './process.ts';

/** A tick of the kernel's clock, in milliseconds; 100 a second on every Linux. */
const TICK_MS = 10;

/** The processor time that a gateway process has used so far, in milliseconds. */
function cpuMs({ child }: Pick<GatewayProcess, 'child'>): number {
  const [, , , , , , , , , , , user = 0, system = 0] = readFileSync(`/proc/${child.pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
    .map(Number);
  return (user + system) * TICK_MS;
}

/** The resident memory of a gateway process, in megabytes. */
export function memoryMb({ child }: Pick<GatewayProcess, 'child'>): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024;
}

/** The processor time of a gateway process for so many runs of something, in milliseconds each. */
export async function cpuMsEach(gateway: Pick<GatewayProcess, 'child'>, runs: number, run: () => Promise<unknown>): Promise<number> {
  const before = cpuMs(gateway);
  for (let n = 0; n < runs; n++) await run();
  return (cpuMs(gateway) - before) / runs;
}
