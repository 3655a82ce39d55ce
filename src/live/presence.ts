import type { Bus } from '../db/bus.ts';
import { DomainError, ValidationError } from '../domain/errors.ts';
import { INPUT_LIMITS } from '../domain/input-limits.ts';
import { LatestStream } from './latest-stream.ts';
import type { LiveStream } from './live-stream.ts';
import { encodeReport, type PresenceReport, parseReport } from './presence-report.ts';

/** How long a client counts as there after its last report, in milliseconds. Clients report every 5 seconds. */
const LIFETIME_MS = 15_000;

/** How many clients are kept of one tour. */
const MAX_CLIENTS = 200;

const MAX_ID_LENGTH = INPUT_LIMITS.clientId;

const CHANNEL = 'tour_gateway_presence';

/** Somebody who has a tour open: a user, on one of their devices or in one of their tabs. */
export interface PresentClient {
  userId: number;
  /** The client's own name for itself. */
  clientId: string;
  /** The step it is at; null: none in particular. */
  stepId: string | null;
  since: Date;
  lastSeenAt: Date;
}

export interface Presence {
  /**
   * Tells every node that a client is there, or is leaving. The caller has checked that the user may see the tour.
   *
   * @returns when the client is forgotten unless it reports again
   * @throws ValidationError; DomainError RATE_LIMITED when the tour has too many clients
   */
  report(input: { tourId: string; userId: number; clientId: string; stepId: string | null; isLeaving: boolean }): Promise<Date>;
  /** Who is there, first come first: now, and again whenever somebody comes, goes or is at another step. */
  watch(tourId: string): LiveStream<PresentClient[]>;
  stats(): { clients: number; watchers: number };
  /** Completes all streams, and those to come. */
  close(): Promise<void>;
}

/** What is known of one client, until its time is over. */
interface Entry extends PresentClient {
  forget: NodeJS.Timeout;
}

interface Room {
  clients: Map<string, Entry>;
  watchers: Set<LatestStream<PresentClient[]>>;
}

/**
 * Who has which tour open. Each report goes to all nodes, and each keeps what it has heard, in memory: a lost report, or a node that has only started, is made
 * good by the next one. It is a hint among people, not a lock.
 */
export async function startPresence(bus: Bus, clock: () => Date): Promise<Presence> {
  const rooms = new Map<string, Room>();
  let isClosed = false;

  function roomOf(tourId: string): Room {
    const room = rooms.get(tourId) ?? { clients: new Map(), watchers: new Set() };
    rooms.set(tourId, room);
    return room;
  }

  function closeIfEmpty(tourId: string): void {
    const room = rooms.get(tourId);
    if (room?.clients.size === 0 && room.watchers.size === 0) rooms.delete(tourId);
  }

  function remove(tourId: string, key: string): void {
    const room = rooms.get(tourId);
    clearTimeout(room?.clients.get(key)?.forget);
    if (!room?.clients.delete(key)) return;
    for (const watcher of room.watchers) watcher.changed();
    closeIfEmpty(tourId);
  }

  function onReport(payload: string): void {
    const report = parseReport(payload);
    if (!report) return;
    const key = keyOf(report);
    if (report.isLeaving) remove(report.tourId, key);
    else keep(roomOf(report.tourId), report, key);
  }

  function keep({ clients, watchers }: Room, { tourId, userId, clientId, stepId, since }: PresenceReport, key: string): void {
    const known = clients.get(key);
    const lastSeenAt = clock();
    if (known) {
      const isElsewhere = known.stepId !== stepId;
      Object.assign(known, { stepId, lastSeenAt });
      // Whoever heard of the client first knows best.
      if (since < known.since) known.since = since;
      known.forget.refresh();
      if (!isElsewhere) return;
    } else {
      if (clients.size >= MAX_CLIENTS) return;
      const forget = setTimeout(() => remove(tourId, key), LIFETIME_MS).unref();
      clients.set(key, { userId, clientId, stepId, since, lastSeenAt, forget });
    }
    for (const watcher of watchers) watcher.changed();
  }

  const stop = await bus.listen(CHANNEL, onReport, () => {});

  return {
    async report(input) {
      requireId('clientId', input.clientId);
      if (input.stepId !== null) requireId('stepId', input.stepId);
      const now = clock();
      const clients = rooms.get(input.tourId)?.clients;
      const known = clients?.get(keyOf(input));
      if (!known && (clients?.size ?? 0) >= MAX_CLIENTS)
        throw new DomainError('RATE_LIMITED', `Too many clients have this tour open: ${MAX_CLIENTS}.`);
      await bus.announce(CHANNEL, encodeReport({ ...input, since: known?.since ?? now }));
      return new Date(now.getTime() + (input.isLeaving ? 0 : LIFETIME_MS));
    },
    watch(tourId) {
      const room = roomOf(tourId);
      const list = () => [...room.clients.values()].map(({ forget: _, ...client }) => client);
      const watcher = new LatestStream(list, () => {
        room.watchers.delete(watcher);
        closeIfEmpty(tourId);
      });
      room.watchers.add(watcher);
      if (isClosed) void watcher.return();
      return watcher;
    },
    stats() {
      const counts = [...rooms.values()];
      return {
        clients: counts.reduce((sum, room) => sum + room.clients.size, 0),
        watchers: counts.reduce((sum, room) => sum + room.watchers.size, 0),
      };
    },
    async close() {
      isClosed = true;
      await stop();
      for (const [tourId, room] of rooms) {
        for (const watcher of room.watchers) await watcher.return();
        for (const key of room.clients.keys()) remove(tourId, key);
      }
    },
  };
}

/** Nobody can report another user's clients. */
function keyOf({ userId, clientId }: { userId: number; clientId: string }): string {
  return `${userId} ${clientId}`;
}

function requireId(path: string, id: string): void {
  if (id.trim() !== '' && id.length <= MAX_ID_LENGTH) return;
  throw new ValidationError([{ path, code: 'invalid_input', message: `This needs 1 to ${MAX_ID_LENGTH} characters.` }]);
}
