import { parameters } from '../../db/parameters.ts';
import type { Sql, Statement } from '../../db/sql.ts';
import type { RawJson } from '../../json/raw-json.ts';
import type { Deps } from '../deps.ts';
import type { CountablePage } from '../find-page.ts';
import { keyset, type OrderKey, type PageArgs, pageOf, refuseCursor } from '../keyset.ts';

/** A version without its content, which can be megabytes. */
export interface TourVersion {
  id: string;
  projectId: number;
  tourId: string;
  number: number;
  name: string;
  description: string;
  publishedAt: string;
  publishedById: number | null;
  /** Kept when the user is gone. */
  publishedByName: string | null;
}

const COLUMNS = `v.id, v.project_id AS "projectId", v.tour_id AS "tourId", v.number, v.name, v.description, v.published_at AS "publishedAt",
  v.published_by_id AS "publishedById", v.published_by_name AS "publishedByName"`;

const NEWEST_FIRST: readonly OrderKey[] = [{ sql: 'v.number', type: 'int', direction: 'DESC' }];

const COUNT: Statement = { name: 'count_versions', text: 'SELECT count(*) AS total FROM tour_versions WHERE tour_id = $1' };
const FIND: Statement = { name: 'find_versions', text: `SELECT ${COLUMNS} FROM tour_versions v WHERE v.id = ANY($1::uuid[])` };
const CONTENTS: Statement = { name: 'contents_of_versions', text: 'SELECT id, content FROM tour_versions WHERE id = ANY($1::uuid[])' };

/**
 * A page of a tour's versions, newest first. One statement. The tour may be seen by the caller.
 *
 * @throws ValidationError for page sizes and cursors
 */
export async function listVersions({ db }: Deps, tourId: string, args: PageArgs): Promise<CountablePage<TourVersion>> {
  const { values, push } = parameters();
  push(tourId);
  const page = keyset(NEWEST_FIRST, args, push);
  const text = `
    SELECT ${COLUMNS}, ${page.position} FROM tour_versions v WHERE v.tour_id = $1 AND ${page.where}
    ORDER BY ${page.orderBy} LIMIT ${push(page.limit + 1)}`;
  const rows = await db.sql.query<TourVersion>(text, values).catch(refuseCursor);
  const count = async () => (await db.sql.query<{ total: number }>(COUNT, [tourId]))[0]?.total ?? 0;
  return { ...pageOf(rows, page, args, (row) => row), count };
}

/** Versions by id, past any check. */
export function findVersionsById(sql: Sql, ids: readonly string[]): Promise<TourVersion[]> {
  return sql.query<TourVersion>(FIND, [ids]);
}

/** The contents of versions that the caller may see. */
export function findVersionContents(sql: Sql, ids: readonly string[]): Promise<{ id: string; content: RawJson }[]> {
  return sql.query<{ id: string; content: RawJson }>(CONTENTS, [ids]);
}
