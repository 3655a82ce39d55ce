import type { Deps } from '../domain/deps.ts';
import { purge, type Retention } from '../domain/retention.ts';
import type { Logger } from './log.ts';

const INTERVAL_MS = 3_600_000;

/** Removes what is past its time, now and every hour. @returns the end of it, which waits for the transaction that is under way */
export function startHousekeeping(deps: Deps, retention: Retention, log: Logger): () => Promise<void> {
  const stopping = new AbortController();
  let running: Promise<void> | null = null;

  async function run(): Promise<void> {
    try {
      log.debug(await purge(deps, retention, stopping.signal), 'purged');
    } catch (error) {
      // What is not removed now is removed in an hour.
      log.warn({ err: error }, 'retention');
    }
    running = null;
  }

  function start(): void {
    running ??= run();
  }

  start();
  const timer = setInterval(start, INTERVAL_MS).unref();
  return async () => {
    stopping.abort();
    clearInterval(timer);
    await running;
  };
}
