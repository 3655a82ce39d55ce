import { countedPage, readCountedPage } from '../db/counted-page.ts';
import { joinedRow } from '../db/joined-row.ts';
import { type Push, parameters } from '../db/parameters.ts';
import { createStatementNames } from '../db/statement-name.ts';
import type { Activity } from '../generated/prisma/client.ts';
import type { RawJson } from '../json/raw-json.ts';
import { checkText } from '../json/text-check.ts';
import { requireProject } from './access.ts';
import { ACTIVITY_SCOPES, type Actor } from './actor.ts';
import type { Deps } from './deps.ts';
import { USER_COLUMNS, type User } from './user.ts';

/** Absent: any. Several conditions hold together; of a list, any of its values. */
interface ActivityFilter {
  /** What kind of thing. Only tours are logged, as `ProductTour`. */
  scopes?: readonly string[] | null | undefined;
  /** Which one, gone or not. */
  itemIds?: readonly string[] | null | undefined;
  /** What was done: `created`, `updated`, `deleted` or `restored`. */
  activities?: readonly string[] | null | undefined;
  /** The UUID of the user who did it. */
  userUuid?: string | null | undefined;
}

export interface ActivityQuery extends ActivityFilter {
  projectId: number;
  /** Absent: false. */
  oldestFirst?: boolean | null | undefined;
  limit: number;
  offset: number;
}

/** Something that was done, read with who did it; null when the user is gone. */
export type FoundActivity = Activity & { actor: User | null };

export interface ActivityPage {
  nodes: FoundActivity[];
  totalCount: number;
  /** Of the project; null on an empty page. */
  organizationId: string | null;
}

const ACTOR = joinedRow<User>('actor', { table: 'users', on: 'a.user_id' }, USER_COLUMNS);
const COLUMNS = `a.id, a.project_id AS "projectId", a.scope, a.item_id AS "itemId", a.activity, a.detail, a.user_id AS "userId", a.created_at AS "createdAt",
  p.organization_id AS "organizationId"`;

/** Each combination of conditions makes another text. */
const nameOf = createStatementNames('activity', 32);

type Row = Omit<Activity, 'detail' | 'createdAt'> & { detail: RawJson; createdAt: string; organizationId: string; total: number };

/**
 * A page of what was done in a project, newest first unless asked otherwise. What is deleted keeps its log. One statement.
 *
 * @throws NotFoundError, PermissionError
 */
export async function findActivity(
  deps: Deps,
  actor: Actor,
  { projectId, limit, offset, oldestFirst, ...filter }: ActivityQuery,
): Promise<ActivityPage> {
  requireProject(actor, projectId, ACTIVITY_SCOPES);
  const { values, push } = parameters();
  const where = [`a.project_id = ${push(projectId)}`, ...conditions(filter, push)].join(' AND ');
  const direction = oldestFirst ? 'ASC' : 'DESC';
  const total = `SELECT count(*) AS total FROM activities a WHERE ${where}`;
  const page = `
    SELECT ${COLUMNS}, ${ACTOR.select} FROM activities a JOIN projects p ON p.id = a.project_id ${ACTOR.join} WHERE ${where}
    ORDER BY a.created_at ${direction}, a.id ${direction} LIMIT ${push(limit)} OFFSET ${push(offset)}`;
  const text = countedPage(total, page, `page."createdAt" ${direction}, page.id ${direction}`);
  const { found, totalCount } = readCountedPage(await deps.db.sql.query<Row>({ name: nameOf(text), text }, values));
  return { nodes: found.map(readRow), totalCount: totalCount ?? 0, organizationId: found[0]?.organizationId ?? null };
}

function conditions({ scopes, itemIds, activities, userUuid }: ActivityFilter, push: Push): string[] {
  // The database takes no text with a NUL or half a surrogate pair, so nothing is stored under one.
  const storable = (texts: readonly string[]) => texts.filter((text) => checkText(text) === null);
  const anyOf = (column: string, texts: readonly string[] | null | undefined) =>
    texts == null ? null : `${column} = ANY(${push(storable(texts))}::text[])`;
  const byUser = userUuid == null ? null : `a.user_id = (SELECT u.id FROM users u WHERE u.uuid = ${push(userUuid)}::uuid)`;
  return [anyOf('a.scope', scopes), anyOf('a.item_id', itemIds), anyOf('a.activity', activities), byUser].filter(
    (condition) => condition !== null,
  );
}

function readRow(row: Row): FoundActivity {
  const { id, projectId, scope, itemId, activity, userId } = row;
  const detail = row.detail.value as Activity['detail'];
  return { id, projectId, scope, itemId, activity, detail, userId, createdAt: new Date(row.createdAt), actor: ACTOR.gather(row) };
}
