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
}

/** A tour that is launched and not archived. */
export interface PublishedTour extends PublicTour {
  /** Of the version that is live. */
  versionNumber: number;
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
    SELECT ${PUBLIC_TOUR.columns}, t.version_number AS "versionNumber"
    FROM tours t ${PUBLIC_TOUR.joins}
    WHERE t.project_id = $1 AND NOT t.archived AND t.start_date IS NOT NULL
    ORDER BY t.created_at, t.id`,
};

const FLAGS = `
    SELECT f.id, f.key, f.version, f.active, f.filters, f.has_encrypted_payloads AS "hasEncryptedPayloads", t.id AS "tourId",
      t.auto_launch AS "autoLaunch", t.archived, t.start_date AS "startDate", t.end_date AS "endDate"
    FROM feature_flags f LEFT JOIN tours t ON t.internal_targeting_flag_id = f.id
    WHERE NOT f.deleted`;

// The key of a tour's own flag holds the tour's name, which is nobody's business before the launch.
const LIST_FLAGS: Statement = {
  name: 'list_flag_definitions',
  text: `${FLAGS} AND f.project_id = $1 AND (t.id IS NULL OR (NOT t.archived AND t.start_date IS NOT NULL)) ORDER BY f.id`,
};
const FIND_FLAGS: Statement = { name: 'find_flag_definitions', text: `${FLAGS} AND f.id = ANY($1::int[])` };

/** The project of a public token, and a text that is another one after each write to its tours or flags. Null: no project has the token. */
export async function findPublishedState(sql: Sql, token: string): Promise<{ projectId: number; state: string } | null> {
  const [row] = await sql.query<{ projectId: number; state: string }>(FIND_STATE, [token]);
  return row ?? null;
}

/** Every tour that is not archived and has a start date, over or still to come included; the oldest first. */
export function listPublishedTours(sql: Sql, projectId: number): Promise<PublishedTour[]> {
  return sql.query<PublishedTour>(LIST_TOURS, [projectId]);
}

/** Every flag that is not deleted, inactive ones included; of tours' own flags those whose tour is published. */
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
