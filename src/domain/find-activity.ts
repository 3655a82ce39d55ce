import { countedPage, readCountedPage } from '../db/counted-page.ts';
import { joinedRow } from '../db/joined-row.ts';
import type { Push } from '../db/parameters.ts';
import type { Sql, Statement } from '../db/sql.ts';
import type { Activity } from '../generated/prisma/client.ts';
import type { RawJson } from '../json/raw-json.ts';
import { checkText } from '../json/text-check.ts';
import { requireProject } from './access.ts';
import type { Actor } from './actor.ts';
import type { Deps } from './deps.ts';
import { type CountablePage, findPage } from './find-page.ts';
import type { PageArgs } from './keyset.ts';
import { USER_COLUMNS, type User } from './user.ts';

export interface ActivityQuery {
  projectId: number;
  /** What kind of thing; absent: any. Only tours are logged, as `ProductTour`. */
  scope?: string | null | undefined;
  /** Which one, gone or not; absent: any. */
  itemId?: string | null | undefined;
  limit: number;
  offset: number;
}

/** Something that was done, read with who did it; null when the user is gone. */
export type FoundActivity = Activity & { actor: User | null };

const ACTOR = joinedRow<User>('actor', { table: 'users', on: 'a.user_id' }, USER_COLUMNS);
const COLUMNS = `a.id, a.project_id AS "projectId", a.scope, a.item_id AS "itemId", a.activity, a.detail, a.user_id AS "userId", a.created_at AS "createdAt"`;

type Row = Omit<Activity, 'detail' | 'createdAt'> & { detail: RawJson; createdAt: string; total: number };

/**
 * A page of what was done in a project, newest first. What is deleted keeps its log. One statement.
 *
 * @throws NotFoundError, PermissionError
 */
export async function findActivity(
  deps: Deps,
  actor: Actor,
  { projectId, scope, itemId, limit, offset }: ActivityQuery,
): Promise<{ nodes: FoundActivity[]; totalCount: number }> {
  requireProject(actor, projectId, 'product_tour:read');
  // The database takes no such text, so nothing is stored under it.
  if (checkText(scope ?? '') || checkText(itemId ?? '')) return { nodes: [], totalCount: 0 };
  const statement = pageStatement(scope != null, itemId != null);
  const rows = await deps.db.sql.query<Row>(statement, [projectId, limit, offset, ...[scope, itemId].filter((value) => value != null)]);
  const { found, totalCount } = readCountedPage(rows);
  return { nodes: found.map((row) => ({ ...readRow(row), actor: ACTOR.gather(row) })), totalCount: totalCount ?? 0 };
}

const NEWEST_FIRST = [
  { sql: 'a.created_at', type: 'timestamptz', direction: 'DESC' },
  { sql: 'a.id', type: 'uuid', direction: 'DESC' },
] as const;

/**
 * A page of what was done to a tour that the caller may see, newest first.
 *
 * @throws ValidationError for page sizes and cursors
 */
export function listTourActivity({ db }: Deps, tour: { id: string; projectId: number }, args: PageArgs): Promise<CountablePage<Activity>> {
  const where = (push: Push) => `a.project_id = ${push(tour.projectId)} AND a.scope = 'ProductTour' AND a.item_id = ${push(tour.id)}`;
  const listing = { from: 'activities a', id: 'a.id', where, order: NEWEST_FIRST };
  return findPage(db.sql, listing, args, (ids: string[]) => findActivityById(db.sql, ids));
}

const FIND: Statement = { name: 'find_activity', text: `SELECT ${COLUMNS} FROM activities a WHERE a.id = ANY($1::uuid[])` };

/** Activity by id, past any check. */
export async function findActivityById(sql: Sql, ids: readonly string[]): Promise<Activity[]> {
  return (await sql.query<Row>(FIND, [ids])).map(readRow);
}

function readRow({ id, projectId, scope, itemId, activity, userId, detail, createdAt }: Row): Activity {
  return { id, projectId, scope, itemId, activity, userId, detail: detail.value as Activity['detail'], createdAt: new Date(createdAt) };
}

function pageStatement(hasScope: boolean, hasItem: boolean): Statement {
  const conditions = ['a.project_id = $1', hasScope && 'a.scope = $4', hasItem && `a.item_id = $${hasScope ? 5 : 4}`].filter(Boolean);
  const where = conditions.join(' AND ');
  const total = `SELECT count(*) AS total FROM activities a WHERE ${where}`;
  const page = `
    SELECT ${COLUMNS}, ${ACTOR.select} FROM activities a ${ACTOR.join} WHERE ${where} ORDER BY a.created_at DESC, a.id DESC LIMIT $2 OFFSET $3`;
  return {
    name: `find_activity_page${hasScope ? '_scope' : ''}${hasItem ? '_item' : ''}`,
    text: countedPage(total, page, 'page."createdAt" DESC, page.id DESC'),
  };
}
