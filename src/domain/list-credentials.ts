import type { Push } from '../db/parameters.ts';
import { parameters } from '../db/parameters.ts';
import type { PersonalApiKey } from '../generated/prisma/client.ts';
import { requireScope } from './access.ts';
import { type Actor, hasScope } from './actor.ts';
import type { Deps } from './deps.ts';
import { type CountablePage, findPage } from './find-page.ts';
import type { PageArgs } from './keyset.ts';
import { OPENING } from './opening.ts';
import { administeredUser } from './user-access.ts';
import { UUID } from './uuid.ts';

/** Which keys or tokens to list; absent: all. */
export interface CredentialFilter {
  /** Of this user only. */
  userId?: number | null | undefined;
  /** True: only those that are neither revoked nor expired, of a user who is active; false: only the others. */
  isActive?: boolean | null | undefined;
}

const IS_ACTIVE = '(k.revoked_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > now()) AND u.is_active)';
const NEWEST_FIRST = [
  { sql: 'k.created_at', type: 'timestamptz', direction: 'DESC' },
  { sql: 'k.id', type: 'uuid', direction: 'DESC' },
] as const;
const FROM = 'personal_api_keys k JOIN users u ON u.id = k.user_id';

/**
 * The personal API keys that the caller may see, newest first, revoked and expired ones included: those of the caller's own user, those that open a project which
 * the caller's credential opens, and all of the users whom the caller administers. Scope `*`.
 *
 * @throws PermissionError; ValidationError for page sizes and cursors
 */
export function listApiKeys(deps: Deps, actor: Actor, filter: CredentialFilter, args: PageArgs): Promise<CountablePage<PersonalApiKey>> {
  return list(deps, actor, 'NOT k.is_access_token', filter, args);
}

/** The same for access tokens. An expired one is removed after a day. */
export function listAccessTokens(
  deps: Deps,
  actor: Actor,
  filter: CredentialFilter,
  args: PageArgs,
): Promise<CountablePage<PersonalApiKey>> {
  return list(deps, actor, 'k.is_access_token AND k.preview_tour_id IS NULL', filter, args);
}

/** The keys and access tokens with these ids that the caller may see; none without the scope `*`. */
export async function findCredentials(deps: Deps, actor: Actor, ids: readonly string[]): Promise<PersonalApiKey[]> {
  if (!hasScope(actor, '*')) return [];
  const { values, push } = parameters();
  const asked = push(ids.filter((id) => UUID.test(id)));
  const text = `SELECT k.id FROM ${FROM} WHERE k.id = ANY(${asked}::uuid[]) AND k.preview_tour_id IS NULL AND ${visible(actor, push)}`;
  const rows = await deps.db.sql.query<{ id: string }>(text, values);
  return load(
    deps,
    rows.map(({ id }) => id),
  );
}

async function list(deps: Deps, actor: Actor, kind: string, { userId, isActive }: CredentialFilter, args: PageArgs) {
  requireScope(actor, '*');
  function where(push: Push): string {
    const conditions = [kind, visible(actor, push)];
    if (userId != null) conditions.push(`k.user_id = ${push(userId)}`);
    if (isActive != null) conditions.push(isActive ? IS_ACTIVE : `NOT ${IS_ACTIVE}`);
    return conditions.join(' AND ');
  }
  return findPage(deps.db.sql, { from: FROM, id: 'k.id', where, order: NEWEST_FIRST }, args, (ids: string[]) => load(deps, ids));
}

function load({ db }: Deps, ids: string[]): Promise<PersonalApiKey[]> {
  return db.prisma.personalApiKey.findMany({ where: { id: { in: ids } } });
}

/** SQL: the credential of the row `k` opens a project that the actor opens, or belongs to a user whom the actor administers, or to the actor's own. */
function visible(actor: Actor, push: Push): string {
  const opens = `EXISTS (
    SELECT FROM memberships m JOIN projects p ON p.id = m.project_id JOIN organizations o ON o.id = p.organization_id
    WHERE m.user_id = k.user_id AND p.id = ANY(${push(actor.projectIds)}::int[]) AND ${Object.values(OPENING)
      .map((condition) => `(${condition})`)
      .join(' AND ')})`;
  return `(k.user_id = ${push(actor.userId)} OR ${opens} OR ${administeredUser(actor, push)})`;
}
