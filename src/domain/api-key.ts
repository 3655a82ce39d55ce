import { randomBytes } from 'node:crypto';
import type { PersonalApiKey } from '../generated/prisma/client.ts';
import { requireScope } from './access.ts';
import { type Actor, SCOPES } from './actor.ts';
import { hashSecret } from './authentication.ts';
import type { Deps } from './deps.ts';
import { NotFoundError, ValidationError } from './errors.ts';
import { requiredText } from './required-text.ts';
import { UUID } from './uuid.ts';

export interface CreateApiKey {
  userId: number;
  label: string;
  scopes: readonly string[];
  /** Empty: every project of the user. */
  projectIds: readonly number[];
  /** RFC 3339; null or absent: never. */
  expiresAt?: string | null | undefined;
}

/** A secret of 47 characters, 256 random bits behind the prefix that tells a key from a token. */
export function newSecret(): string {
  return `phx_${randomBytes(32).toString('base64url')}`;
}

/** The stored form of a key: enough to find it and to recognise it, not to use it. */
export function storedSecret(secret: string): { hash: string; mask: string } {
  return { hash: hashSecret(secret), mask: `${secret.slice(0, 4)}...${secret.slice(-4)}` };
}

/**
 * Creates a key for a user. It may open no project that the caller's own credential does not. Scope `*`.
 *
 * @returns the secret, shown this once, and the stored key
 * @throws NotFoundError for users and projects beyond the caller's; PermissionError, ValidationError
 */
export async function createApiKey(deps: Deps, actor: Actor, input: CreateApiKey): Promise<{ secret: string; apiKey: PersonalApiKey }> {
  requireScope(actor, '*');
  const label = requiredText('label', input.label, 40);
  const unknown = input.scopes.find((scope) => !(SCOPES as readonly string[]).includes(scope));
  if (unknown !== undefined) throw refusal('scopes', `There is no scope '${unknown}'. Scopes: ${SCOPES.join(', ')}.`);
  const expiresAt = input.expiresAt ? new Date(input.expiresAt) : null;
  if (expiresAt && expiresAt <= deps.clock()) throw refusal('expiresAt', 'This moment has passed.');
  await requireWithinReach(deps, actor, input);
  const secret = newSecret();
  const apiKey = await deps.db.prisma.personalApiKey.create({
    data: {
      userId: input.userId,
      label,
      scopes: [...new Set(input.scopes)],
      scopedProjectIds: [...new Set(input.projectIds)],
      expiresAt,
      ...storedSecret(secret),
    },
  });
  return { secret, apiKey };
}

/** What the key would open must be open to the caller. */
async function requireWithinReach(deps: Deps, actor: Actor, { userId, projectIds }: CreateApiKey): Promise<void> {
  const user = await deps.db.prisma.user.findUnique({ where: { id: userId }, include: { memberships: true } });
  const member = user?.memberships.map((membership) => membership.projectId) ?? [];
  const opened = projectIds.length === 0 ? member : projectIds;
  if (!user || !opened.every((id) => actor.projectIds.includes(id))) throw new NotFoundError();
  const stranger = projectIds.find((id) => !member.includes(id));
  if (stranger !== undefined) throw refusal('projectIds', `The user is not a member of project ${stranger}.`);
}

/**
 * Revokes a key: one's own with any key, another's with scope `*`. Its subscriptions end within a second, on every node. Revoking again changes nothing.
 *
 * @throws NotFoundError
 */
export async function revokeApiKey(deps: Deps, actor: Actor, id: string): Promise<PersonalApiKey> {
  if (!UUID.test(id)) throw new NotFoundError();
  const key = await deps.db.prisma.personalApiKey.findUnique({ where: { id }, include: { user: { include: { memberships: true } } } });
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
