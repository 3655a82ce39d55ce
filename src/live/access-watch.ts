import type { Database } from '../db/database.ts';
import { type Actor, isExpired } from '../domain/actor.ts';
import { ACCESS_CHANNEL, type Authenticator } from '../domain/authentication.ts';
import { describeRejection } from '../domain/credential.ts';
import { UnauthenticatedError } from '../domain/errors.ts';
import { concerns, parseAccessChange } from './access-change.ts';
import { type Gate, type Guard, GuardedStream } from './guarded-stream.ts';
import type { LiveStream } from './live-stream.ts';
import type { Places } from './places.ts';
import { retry } from './retry.ts';

/** How often all keys are looked at again, whatever was announced, in milliseconds: one statement. */
const CHECK_INTERVAL_MS = 5_000;
/** How often expired keys are looked for, in milliseconds: no statement. */
const EXPIRY_INTERVAL_MS = 250;

export interface AccessWatchOptions {
  db: Pick<Database, 'listen'>;
  authenticator: Authenticator;
  /** Limits the streams. */
  places: Places;
  /** Hears of failed checks; they are made again. */
  log: (error: unknown) => void;
}

/** Ends the streams whose readers have lost the right to them, and tells of keys that are good no more, within a second and on every node, whoever took it away. */
export interface AccessWatch {
  /**
   * The same stream, for as long as its reader may have it. Whoever may is asked from the database at once, whatever a cache says, and after each change of
   * access; what is ready meanwhile waits. A key that is good no more ends it with UnauthenticatedError.
   *
   * @param projectId the project that the stream counts for
   * @param renew is given the actor as it is now; what it throws ends the stream
   * @throws DomainError RATE_LIMITED when the key, its user, the project or this process has too many streams; the source is ended then
   */
  guard<Event>(source: LiveStream<Event>, actor: Actor, projectId: number, renew: (actor: Actor) => void): LiveStream<Event>;
  /**
   * Tells once when the actor's key is good no more: revoked, expired, or of a user who is inactive. What else the actor loses is not told.
   *
   * @param onLost may not throw
   * @returns the end of it, which may be called twice
   */
  watch(actor: Actor, onLost: (error: UnauthenticatedError) => void): () => void;
  /** Has the next request on this node ask the database who its caller is: for a caller whose access has just grown, and who need not wait for the word of it. */
  renewCallers(): void;
  stats(): { streams: number; keys: number };
  close(): Promise<void>;
}

/** A key through which something is open. */
interface WatchedKey {
  actor: Actor;
  /** Each with the function that releases its place. */
  guards: Map<Guard, () => void>;
  /** The newest check that was asked for; null when it is done. */
  pending: Promise<void> | null;
  gate: Gate;
}

/** Starts to watch. It is also what makes the authenticator forget, so that queries notice a change as soon as streams do. */
export async function startAccessWatch({ db, authenticator, places, log }: AccessWatchOptions): Promise<AccessWatch> {
  /** Only keys through which something is open: their number is bounded by the limits on streams and sockets. */
  const keys = new Map<string, WatchedKey>();
  /** A part of these keys. */
  const due = new Set<string>();
  let current = Promise.resolve();
  let next: Promise<void> | null = null;
  let isClosed = false;

  /** Asks the database for keys, together with all that are asked for until it is its turn. */
  function check(watched: Iterable<WatchedKey>): void {
    for (const key of watched) {
      next ??= current.then(checkDue);
      due.add(key.actor.keyId);
      key.pending = next;
    }
  }

  function checkWhere(isConcerned: (actor: Actor) => boolean): void {
    check([...keys.values()].filter(({ actor }) => isConcerned(actor)));
  }

  /** Never rejects: a failed check is made again. */
  async function checkDue(): Promise<void> {
    const own = next;
    current = own ?? current;
    next = null;
    const keyIds = [...due];
    due.clear();
    const actors = await retry(() => authenticator.recall(keyIds), { isOver: () => isClosed || keys.size === 0, log });
    for (const id of actors ? keyIds : []) renew(id, actors?.get(id) ?? null);
    for (const key of keyIds.map((id) => keys.get(id))) if (key && key.pending === own) key.pending = null;
  }

  function renew(keyId: string, actor: Actor | null): void {
    const key = keys.get(keyId);
    if (!key) return;
    const rejection = describeRejection(key.actor.kind, isExpired(key.actor) ? 'expired' : 'unknown');
    key.actor = actor ?? key.actor;
    for (const guard of [...key.guards.keys()]) {
      try {
        if (!actor) throw new UnauthenticatedError(rejection);
        guard.renew(actor);
      } catch (error) {
        guard.fail(error);
      }
    }
  }

  function keyOf(actor: Actor): WatchedKey {
    return keys.get(actor.keyId) ?? createKey(actor);
  }

  function createKey(actor: Actor): WatchedKey {
    const gate: Gate = {
      doubt() {
        if (isExpired(key.actor)) check([key]);
        return key.pending;
      },
      leave(stream) {
        remove(key, stream);
      },
    };
    const key: WatchedKey = { actor, guards: new Map(), pending: null, gate };
    return key;
  }

  function add(key: WatchedKey, guard: Guard, release: () => void): void {
    keys.set(key.actor.keyId, key);
    key.guards.set(guard, release);
    check([key]);
  }

  /** It may be called again. */
  function remove(key: WatchedKey, guard: Guard): void {
    key.guards.get(guard)?.();
    if (key.guards.delete(guard) && key.guards.size === 0) keys.delete(key.actor.keyId);
  }

  function takePlace(source: LiveStream<unknown>, actor: Actor, projectId: number): () => void {
    try {
      return places.take({ keyId: actor.keyId, userId: actor.userId, projectId });
    } catch (error) {
      void source.return();
      throw error;
    }
  }

  function onChange(payload: string): void {
    authenticator.forget();
    const change = parseAccessChange(payload);
    checkWhere((actor) => concerns(change, actor));
  }

  function onMissed(): void {
    authenticator.forget();
    check(keys.values());
  }

  const stopListening = await db.listen(ACCESS_CHANNEL, onChange, onMissed);
  const checkTimer = setInterval(() => check(keys.values()), CHECK_INTERVAL_MS).unref();
  const expiryTimer = setInterval(() => checkWhere(isExpired), EXPIRY_INTERVAL_MS).unref();

  return {
    guard(source, actor, projectId, renewStream) {
      const release = takePlace(source, actor, projectId);
      const key = keyOf(actor);
      const stream = new GuardedStream(source, key.gate, renewStream);
      add(key, stream, release);
      return stream;
    },
    watch(actor, onLost) {
      const key = keyOf(actor);
      const guard = new KeyGuard((error) => {
        remove(key, guard);
        onLost(error);
      });
      add(key, guard, () => {});
      return () => remove(key, guard);
    },
    renewCallers: () => authenticator.forget(),
    stats: () => ({ streams: places.open(), keys: keys.size }),
    async close() {
      isClosed = true;
      clearInterval(checkTimer);
      clearInterval(expiryTimer);
      await stopListening();
    },
  };
}

/** Hears only of the key's own end. */
class KeyGuard implements Guard {
  readonly #onLost: (error: UnauthenticatedError) => void;

  constructor(onLost: (error: UnauthenticatedError) => void) {
    this.#onLost = onLost;
  }

  renew(): void {}

  fail(error: unknown): void {
    this.#onLost(error as UnauthenticatedError);
  }
}
