import { describeLimit } from './connection-limiter.ts';
import { FairShare, type Owner, type ReachedLimit, type ShareLimits } from './fair-share.ts';

/** What one connection holds that its client has not read. */
export interface OutputAccount {
  /** Reports how many bytes the connection holds now. It may drop this connection, or others. */
  hold(bytes: number): void;
  /** The connection has closed. */
  close(): void;
}

interface Connection {
  /** Sends nothing more and closes the connection once its client has read the rest. */
  drain(reason: string): void;
  /** Closes the connection and frees what it holds. */
  destroy(): void;
}

/** A connection that holds less than this part of the largest is no candidate: closing it would free little. */
const CANDIDATE_PART = 1 / 4;

/** Limits the bytes that clients have not read, of each key, user and project and of the process, however many connections they are spread over. */
export interface UnreadOutput {
  open(owner: Owner, connection: Connection): OutputAccount;
  /** How many bytes are unread, of all connections. */
  bytes(): number;
}

/**
 * When a limit is exceeded, a connection is drained that holds much: the one that has been without progress for longest, of the key, user or project, or of all
 * where the process has reached its limit. What is drained counts apart, up to the same limits of the project and the process; beyond those a connection is destroyed. So at most twice the limits is held, and one stalled connection does not
 * cost the others of its key their places.
 *
 * @param limits in bytes
 */
export function createUnreadOutput(limits: ShareLimits): UnreadOutput {
  const live = new FairShare(limits);
  const draining = new FairShare({ ...limits, user: limits.project, key: limits.project });
  /** Connections that hold something: at most as many as are open. */
  const holding = new Set<Account>();

  class Account implements OutputAccount {
    readonly owner: Owner;
    readonly #connection: Connection;
    #share = live;
    #isDestroyed = false;
    bytes = 0;
    /** The last time that its client had read something, or that it began to hold something. */
    progressAt = 0;

    constructor(owner: Owner, connection: Connection) {
      this.owner = owner;
      this.#connection = connection;
    }

    hold(bytes: number): void {
      if (bytes === this.bytes || this.#isDestroyed) return;
      const hasGrown = bytes > this.bytes;
      if (!hasGrown || this.bytes === 0) this.progressAt = performance.now();
      this.#set(bytes);
      if (hasGrown && this.#share === live) makeRoom(this.owner);
    }

    close(): void {
      this.#set(0);
      this.#isDestroyed = true;
    }

    isDroppableFor(level: ReachedLimit['level'], owner: Owner): boolean {
      if (this.#share !== live) return false;
      if (level === 'process') return true;
      const id = `${level}Id` as const;
      return this.owner[id] === owner[id];
    }

    drop(reason: string): void {
      const { bytes } = this;
      this.#set(0);
      this.#share = draining;
      if (draining.reachedLimit(this.owner, bytes)) {
        this.#isDestroyed = true;
        this.#connection.destroy();
      } else {
        this.#set(bytes);
        this.#connection.drain(reason);
      }
    }

    #set(bytes: number): void {
      this.#share.add(this.owner, bytes - this.bytes);
      this.bytes = bytes;
      if (bytes > 0) holding.add(this);
      else holding.delete(this);
    }
  }

  /** Each turn takes one connection out of the live ones, so it ends. */
  function makeRoom(owner: Owner): void {
    for (let reached = live.reachedLimit(owner, 0); reached; reached = live.reachedLimit(owner, 0)) {
      const { level } = reached;
      const accounts = [...holding].filter((account) => account.isDroppableFor(level, owner));
      const largest = accounts.reduce((most, { bytes }) => Math.max(most, bytes), 0);
      const candidates = accounts.filter(({ bytes }) => bytes >= largest * CANDIDATE_PART);
      const [stalled] = candidates.sort((a, b) => a.progressAt - b.progressAt);
      if (!stalled) return;
      stalled.drop(describeLimit('Too many unread bytes', reached, owner));
    }
  }

  return {
    open: (owner, connection) => new Account(owner, connection),
    bytes: () => live.total + draining.total,
  };
}
