import { setTimeout as sleep } from 'node:timers/promises';
import { followers, startGateway } from './gateway.ts';
import { atRate, untilReached } from './load.ts';
import { startCrowd } from './process.ts';
import { stamp } from './protocol.ts';

/** PostgreSQL counts a session's transactions when it has been idle for ten seconds at the latest. */
const UNTIL_COUNTED_MS = 11_000;
/** Slow enough that no events are taken together. */
const PER_SECOND = 5;
const WARM_UP = 10;

export interface Watching {
  /** Statements that read, for each event of a tour. */
  reads: number;
  /** The same when the watchers ask for the tour with its draft as well. */
  readsWithTour: number;
}

/** What a database has to read for the watchers of one tour: what a save takes with them, less what it takes without. */
export async function measureWatching(watchers: number, saves: number): Promise<Watching> {
  const gateway = await startGateway();
  try {
    const unwatched = await transactionsPerSave(0, '');
    return {
      reads: (await transactionsPerSave(watchers, '')) - unwatched,
      readsWithTour: (await transactionsPerSave(watchers, 'tour { revision draft { raw } }')) - unwatched,
    };
  } finally {
    await gateway.stop();
  }

  /** A statement on its own is a transaction. What also happens in a gateway that rests is not counted. */
  async function transactionsPerSave(size: number, selection: string): Promise<number> {
    const tourId = await gateway.createTour(`Watched by ${size}${selection}`);
    const crowd = startCrowd();
    try {
      const open = size === 0 ? 0 : await crowd.open(followers(gateway, tourId, size, selection));
      await atRate(PER_SECOND, WARM_UP, () => gateway.save(tourId, stamp()));
      const idle = await transactionsOf(() => sleep((saves / PER_SECOND) * 1000));
      const { delivered: before } = await crowd.report();
      const busy = await transactionsOf(async () => {
        await atRate(PER_SECOND, saves, () => gateway.save(tourId, stamp()));
        const delivered = await untilReached(async () => (await crowd.report()).delivered - before, open * saves);
        if (delivered !== open * saves) throw new Error(`${open * saves - delivered} events were lost or taken together.`);
      });
      return (busy - idle) / saves;
    } finally {
      await crowd.close();
    }
  }

  async function transactionsOf(work: () => Promise<void>): Promise<number> {
    await sleep(UNTIL_COUNTED_MS);
    const before = await gateway.transactions();
    await work();
    await sleep(UNTIL_COUNTED_MS);
    return (await gateway.transactions()) - before;
  }
}
