import type { Sql, Statement } from '../db/sql.ts';
import type { RawJson } from '../json/raw-json.ts';
import { PUBLIC_TOUR, type PublicTour } from './public-tour.ts';
import type { Lifetime } from './tour/lifecycle.ts';

/** What a trigger in prisma/migrations announces: a flag has changed. The payload is the id of its project. */
export const FLAG_CHANNEL = 'tour_gateway_flags';

/** A flag, with the life of the tour that it decides about; null for a flag that people made. */
export interface FlagDefinition {
  id: number;
  key: string;
  version: number | null;
  active: boolean;
  filters: RawJson;
  hasEncryptedPayloads: boolean | null;
  tour: (Lifetime & { autoLaunch: boolean }) | null;
  /** It belongs to a tour that is not published: it is off, has no filters here, and is not to be shown. */
  isHidden: boolean;
}

// xmin is the transaction that last wrote a row: the text differs after any write, whoever made it, and no content is read.
const FIND_STATE: Statement = {
  name: 'find_published_state',
  text: `
    SELECT p.id AS "projectId", concat_ws('-',
        (SELECT md5(string_agg(t.id::text || t.xmin::text, ' ' ORDER BY t.id)) FROM tours t WHERE t.project_id = p.id),
        (SELECT md5(string_agg(f.id::text || '.' || f.xmin::text, ' ' ORDER BY f.id)) FROM feature_flags f WHERE f.project_id = p.id)
      ) AS state
    FROM projects p WHERE p.token = $1`,
};

const LIST_TOURS: Statement = {
  name: 'list_published_tours',
  text: `
    SELECT ${PUBLIC_TOUR.columns}
    FROM tours t ${PUBLIC_TOUR.joins}
    WHERE t.project_id = $1 AND NOT t.archived AND t.start_date IS NOT NULL
    ORDER BY t.created_at, t.id`,
};

const COLUMNS = `f.id, f.key, f.version, f.active, f.has_encrypted_payloads AS "hasEncryptedPayloads", t.id AS "tourId", t.auto_launch AS "autoLaunch",
      t.archived, t.start_date AS "startDate", t.end_date AS "endDate"`;
const FLAGS = 'FROM feature_flags f LEFT JOIN tours t ON t.internal_targeting_flag_id = f.id WHERE NOT f.deleted';
const IS_HIDDEN = 't.id IS NOT NULL AND (t.archived OR t.start_date IS NULL)';

const LIST_FLAGS: Statement = {
  name: 'list_flag_definitions',
  text: `SELECT ${COLUMNS}, ${IS_HIDDEN} AS "isHidden", CASE WHEN ${IS_HIDDEN} THEN '{}'::jsonb ELSE f.filters END AS filters
    ${FLAGS} AND f.project_id = $1 ORDER BY f.id`,
};
const FIND_FLAGS: Statement = {
  name: 'find_flag_definitions',
  text: `SELECT ${COLUMNS}, false AS "isHidden", f.filters ${FLAGS} AND f.id = ANY($1::int[])`,
};

/** The project of a public token, and a text that is another one after each write to its tours or flags. Null: no project has the token. */
export async function findPublishedState(sql: Sql, token: string): Promise<{ projectId: number; state: string } | null> {
  const [row] = await sql.query<{ projectId: number; state: string }>(FIND_STATE, [token]);
  return row ?? null;
}

/** Every tour that is not archived and has a start date, over or still to come included; the oldest first. */
export function listPublishedTours(sql: Sql, projectId: number): Promise<PublicTour[]> {
  return sql.query<PublicTour>(LIST_TOURS, [projectId]);
}

/** Every flag that is not deleted, inactive ones included. Of the flags of tours that are not published, nothing but their existence. */
export async function listFlagDefinitions(sql: Sql, projectId: number): Promise<FlagDefinition[]> {
  return (await sql.query<FlagRow>(LIST_FLAGS, [projectId])).map(readFlag);
}

/** Flags by id, past any check: for those that a tour which the caller may see points at. */
export async function findFlagDefinitions(sql: Sql, ids: readonly number[]): Promise<FlagDefinition[]> {
  return (await sql.query<FlagRow>(FIND_FLAGS, [ids])).map(readFlag);
}

type FlagRow = Omit<FlagDefinition, 'tour'> & Lifetime & { tourId: string | null; autoLaunch: boolean };

function readFlag({ tourId, autoLaunch, archived, startDate, endDate, ...flag }: FlagRow): FlagDefinition {
  return { ...flag, tour: tourId === null ? null : { autoLaunch, archived, startDate, endDate } };
}
