import type { Database } from '../db/database.ts';
import { decodeCursor } from './cursor.ts';
import { createFeedReader } from './feed-reader.ts';
import { ProjectChannel, type Receiver } from './project-channel.ts';
import { retry } from './retry.ts';
import { type FeedSubscription, Subscriber } from './subscriber.ts';
import type { Topic } from './topic.ts';
import type { WakeUps } from './wake-up.ts';

export type { FeedEvent } from './feed-event.ts';

/** How often the database is asked whether a wake-up was lost, in milliseconds: one statement for all projects that somebody follows. */
const CHECK_INTERVAL_MS = 5_000;

export interface DraftFeedOptions {
  db: Pick<Database, 'sql'>;
  wakeUps: WakeUps;
  /** Hears of failed reads; they are made again. */
  log?: (error: unknown) => void;
}

/**
 * What happens to tours and their drafts, as it happens: in the order of the commits, each event once, from a given place on, on any node. The database's
 * table is the truth. A subscriber that reads slowly gets fewer events, which stand for more; see Backlog.
 */
export interface DraftFeed {
  /**
   * The events of one tour, up to its deletion. The caller has checked that the tour may be read. `next` rejects with NotFoundError when it is not there.
   *
   * @throws ValidationError when `after` is not a cursor of this tour's feed
   */
  tour(input: { tourId: string; projectId: number; after?: string | null }): FeedSubscription;
  /** The events of all tours of a project. @throws ValidationError when `after` is not a cursor of this project's feed */
  project(input: { projectId: number; after?: string | null }): FeedSubscription;
  /** Completes all subscriptions, and those to come. */
  close(): Promise<void>;
  /** `reads`: statements sent since the start. */
  stats(): { subscribers: number; channels: number; reads: number };
}

export function createDraftFeed({ db, wakeUps, log = () => {} }: DraftFeedOptions): DraftFeed {
  const reader = createFeedReader(db.sql);
  /** One for each project that somebody follows: no more than there are subscriptions. */
  const channels = new Map<number, ProjectChannel>();
  let isClosed = false;

  function join(receiver: Receiver): ProjectChannel | null {
    if (isClosed) return null;
    const { projectId } = receiver.topic;
    const channel = channels.get(projectId) ?? new ProjectChannel({ projectId, reader, log });
    channels.set(projectId, channel);
    channel.add(receiver);
    return channel;
  }

  function leave(receiver: Receiver): void {
    const { projectId } = receiver.topic;
    const channel = channels.get(projectId);
    channel?.remove(receiver);
    if (channel?.size === 0) channels.delete(projectId);
  }

  const feed = { reader, join, leave, log };

  function subscribe(topic: Topic, after: string | null | undefined): FeedSubscription {
    return new Subscriber(feed, topic, after == null ? null : decodeCursor(topic, after));
  }

  /** Looks for events that no wake-up has told of. */
  async function check(): Promise<void> {
    if (channels.size === 0) return;
    try {
      const lastSequences = await reader.readLastSequences([...channels.keys()]);
      for (const [projectId, lastSequence] of lastSequences) channels.get(projectId)?.check(lastSequence);
    } catch (error) {
      log(error);
    }
  }

  async function startWakeUps(): Promise<(() => Promise<void>) | null> {
    const start = () => wakeUps.start((projectId, sequence) => channels.get(projectId)?.announce(sequence), check);
    const stop = await retry(start, { isOver: () => isClosed, log });
    // What was announced before anybody listened.
    await check();
    return stop;
  }

  const started = startWakeUps();
  const timer = setInterval(check, CHECK_INTERVAL_MS).unref();

  async function close(): Promise<void> {
    isClosed = true;
    clearInterval(timer);
    for (const channel of channels.values()) for (const receiver of channel.receivers()) receiver.end();
    const stop = await started;
    await stop?.();
  }

  return {
    tour: ({ tourId, projectId, after }) => subscribe({ projectId, tourId: tourId.toLowerCase() }, after),
    project: ({ projectId, after }) => subscribe({ projectId, tourId: null }, after),
    close,
    stats() {
      const subscribers = [...channels.values()].reduce((sum, channel) => sum + channel.size, 0);
      return { subscribers, channels: channels.size, reads: reader.reads() };
    },
  };
}
