import type { Sql, Statement } from '../db/sql.ts';
import { NotFoundError } from '../domain/errors.ts';
import type { TourEvent } from '../domain/tour/event.ts';
import type { Position, Topic } from './topic.ts';

/** What has happened to a project's events, in the same instant as what else was read. */
export interface FeedBounds {
  /** Everything up to here is visible. */
  lastSequence: number;
  /** Everything up to here has been removed by retention. */
  prunedThrough: number;
}

export interface FeedState extends FeedBounds {
  revision: number;
  hasDraft: boolean;
  actorId: number | null;
  occurredAt: string;
}

export interface FeedPage extends FeedBounds {
  events: TourEvent[];
}

/** The only reader of the feed's tables. Each method is one statement, and so sees one instant. */
export interface FeedReader {
  /** @throws NotFoundError when there is no such tour or project */
  readState(topic: Topic): Promise<FeedState>;
  /** The oldest `limit` events after a position. */
  readPage(topic: Topic, after: Position, limit: number): Promise<FeedPage>;
  /** By project; one without events is left out. */
  readLastSequences(projectIds: number[]): Promise<Map<number, number>>;
  /** Statements sent so far. */
  reads(): number;
}

const BOUNDS = `coalesce(f.last_sequence, 0) AS "lastSequence", coalesce(f.pruned_through, 0) AS "prunedThrough"`;

const TOUR_STATE: Statement = {
  name: 'feed_state_of_tour',
  text: `
    SELECT ${BOUNDS}, t.revision, t.draft_content IS NOT NULL AS "hasDraft", t.draft_saved_by_id AS "actorId",
      greatest(t.updated_at, t.draft_saved_at) AS "occurredAt"
    FROM tours t LEFT JOIN draft_feeds f USING (project_id) WHERE t.id = $1 AND project_id = $2`,
};

const PROJECT_STATE: Statement = {
  name: 'feed_state_of_project',
  text: `
    SELECT ${BOUNDS}, 0 AS revision, false AS "hasDraft", NULL::int AS "actorId", clock_timestamp() AS "occurredAt"
    FROM projects p LEFT JOIN draft_feeds f ON f.project_id = p.id WHERE p.id = $1`,
};

/** Of a longer patch, subscribers must read the draft: a page of events is held in memory, and so is what slow readers have not read. */
const MAX_PATCH_BYTES = 1024 * 1024;

const EVENT = `project_id AS "projectId", sequence, tour_id AS "tourId", kind, revision, previous_revision AS "previousRevision",
  has_draft AS "hasDraft", CASE WHEN octet_length(patch::text) <= ${MAX_PATCH_BYTES} THEN patch END AS patch, ended_draft IS NOT NULL AS "losesDraft", actor_id AS "actorId", client_mutation_id AS "clientMutationId", occurred_at AS "occurredAt"`;

/** A feed without new events still gives one row, for its bounds. */
function pageStatement(name: string, newEvents: string): Statement {
  const text = `
    SELECT ${BOUNDS}, e.* FROM draft_feeds f LEFT JOIN LATERAL (SELECT ${EVENT} FROM draft_events WHERE project_id = $1 AND ${newEvents}) e ON true
    WHERE f.project_id = $1 ORDER BY e.sequence`;
  return { name, text };
}

const PROJECT_PAGE = pageStatement('feed_page_of_project', 'sequence > $2 ORDER BY sequence LIMIT $3');
const TOUR_PAGE = pageStatement('feed_page_of_tour', 'tour_id = $4 AND revision > $2 ORDER BY revision LIMIT $3');

const LAST_SEQUENCES: Statement = {
  name: 'feed_last_sequences',
  text: 'SELECT project_id AS "projectId", last_sequence AS "lastSequence" FROM draft_feeds WHERE project_id = ANY($1::int[])',
};

export function createFeedReader(sql: Sql): FeedReader {
  let reads = 0;

  function query<Row>(statement: Statement, values: readonly unknown[]): Promise<Row[]> {
    reads += 1;
    return sql.query<Row>(statement, values);
  }

  return {
    async readState({ projectId, tourId }) {
      const [state] = await (tourId === null
        ? query<FeedState>(PROJECT_STATE, [projectId])
        : query<FeedState>(TOUR_STATE, [tourId, projectId]));
      if (!state)
        throw tourId === null
          ? new NotFoundError('There is no such project.', 'PROJECT_NOT_FOUND')
          : new NotFoundError('There is no such tour.');
      return state;
    },
    async readPage({ projectId, tourId }, after, limit) {
      const rows = await (tourId === null
        ? query<PageRow>(PROJECT_PAGE, [projectId, after.sequence, limit])
        : query<PageRow>(TOUR_PAGE, [projectId, after.revision, limit, tourId]));
      const { lastSequence = 0, prunedThrough = 0 } = rows[0] ?? {};
      return { lastSequence, prunedThrough, events: rows.filter(hasEvent).map(toEvent) };
    },
    async readLastSequences(projectIds) {
      const rows = await query<{ projectId: number; lastSequence: number }>(LAST_SEQUENCES, [projectIds]);
      return new Map(rows.map((row) => [row.projectId, row.lastSequence]));
    },
    reads: () => reads,
  };
}

type EventRow = FeedBounds & TourEvent;
type PageRow = EventRow | (FeedBounds & { sequence: null });

function hasEvent(row: PageRow): row is EventRow {
  return row.sequence !== null;
}

function toEvent({ lastSequence: _last, prunedThrough: _pruned, ...event }: EventRow): TourEvent {
  return event;
}

/** Whether events after the position are gone: removed by retention, or taken back by a database restored from an older copy. */
export function hasLost({ prunedThrough, lastSequence }: FeedBounds, after: Position): boolean {
  return after.sequence < prunedThrough || after.sequence > lastSequence;
}

/** How far a page of up to `limit` events leads: one that is not full, to the end of what there was. */
export function positionAfter(
  { events, lastSequence }: Pick<FeedPage, 'events' | 'lastSequence'>,
  limit: number,
  before: Position,
): Position {
  const last = events.at(-1) ?? before;
  return { sequence: events.length < limit ? lastSequence : last.sequence, revision: last.revision };
}
