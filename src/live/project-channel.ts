import type { TourEvent } from '../domain/tour/event.ts';
import { type FeedPage, type FeedReader, hasLost, positionAfter } from './feed-reader.ts';
import { retry } from './retry.ts';
import type { Position, Topic } from './topic.ts';

/** As many as the backlog of a subscriber holds: reading a page never makes it fall behind. */
const PAGE_SIZE = 64;

/** What the channel needs of a subscriber. None of it may throw, or wait. */
export interface Receiver {
  readonly topic: Topic;
  offer(event: TourEvent): void;
  /** Events were lost, for everybody: read again. */
  reset(): void;
  end(): void;
}

export interface ProjectChannelOptions {
  projectId: number;
  reader: FeedReader;
  log: (error: unknown) => void;
}

/**
 * The events of one project, read once for all of its subscribers on this node and handed to those whom they concern. It begins at the position of the
 * first subscriber that knows one.
 */
export class ProjectChannel {
  readonly #options: ProjectChannelOptions;
  /** By tour; under null those of the whole project. No more than there are subscriptions. */
  readonly #receivers = new Map<string | null, Set<Receiver>>();
  #size = 0;
  /** Where it began, or began again after a loss: everything after it has been handed out, up to `#position`. */
  #origin: number | null = null;
  #position = 0;
  /** The highest sequence announced since the last read began. */
  #announced = 0;
  #isReading = false;

  constructor(options: ProjectChannelOptions) {
    this.#options = options;
  }

  get size(): number {
    return this.#size;
  }

  receivers(): Receiver[] {
    return [...this.#receivers.values()].flatMap((set) => [...set]);
  }

  add(receiver: Receiver): void {
    const { tourId } = receiver.topic;
    const set = this.#receivers.get(tourId);
    if (set) set.add(receiver);
    else this.#receivers.set(tourId, new Set([receiver]));
    this.#size += 1;
  }

  remove(receiver: Receiver): void {
    const { tourId } = receiver.topic;
    const set = this.#receivers.get(tourId);
    if (!set?.delete(receiver)) return;
    this.#size -= 1;
    if (set.size === 0) this.#receivers.delete(tourId);
  }

  /**
   * A subscriber has seen everything up to a sequence. The first one says with this where the channel begins.
   *
   * @returns where it began: whoever has seen less has a gap that will not be handed out
   */
  beginAt(sequence: number): number {
    if (this.#origin === null) {
      this.#origin = sequence;
      this.#position = sequence;
      if (this.#announced > sequence) this.#catchUp();
    }
    return this.#origin;
  }

  /** What a wake-up says. */
  announce(sequence: number): void {
    this.#announced = Math.max(this.#announced, sequence);
    if (this.#announced > this.#position) this.#catchUp();
  }

  /** What the database says its last sequence is: more than was handed out after a lost wake-up, less after a restore from an older copy. */
  check(lastSequence: number): void {
    if (lastSequence !== this.#position) this.#catchUp();
  }

  #catchUp(): void {
    if (this.#isReading || this.#origin === null) return;
    this.#isReading = true;
    void this.#readAll();
  }

  /** Never rejects: a failed read is made again. */
  async #readAll(): Promise<void> {
    const { projectId, reader, log } = this.#options;
    const topic = { projectId, tourId: null };
    const isOver = () => this.#size === 0;
    for (let isBehind = true; isBehind; ) {
      this.#announced = 0;
      const after = { sequence: this.#position, revision: 0 };
      const page = await retry(() => reader.readPage(topic, after, PAGE_SIZE), { isOver, log });
      if (!page || isOver()) break;
      if (hasLost(page, after)) this.#beginAgain(page.lastSequence);
      else this.#handOut(page, after);
      isBehind = Math.max(this.#announced, page.lastSequence) > this.#position;
    }
    this.#isReading = false;
  }

  #handOut(page: FeedPage, after: Position): void {
    for (const event of page.events) {
      for (const receiver of this.#receivers.get(event.tourId) ?? []) receiver.offer(event);
      for (const receiver of this.#receivers.get(null) ?? []) receiver.offer(event);
    }
    this.#position = positionAfter(page, PAGE_SIZE, after).sequence;
  }

  #beginAgain(sequence: number): void {
    this.#origin = sequence;
    this.#position = sequence;
    for (const receiver of this.receivers()) receiver.reset();
  }
}
