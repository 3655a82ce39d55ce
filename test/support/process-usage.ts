import { readFileSync } from 'node:fs';
import type { GatewayProcess } from './process.ts';

/** The processor time that a gateway has used since it was started, in milliseconds, in steps of 10. Linux only. */
export function cpuMs({ child }: GatewayProcess): number {
  const stat = readFileSync(`/proc/${child.pid}/stat`, 'utf8');
  // The name of the program, in parentheses, may contain spaces. User and system time are the 14th and 15th field, in hundredths of a second.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** The memory that a gateway holds, in megabytes. Linux only. */
export function memoryMb({ child }: GatewayProcess): number {
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}

/** The processor time of a gateway for so many runs of something, one after the other, in milliseconds each. */
export async function cpuMsEach(gateway: GatewayProcess, runs: number, run: () => Promise<unknown>): Promise<number> {
  const before = cpuMs(gateway);
  for (let n = 0; n < runs; n++) await run();
  return (cpuMs(gateway) - before) / runs;
}
