import type { Bus } from '../db/bus.ts';
import { DomainError, ValidationError } from '../domain/errors.ts';
import { INPUT_LIMITS } from '../domain/input-limits.ts';
import { LatestStream } from './latest-stream.ts';
import type { LiveStream } from './live-stream.ts';
import type { Places } from './places.ts';
import { encodeReport, type PresenceReport, parseReport } from './presence-report.ts';

/** How long a client counts as there after its last report, in milliseconds. Clients report every 5 seconds. */
const LIFETIME_MS = 15_000;

/** How many clients may have one tour open, and how many of them may be of one user. */
const MAX_CLIENTS = { ofTour: 200, ofUserInTour: 100 };

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
   * @throws ValidationError; DomainError RATE_LIMITED when the tour, the key, its user, the project or this process has too many clients
   */
  report(input: Omit<PresenceReport, 'since'>): Promise<Date>;
  /** Who is there, first come first: now, and again whenever somebody comes, goes or is at another step. */
  watch(tourId: string): LiveStream<PresentClient[]>;
  stats(): { clients: number; watchers: number };
  /** Completes all streams, and those to come. */
  close(): Promise<void>;
}

/** What is known of one client, until its time is over. */
interface Entry extends PresentClient {
  forget: NodeJS.Timeout;
  /** Releases its place. */
  release: () => void;
  /** Its first report has not come back from the bus. It has a place, so that simultaneous reports cannot exceed a limit, and is not shown. */
  isExpected: boolean;
}

interface Room {
  clients: Map<string, Entry>;
  watchers: Set<LatestStream<PresentClient[]>>;
}

/**
 * Who has which tour open. Each report goes to all nodes, and each keeps what it has heard, in memory: a lost report, or a node that has only started, is made
 * good by the next one. It is a hint among people, not a lock.
 *
 * @param places limits the clients, on each node
 */
export async function startPresence(bus: Bus, clock: () => Date, places: Places): Promise<Presence> {
  /** By tour: one for each that has clients (limited by `places`) or watchers (limited as subscriptions). */
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
    const entry = room?.clients.get(key);
    if (!room || !entry) return;
    clearTimeout(entry.forget);
    entry.release();
    room.clients.delete(key);
    for (const watcher of room.watchers) watcher.changed();
    closeIfEmpty(tourId);
  }

  function onReport(payload: string): void {
    const report = parseReport(payload);
    if (!report) return;
    if (report.isLeaving) remove(report.tourId, keyOf(report));
    else keep(report);
  }

  function keep(report: PresenceReport): void {
    const room = roomOf(report.tourId);
    const entry = room.clients.get(keyOf(report)) ?? addWhereRoom(report);
    if (!entry) return;
    const isNews = entry.isExpected || entry.stepId !== report.stepId;
    Object.assign(entry, { stepId: report.stepId, lastSeenAt: clock(), isExpected: false });
    // Whoever heard of the client first knows best.
    if (report.since < entry.since) entry.since = report.since;
    entry.forget.refresh();
    if (isNews) for (const watcher of room.watchers) watcher.changed();
  }

  /** @throws DomainError RATE_LIMITED */
  function add({ tourId, projectId, userId, keyId, clientId, stepId, since }: PresenceReport): Entry {
    requireRoom(rooms.get(tourId), userId);
    const release = places.take({ keyId, userId, projectId });
    const key = keyOf({ userId, clientId });
    const forget = setTimeout(() => remove(tourId, key), LIFETIME_MS).unref();
    const entry = { userId, clientId, stepId, since, lastSeenAt: clock(), forget, release, isExpected: true };
    roomOf(tourId).clients.set(key, entry);
    return entry;
  }

  /** A client that another node has let in. This node leaves it out if it has no room for it. */
  function addWhereRoom(report: PresenceReport): Entry | null {
    try {
      return add(report);
    } catch {
      closeIfEmpty(report.tourId);
      return null;
    }
  }

  const stop = await bus.listen(CHANNEL, onReport, () => {});

  return {
    async report(input) {
      requireId('clientId', input.clientId);
      if (input.stepId !== null) requireId('stepId', input.stepId);
      const now = clock();
      const known = rooms.get(input.tourId)?.clients.get(keyOf(input));
      const report = { ...input, since: known?.since ?? now };
      if (!known && !input.isLeaving) add(report);
      await bus.announce(CHANNEL, encodeReport(report));
      return new Date(now.getTime() + (input.isLeaving ? 0 : LIFETIME_MS));
    },
    watch(tourId) {
      const room = roomOf(tourId);
      const list = () => [...room.clients.values()].filter(({ isExpected }) => !isExpected).map(toClient);
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

function toClient({ userId, clientId, stepId, since, lastSeenAt }: Entry): PresentClient {
  return { userId, clientId, stepId, since, lastSeenAt };
}

/** @throws DomainError RATE_LIMITED */
function requireRoom(room: Room | undefined, userId: number): void {
  const clients = [...(room?.clients.values() ?? [])];
  if (clients.length >= MAX_CLIENTS.ofTour) throw tooMany('in this tour', MAX_CLIENTS.ofTour);
  if (clients.filter((client) => client.userId === userId).length >= MAX_CLIENTS.ofUserInTour) {
    throw tooMany('for this user in this tour', MAX_CLIENTS.ofUserInTour);
  }
}

function tooMany(where: string, limit: number): DomainError {
  return new DomainError('RATE_LIMITED', `Too many present clients ${where}: the limit is ${limit}.`);
}

/** Nobody can report another user's clients. */
function keyOf({ userId, clientId }: { userId: number; clientId: string }): string {
  return `${userId} ${clientId}`;
}

function requireId(path: string, id: string): void {
  if (id.trim() !== '' && id.length <= MAX_ID_LENGTH) return;
  throw new ValidationError([{ path, code: 'invalid_input', message: `This needs 1 to ${MAX_ID_LENGTH} characters.` }]);
}
