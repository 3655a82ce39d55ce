import { readFileSync } from 'node:fs';

/** A live process of this host. `startedAt` is what the system says of its start, to be compared only; null where it says nothing. */
export interface RunningProcess {
  startedAt: string | null;
}

/** Null when there is no such process, or only its remains that nobody has collected yet. */
export function findProcess(pid: number): RunningProcess | null {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives, and belongs to somebody else.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return null;
  }
  const stat = readStat(pid);
  if (stat === null) return { startedAt: null };
  // The second field is the program's name in brackets and may hold anything; state is the first field after it, start time the twentieth.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' || fields[0] === 'X' ? null : { startedAt: fields[19] ?? null };
}

function readStat(pid: number): string | null {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return null;
  }
}
