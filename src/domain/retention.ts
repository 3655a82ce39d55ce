import type { Sql, Statement } from '../db/sql.ts';
import type { Deps } from './deps.ts';
import { deleteOldUsage } from './events/capture-quota.ts';
import {
  deleteCountsOfGoneTours,
  deleteTourEvents,
  type Forgettable,
  findProjectsWithForgettable,
  forgetPersons,
} from './events/purge-events.ts';
import { purgeAuditLog } from './purge-audit-log.ts';

const DAY_MS = 86_400_000;

/** How many rows one transaction removes at most: short enough for writers not to notice. */
const BATCH = 1000;

/** The advisory lock that lets one of several nodes do it. */
const LOCK = 7_270_736_911;

export interface Retention {
  /** How long events, deleted tours and the audit log are kept. */
  days: number;
  /** How many events each project keeps at most, however young. */
  maxEventsPerProject: number;
  /** How long browsers' events are kept, and persons without a name of whom nothing has been heard since. */
  browserEventDays: number;
  /** How long persons with a name are kept after the last event about them; null: without limit. */
  identifiedPersonDays: number | null;
}

export function daysBefore(moment: Date, days: number): Date {
  return new Date(moment.getTime() - days * DAY_MS);
}

export interface Purged {
  events: number;
  deletedTours: number;
  idempotencyKeys: number;
  accessTokens: number;
  auditEntries: number;
  browserEvents: number;
  anonymousPersons: number;
  identifiedPersons: number;
  /** Hours that no quota looks at any more. */
  captureUsage: number;
  /** Rows of what was counted of tours that are gone for good. */
  tourCounts: number;
}

const TRY_LOCK: Statement = { name: 'lock_retention', text: `SELECT pg_try_advisory_xact_lock(${LOCK}) AS "isMine"` };

/** Always a prefix: sequences have no gaps, and what is kept begins with the oldest event that is young enough. */
const FIND_DUE_FEEDS: Statement = {
  name: 'find_due_feeds',
  text: `
    SELECT project_id AS "projectId", pruned_through AS "prunedThrough", through FROM (
      SELECT f.project_id, f.pruned_through, greatest(f.last_sequence - $2::int, coalesce(oldest.sequence - 1, f.last_sequence)) AS through
      FROM draft_feeds f LEFT JOIN LATERAL (
        SELECT e.sequence FROM draft_events e WHERE e.project_id = f.project_id AND e.occurred_at >= $1 ORDER BY e.sequence LIMIT 1
      ) oldest ON true
      WHERE f.last_sequence > f.pruned_through
    ) feed WHERE through > pruned_through ORDER BY project_id`,
};

const DELETE_EVENTS: Statement = {
  name: 'purge_events',
  text: 'WITH gone AS (DELETE FROM draft_events WHERE project_id = $1 AND sequence <= $2 RETURNING 1) SELECT count(*) AS count FROM gone',
};

const PRUNE_FEED: Statement = {
  name: 'prune_feed',
  text: 'UPDATE draft_feeds SET pruned_through = $2 WHERE project_id = $1 AND pruned_through < $2',
};

const DELETE_TOURS: Statement = {
  name: 'purge_deleted_tours',
  text: `WITH gone AS (
      DELETE FROM deleted_tours WHERE id IN (SELECT id FROM deleted_tours WHERE deleted_at < $1 LIMIT ${BATCH}) RETURNING 1
    ) SELECT count(*) AS count FROM gone`,
};

const DELETE_KEYS: Statement = {
  name: 'purge_idempotency_keys',
  text: `WITH gone AS (
      DELETE FROM idempotency_keys WHERE (user_id, project_id, operation, key) IN (
        SELECT user_id, project_id, operation, key FROM idempotency_keys WHERE created_at < $1 LIMIT ${BATCH}
      ) RETURNING 1
    ) SELECT count(*) AS count FROM gone`,
};

const DELETE_TOKENS: Statement = {
  name: 'purge_access_tokens',
  text: `WITH gone AS (
      DELETE FROM personal_api_keys WHERE id IN (
        SELECT id FROM personal_api_keys WHERE is_access_token AND expires_at < $1 LIMIT ${BATCH}
      ) RETURNING 1
    ) SELECT count(*) AS count FROM gone`,
};

