import { isUnavailable } from '../db/pg-errors.ts';

/** Too many events wait for the database, of all groups or of one: come back later. */
export class QueueFullError extends Error {}

export interface EventQueue<Event, Outcome> {
  /**
   * Waits until the events are committed.
   *
   * @param bytes about how much memory they take
   * @param group whose events these are
   * @returns the outcome of the batch that they were written with; null when there are none
   * @throws QueueFullError at once, nothing of it being kept; the error of the database, after which the events may be sent again
   */
  add(events: readonly Event[], bytes: number, group: number): Promise<Outcome | null>;
  /** Takes nothing more, and waits for what it has taken. */
  close(): Promise<void>;
}

interface Waiting<Event, Outcome> {
  events: readonly Event[];
  bytes: number;
  group: number;
  done(outcome: Outcome): void;
  failed(error: unknown): void;
}

interface Size {
  events: number;
  bytes: number;
}

interface QueueOptions<Event, Outcome> {
  /** Writes a batch whole or not at all. */
  write(events: readonly Event[]): Promise<Outcome>;
  /** How many events may wait, and how many bytes of them. */
  capacity: Size;
  /** The same for one group, so that none takes all the room. */
  groupCapacity: Size;
  /** How much a batch holds at most, unless a single request is more. */
  batch: Size;
}

/**
 * Writes the events of many requests together. One batch at a time, so that it takes one connection, however many requests there are: while a batch is being
 * written the next one gathers. A batch that fails is written again request by request, so that nobody's events fail because of somebody else's.
 */
export function createEventQueue<Event, Outcome>({
  write,
  capacity,
  groupCapacity,
  batch: most,
}: QueueOptions<Event, Outcome>): EventQueue<Event, Outcome> {
  let waiting: Waiting<Event, Outcome>[] = [];
  const size: Size = { events: 0, bytes: 0 };
  /** Groups that have events waiting: no more than there are events. */
  const groups = new Map<number, Size>();
  let isClosed = false;
  let running: Promise<void> | null = null;

  function grow({ events, bytes, group }: Waiting<Event, Outcome>, sign: 1 | -1): void {
    const ofGroup = groups.get(group) ?? { events: 0, bytes: 0 };
    for (const each of [size, ofGroup]) {
      each.events += sign * events.length;
      each.bytes += sign * bytes;
    }
    if (ofGroup.events > 0) groups.set(group, ofGroup);
    else groups.delete(group);
  }

  function isFull(current: Size, max: Size, { events, bytes }: Size): boolean {
    return current.events + events > max.events || current.bytes + bytes > max.bytes;
  }

  function takeBatch(): Waiting<Event, Outcome>[] {
    const sum: Size = { events: 0, bytes: 0 };
    const end = waiting.findIndex(({ events, bytes }, n) => {
      sum.events += events.length;
      sum.bytes += bytes;
      return n > 0 && (sum.events > most.events || sum.bytes > most.bytes);
    });
    const batch = end < 0 ? waiting : waiting.slice(0, end);
    waiting = end < 0 ? [] : waiting.slice(end);
    for (const request of batch) grow(request, -1);
    return batch;
  }

  async function writeAlone({ events, done, failed }: Waiting<Event, Outcome>): Promise<void> {
    await write(events).then(done, failed);
  }

  async function writeBatch(batch: Waiting<Event, Outcome>[]): Promise<void> {
    try {
      const outcome = await write(batch.flatMap(({ events }) => events));
      for (const { done } of batch) done(outcome);
    } catch (error) {
      if (batch.length === 1 || isUnavailable(error)) for (const { failed } of batch) failed(error);
      else for (const request of batch) await writeAlone(request);
    }
  }

  async function run(): Promise<void> {
    while (waiting.length > 0) await writeBatch(takeBatch());
    running = null;
  }

  return {
    add(events, bytes, group) {
      if (events.length === 0) return Promise.resolve(null);
      const more = { events: events.length, bytes };
      const ofGroup = groups.get(group) ?? { events: 0, bytes: 0 };
      if (isClosed || isFull(size, capacity, more) || isFull(ofGroup, groupCapacity, more)) return Promise.reject(new QueueFullError());
      return new Promise<Outcome>((done, failed) => {
        const request = { events, bytes, group, done, failed };
        waiting.push(request);
        grow(request, 1);
        running ??= run();
      });
    },
    async close() {
      isClosed = true;
      await running;
    },
  };
}
