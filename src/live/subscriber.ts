import type { TourEvent } from '../domain/tour/event.ts';
import type { FeedEvent } from './feed-event.ts';
import { type FeedReader, hasLost, positionAfter } from './feed-reader.ts';
import { resetFeed, startFeed } from './feed-start.ts';
import { DONE, LiveStream, type Waiter } from './live-stream.ts';
import { Mailbox } from './mailbox.ts';
import type { ProjectChannel, Receiver } from './project-channel.ts';
import { retry } from './retry.ts';
import type { Position, Topic } from './topic.ts';

/** What is read, and what is handed out meanwhile, fit into the backlog together: whoever resumes gets each event by itself. */
const PAGE_SIZE = 32;
const MAX_HELD = 32;

/** One subscriber's events. Nothing is read or kept for it before the first `next`. */
export type FeedSubscription = LiveStream<FeedEvent>;

/** What all subscribers of a node share. */
export interface Feed {
  reader: FeedReader;
  /** Null: the feed is closed. */
  join: (receiver: Receiver) => ProjectChannel | null;
  leave: (receiver: Receiver) => void;
  log: (error: unknown) => void;
}

/**
 * new: not begun. lost: to be told so, with RESET. behind: reads the table, page by page, as its consumer asks. live: takes what the channel hands out. over:
 * nothing comes any more, and nothing is kept but what the consumer has still to take.
 */
type Phase = 'new' | 'lost' | 'behind' | 'live' | 'over';

export class Subscriber extends LiveStream<FeedEvent> implements Receiver {
  readonly topic: Topic;
  readonly #feed: Feed;
  readonly #after: Position | null;
  readonly #mailbox: Mailbox;
  #channel: ProjectChannel | null = null;
  #phase: Phase = 'new';
  #position: Position = { sequence: 0, revision: 0 };
  /** What the channel has handed out since the read that is under way began; null when that is not all of it. */
  #held: TourEvent[] | null = null;
  #isReading = false;

  constructor(feed: Feed, topic: Topic, after: Position | null) {
    super();
    this.topic = topic;
    this.#feed = feed;
    this.#after = after;
    this.#mailbox = new Mailbox(topic);
  }

  ask(waiter: Waiter<FeedEvent>): void {
    this.#mailbox.take(waiter);
    this.#advance();
  }

  return(): Promise<IteratorReturnResult<undefined>> {
    this.end();
    return Promise.resolve(DONE);
  }

  end(): void {
    this.#mailbox.clear();
    this.#finish();
  }

  fail(error: unknown): void {
    if (this.#isOver()) {
      // A deleted tour's last events may still be there, but nobody is to hear why they do not come.
      this.#mailbox.clear();
      return;
    }
    this.#mailbox.fail(error);
    this.#finish();
  }

  offer(event: TourEvent): void {
    if (this.#phase === 'live') {
      if (event.sequence > this.#position.sequence) this.#deliver(event);
    } else if (this.#held && this.#held.length < MAX_HELD) {
      this.#held.push(event);
    } else {
      this.#held = null;
    }
  }

  reset(): void {
    this.#held = null;
    // One that reads the table finds out by itself.
    if (this.#phase !== 'live') return;
    this.#mailbox.clear();
    this.#phase = 'lost';
    this.#advance();
  }

  #isOver(): boolean {
    return this.#phase === 'over';
  }

  /** Starts to read when the consumer waits for what only the table has. */
  #advance(): void {
    if (this.#isReading || !this.#hasToRead()) return;
    this.#isReading = true;
    this.#readOn().catch((error) => this.fail(error));
  }

  #hasToRead(): boolean {
    return this.#mailbox.isAwaited && this.#phase !== 'live' && this.#phase !== 'over';
  }

  async #readOn(): Promise<void> {
    // Before the first read: what is committed after that read's instant, the channel hands out.
    this.#channel ??= this.#feed.join(this);
    if (!this.#channel) this.end();
    while (this.#hasToRead()) {
      this.#held = [];
      await (this.#phase === 'behind' ? this.#readPage() : this.#begin());
      this.#held = null;
    }
    this.#isReading = false;
  }

  async #begin(): Promise<void> {
    const isLost = this.#phase === 'lost';
    const read = () => this.#feed.reader.readState(this.topic);
    // A failure at the start is the consumer's to hear; a later one it need not notice.
    const state = await (isLost ? this.#retry(read) : read());
    if (!state || this.#isOver()) return;
    const { event, position } = isLost ? resetFeed(this.topic, state) : startFeed(this.topic, this.#after, state);
    this.#mailbox.answer(event);
    this.#position = position;
    this.#phase = 'behind';
    if (position.sequence === state.lastSequence) this.#goLive();
  }

  async #readPage(): Promise<void> {
    const page = await this.#retry(() => this.#feed.reader.readPage(this.topic, this.#position, PAGE_SIZE));
    if (!page || this.#isOver()) return;
    if (hasLost(page, this.#position)) {
      this.#phase = 'lost';
      return;
    }
    for (const event of page.events) this.#deliver(event);
    if (this.#isOver()) return;
    this.#position = positionAfter(page, PAGE_SIZE, this.#position);
    if (page.events.length < PAGE_SIZE) this.#goLive();
  }

  #retry<T>(work: () => Promise<T>): Promise<T | null> {
    return retry(work, { isOver: () => this.#isOver(), log: this.#feed.log });
  }

  /** Relies on the channel from here on, unless something is missing between what was read and what the channel has handed out. */
  #goLive(): void {
    const { sequence } = this.#position;
    const origin = this.#channel?.beginAt(sequence) ?? 0;
    if (!this.#held || sequence < origin) return;
    this.#phase = 'live';
    for (const event of this.#held) this.offer(event);
  }

  #deliver(event: TourEvent): void {
    if (this.#isOver()) return;
    this.#position = { sequence: event.sequence, revision: event.revision };
    if (!this.#mailbox.put(event)) this.reset();
    else if (event.kind === 'DELETED' && this.topic.tourId !== null) this.#finish();
  }

  #finish(): void {
    if (this.#isOver()) return;
    this.#phase = 'over';
    this.#held = null;
    this.#channel = null;
    this.#feed.leave(this);
    this.#mailbox.close();
  }
}
