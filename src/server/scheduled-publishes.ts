import type { Deps } from '../domain/deps.ts';
import { publishDue, SCHEDULE_CHANNEL } from '../domain/tour/publish-due.ts';
import type { Logger } from './log.ts';

/** An announcement may be lost. */
const LONGEST_WAIT_MS = 60_000;

/** When the database is away. */
const RETRY_MS = 1000;

/**
 * Publishes drafts at their scheduled moments: at once what has become due while no node ran, then whenever the next moment comes, on whichever node is first.
 * Nothing is kept but a timer for that moment, which is set anew when any node announces another.
 *
 * @returns the end of it, which waits for the publish that is under way
 */
export async function startScheduledPublishes(deps: Deps, log: Logger): Promise<() => Promise<void>> {
  const stopping = new AbortController();
  let running: Promise<void> | null = null;
  let isOutdated = false;
  let timer: NodeJS.Timeout | undefined;

  async function run(): Promise<void> {
    let waitMs: number;
    do {
      isOutdated = false;
      waitMs = await publishDue(deps, stopping.signal, (tourId, err) => log.error({ tourId, err }, 'scheduled publish')).catch((err) => {
        log.warn({ err }, 'scheduled publishes');
        return RETRY_MS;
      });
    } while (isOutdated && !stopping.signal.aborted);
    running = null;
    if (!stopping.signal.aborted) timer = setTimeout(look, Math.min(waitMs, LONGEST_WAIT_MS)).unref();
  }

  function look(): void {
    clearTimeout(timer);
    isOutdated = true;
    running ??= run();
  }

  const unlisten = await deps.db.listen(SCHEDULE_CHANNEL, look, look);
  look();
  return async () => {
    stopping.abort();
    clearTimeout(timer);
    await unlisten();
    await running;
  };
}
