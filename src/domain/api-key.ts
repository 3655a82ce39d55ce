import type { PersonalApiKey } from '../generated/prisma/client.ts';
import { requireScope } from './access.ts';
import { type Actor, SCOPES } from './actor.ts';
import { type CredentialKind, newSecret, storedSecret } from './credential.ts';
import type { Deps } from './deps.ts';
import { NotFoundError, ValidationError } from './errors.ts';
import { requireOrganizations } from './organization.ts';
import { requiredText } from './required-text.ts';
import { UUID } from './uuid.ts';

export interface CreateApiKey {
  userId: number;
  label: string;
  scopes: readonly string[];
  /** Empty: every project of the user. */
  projectIds: readonly number[];
  /** Empty: every organization of the user's projects. */
  organizationIds: readonly string[];
  /** RFC 3339; null or absent: never. */
  expiresAt?: string | null | undefined;
}

/** How long an access token may be good for, in milliseconds: it is for one who comes back for another. */
const LONGEST_TOKEN_MS = 86_400_000;

export interface CreatedKey {
  /** Shown this once. */
  secret: string;
  /** The stored form. */
  apiKey: PersonalApiKey;
}

/**
 * Creates a key for a user. It may open no project that the caller's own credential does not, and may not outlive the access token that it is made with.
 * Scope `*`.
 *
 * @throws NotFoundError for users, projects and organizations beyond the caller's; PermissionError, ValidationError
 */
export function createApiKey(deps: Deps, actor: Actor, input: CreateApiKey): Promise<CreatedKey> {
  return create(deps, actor, 'personal_key', input);
}

/**
 * Creates an access token, which is handed to a browser where a key would stay too long. As createApiKey, but for a day at most, and never without a scope.
 *
 * @throws NotFoundError, PermissionError, ValidationError
 */
export function createAccessToken(deps: Deps, actor: Actor, input: CreateApiKey & { expiresAt: string }): Promise<CreatedKey> {
  return create(deps, actor, 'access_token', input);
}

async function create(deps: Deps, actor: Actor, kind: CredentialKind, input: CreateApiKey): Promise<CreatedKey> {
  requireScope(actor, '*');
  const label = requiredText('label', input.label, 40);
  const unknown = input.scopes.find((scope) => !(SCOPES as readonly string[]).includes(scope));
  if (unknown !== undefined) throw refusal('scopes', `There is no scope '${unknown}'. Scopes: ${SCOPES.join(', ')}.`);
  if (kind === 'access_token' && input.scopes.length === 0) throw refusal('scopes', 'An access token needs a scope.');
  const expiresAt = input.expiresAt ? new Date(input.expiresAt) : null;
  requireSensibleEnd(deps.clock(), actor, kind, expiresAt);
  const organizationIds = await requireOrganizations(deps, actor, input.organizationIds);
  await requireWithinReach(deps, actor, input, organizationIds);
  const secret = newSecret(kind);
  const apiKey = await deps.db.prisma.personalApiKey.create({
    data: {
      userId: input.userId,
      isAccessToken: kind === 'access_token',
      label,
      scopes: [...new Set(input.scopes)],
      scopedProjectIds: [...new Set(input.projectIds)],
      scopedOrganizationIds: organizationIds,
      expiresAt,
      ...storedSecret(secret),
    },
  });
  return { secret, apiKey };
}

function requireSensibleEnd(now: Date, actor: Actor, kind: CredentialKind, expiresAt: Date | null): void {
  if (expiresAt && expiresAt <= now) throw refusal('expiresAt', 'This moment has passed.');
  if (kind === 'access_token' && expiresAt && expiresAt.getTime() > now.getTime() + LONGEST_TOKEN_MS) {
    throw refusal('expiresAt', 'An access token is good for a day at most.');
  }
  const callersEnd = actor.kind === 'access_token' ? actor.expiresAt : null;
  if (callersEnd !== null && (!expiresAt || expiresAt > new Date(callersEnd))) {
    throw refusal('expiresAt', `What is made with an access token may not outlive it, beyond ${callersEnd}.`);
  }
}

/** What the key would open must be open to the caller. */
async function requireWithinReach(
  { db }: Deps,
  actor: Actor,
  { userId, projectIds }: CreateApiKey,
  organizationIds: string[],
): Promise<void> {
  const user = await db.prisma.user.findUnique({ where: { id: userId }, include: { memberships: { include: { project: true } } } });
  const isWithin = (id: string) => organizationIds.length === 0 || organizationIds.includes(id);
  const projects = user?.memberships.map(({ project }) => project) ?? [];
  const opened = projectIds.length > 0 ? projectIds : projects.filter((project) => isWithin(project.organizationId)).map(({ id }) => id);
  if (!user || !opened.every((id) => actor.projectIds.includes(id))) throw new NotFoundError();
  const stranger = projectIds.find((id) => !projects.some((project) => project.id === id));
  if (stranger !== undefined) throw refusal('projectIds', `The user is not a member of project ${stranger}.`);
}

/**
 * Revokes a key or an access token: one's own with any key, another's with scope `*`. Its subscriptions end and its WebSockets are closed within a second, on every
 * node. Revoking again changes nothing.
 *
 * @throws NotFoundError
 */
export async function revokeApiKey(deps: Deps, actor: Actor, id: string, kind: CredentialKind = 'personal_key'): Promise<PersonalApiKey> {
  if (!UUID.test(id)) throw new NotFoundError();
  const key = await deps.db.prisma.personalApiKey.findUnique({
    where: { id, isAccessToken: kind === 'access_token' },
    include: { user: { include: { memberships: true } } },
  });
  if (!key || !mayRevoke(actor, key.userId, key.user.memberships)) throw new NotFoundError();
  if (key.revokedAt) return key;
  return deps.db.prisma.personalApiKey.update({ where: { id }, data: { revokedAt: deps.clock() } });
}

function mayRevoke(actor: Actor, userId: number, memberships: { projectId: number }[]): boolean {
  if (userId === actor.userId) return true;
  return actor.scopes.includes('*') && memberships.every(({ projectId }) => actor.projectIds.includes(projectId));
}

function refusal(path: string, message: string): ValidationError {
  return new ValidationError([{ path, code: 'invalid_input', message }]);
}
