import { randomUUID } from 'node:crypto';
import { createDatabase, type Database } from '../../../src/db/database.ts';
import type { Sql } from '../../../src/db/sql.ts';
import type { Actor } from '../../../src/domain/actor.ts';
import { recordTourEvent, type TourEventKind } from '../../../src/domain/tour/event.ts';
import type { Draft } from '../../../src/domain/tour/merge-draft.ts';
import { createDraftFeed, type DraftFeed, type FeedEvent } from '../../../src/live/draft-feed.ts';
import { createWakeUps } from '../../../src/live/wake-up.ts';
import { createTestDatabase } from '../../support/database.ts';
import { createOwner, OWNER } from '../../support/owner.ts';

/** A project with one user, whose tours are written to as the domain does it: the tour's row first, then the event. */
export interface DraftHistory {
  db: Database;
  feed: DraftFeed;
  projectId: number;
  userId: number;
  /** A feed on another node: a database connection of its own, where the database can have two. */
  openNode(): Promise<DraftFeed>;
  createTour(): Promise<string>;
  /** Writes events to a tour, all in one transaction. */
  write(tourId: string, count?: number, change?: { kind?: TourEventKind; text?: string; clientMutationId?: string }): Promise<void>;
  /** What retention does: removes the project's events up to a sequence. */
  prune(through: number): Promise<void>;
  close(): Promise<void>;
}

export async function openDraftHistory(): Promise<DraftHistory> {
  const test = await createTestDatabase();
  const db = await createDatabase(test.config);
  const feed = createDraftFeed({ db, wakeUps: createWakeUps(db) });
  const closers: (() => Promise<void>)[] = [];
  await createOwner(db);
  const project = 'INSERT INTO projects (name, token, organization_id) VALUES ($1, $1, $2) RETURNING id';
  const projectId = await insert(db.sql, project, [`phc_${randomUUID()}`, OWNER]);
  const userId = await insert(db.sql, 'INSERT INTO users (email) VALUES ($1) RETURNING id', [`${randomUUID()}@example.com`]);

  return {
    db,
    feed,
    projectId,
    userId,
    async openNode() {
      const other = test.kind === 'postgresql' ? await createDatabase(test.config) : db;
      const node = createDraftFeed({ db: other, wakeUps: createWakeUps(other) });
      closers.push(async () => {
        await node.close();
        if (other !== db) await other.close();
      });
      return node;
    },
    async createTour() {
      const id = randomUUID();
      await db.sql.query('INSERT INTO tours (id, project_id, name) VALUES ($1, $2, $3)', [id, projectId, id]);
      return id;
    },
    async write(tourId, count = 1, { kind = 'SAVED', text = '', clientMutationId } = {}) {
      await db.transaction(async (tx) => {
        for (let n = 0; n < count; n++) {
          const [row] = await tx.query<{ revision: number }>(BUMP, [tourId]);
          const before = { value: draftOf(''), isDraft: true };
          const after = { value: draftOf(`${text}${row?.revision}`), isDraft: true };
          const change = { tour: { id: tourId, projectId }, kind, revision: row?.revision ?? 0, before, after };
          await recordTourEvent(tx, { userId } as Actor, clientMutationId ? { ...change, clientMutationId } : change);
        }
        if (kind === 'DELETED') await tx.query('DELETE FROM tours WHERE id = $1', [tourId]);
      });
    },
    async prune(through) {
      await db.transaction(async (tx) => {
        await tx.query('DELETE FROM draft_events WHERE project_id = $1 AND sequence <= $2', [projectId, through]);
        await tx.query('UPDATE draft_feeds SET pruned_through = $2 WHERE project_id = $1', [projectId, through]);
      });
    },
    async close() {
      for (const close of closers) await close();
      await feed.close();
      await db.close();
      await test.drop();
    },
  };
}

const BUMP = 'UPDATE tours SET revision = revision + 1, updated_at = clock_timestamp() WHERE id = $1 RETURNING revision';

function draftOf(name: string): Draft {
  return { name } as Draft;
}

async function insert(sql: Sql, statement: string, values: unknown[]): Promise<number> {
  const [row] = await sql.query<{ id: number }>(statement, values);
  return row?.id ?? 0;
}

/** The next events, as many as asked for; fewer when the feed completes. */
export async function take(events: AsyncIterator<FeedEvent, undefined>, count: number): Promise<FeedEvent[]> {
  const taken: FeedEvent[] = [];
  while (taken.length < count) {
    const { value } = await events.next();
    if (!value) break;
    taken.push(value);
  }
  return taken;
}

/** Reads until a tour's revision arrives, or whatever else `isLast` looks for. */
export async function takeUntil(events: AsyncIterator<FeedEvent, undefined>, isLast: (event: FeedEvent) => boolean): Promise<FeedEvent[]> {
  const taken: FeedEvent[] = [];
  for (;;) {
    const [event] = await take(events, 1);
    if (!event) return taken;
    taken.push(event);
    if (isLast(event)) return taken;
  }
}

/** From one number to another, both included. */
export function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, n) => from + n);
}

export function revisions(events: FeedEvent[]): number[] {
  return events.map((event) => event.revision);
}