/**
 * Removes rows beyond their retention: draft events, deleted tours, audit log entries, browser events, and idempotency keys and expired access tokens older
 * than a day. A subscriber whose cursor points before what is kept gets RESET. In short transactions; it stops between two of them when `signal`
 * says so, or when another node is at it.
 */
export async function purge(deps: Deps, retention: Retention, signal: AbortSignal): Promise<Purged> {
  const { days, maxEventsPerProject, browserEventDays, identifiedPersonDays } = retention;
  const now = deps.clock();
  const cutoff = daysBefore(now, days);
  const yesterday = daysBefore(now, 1);
  const browserCutoff = daysBefore(now, browserEventDays);
  const purged: Purged = {
    events: 0,
    deletedTours: 0,
    idempotencyKeys: 0,
    accessTokens: 0,
    auditEntries: 0,
    browserEvents: 0,
    anonymousPersons: 0,
    identifiedPersons: 0,
    captureUsage: 0,
    tourCounts: 0,
  };

  /** @returns how many rows went; 0 when this node is not to go on */
  async function purgeBatch(work: (tx: Sql) => Promise<number>): Promise<number> {
    if (signal.aborted) return 0;
    return deps.db.transaction(async (tx) => {
      const [lock] = await tx.query<{ isMine: boolean }>(TRY_LOCK);
      return lock?.isMine ? work(tx) : 0;
    });
  }

  async function forgetAll(forgettable: Forgettable): Promise<number> {
    let count = 0;
    for (const projectId of await findProjectsWithForgettable(deps.db.sql, forgettable)) {
      count += await untilNone(() => purgeBatch((tx) => forgetPersons(tx, projectId, forgettable, BATCH)));
    }
    return count;
  }

  const feeds = await deps.db.sql.query<DueFeed>(FIND_DUE_FEEDS, [cutoff, maxEventsPerProject]);
  for (const feed of feeds) {
    for (let from = feed.prunedThrough; from < feed.through && !signal.aborted; from += BATCH) {
      const through = Math.min(from + BATCH, feed.through);
      purged.events += await purgeBatch((tx) => pruneFeed(tx, feed.projectId, through));
    }
  }
  purged.deletedTours = await untilNone(() => purgeBatch((tx) => deleteCounted(tx, DELETE_TOURS, [cutoff])));
  purged.idempotencyKeys = await untilNone(() => purgeBatch((tx) => deleteCounted(tx, DELETE_KEYS, [yesterday])));
  purged.accessTokens = await untilNone(() => purgeBatch((tx) => deleteCounted(tx, DELETE_TOKENS, [yesterday])));
  purged.auditEntries = await untilNone(() => purgeBatch((tx) => purgeAuditLog(tx, cutoff, BATCH)));
  purged.browserEvents = await untilNone(() => purgeBatch((tx) => deleteTourEvents(tx, browserCutoff, BATCH)));
  purged.anonymousPersons = await forgetAll({ isIdentified: false, cutoff: browserCutoff });
  if (identifiedPersonDays !== null) {
    purged.identifiedPersons = await forgetAll({ isIdentified: true, cutoff: daysBefore(now, identifiedPersonDays) });
  }
  purged.captureUsage = await purgeBatch(deleteOldUsage);
  purged.tourCounts = await untilNone(() => purgeBatch((tx) => deleteCountsOfGoneTours(tx, BATCH)));
  return purged;
}

interface DueFeed {
  projectId: number;
  prunedThrough: number;
  through: number;
}

/** The feed's row comes last: writers of the project wait for it. */
async function pruneFeed(tx: Sql, projectId: number, through: number): Promise<number> {
  const count = await deleteCounted(tx, DELETE_EVENTS, [projectId, through]);
  await tx.query(PRUNE_FEED, [projectId, through]);
  return count;
}

async function deleteCounted(tx: Sql, statement: Statement, values: unknown[]): Promise<number> {
  const [row] = await tx.query<{ count: number }>(statement, values);
  return row?.count ?? 0;
}

async function untilNone(work: () => Promise<number>): Promise<number> {
  let total = 0;
  for (let count = await work(); count > 0; count = await work()) total += count;
  return total;
}
