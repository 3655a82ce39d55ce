import type { PersonalApiKey } from '../generated/prisma/client.ts';
import { requireInstallation, requireScope } from './access.ts';
import { type Actor, SCOPES } from './actor.ts';
import { organizationsOf, recordAudit } from './audit-log.ts';
import { type CredentialKind, nameCredential, newSecret, storedSecret } from './credential.ts';
import type { Deps } from './deps.ts';
import { type FieldCode, notFound, ValidationError } from './errors.ts';
import { INPUT_LIMITS } from './input-limits.ts';
import { requireOrganizations } from './organization.ts';
import { requiredText } from './required-text.ts';
import { requireUser, type SeenUser } from './user-access.ts';

export interface CreateCredential {
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

export interface Created {
  /** Shown this once. */
  secret: string;
  /** The stored form. */
  credential: PersonalApiKey;
}

/**
 * Creates a key for a user. It may open no project that the caller's own credential does not, is for some projects or organizations alone where the caller's
 * is, and expires no later than an access token that it is made with. Scope `*`; only a caller with the scope `installation` may grant that one.
 *
 * @throws NotFoundError for users, projects and organizations beyond the caller's; PermissionError, ValidationError
 */
export function createApiKey(deps: Deps, actor: Actor, input: CreateCredential): Promise<Created> {
  return create(deps, actor, 'personal_key', input);
}

/**
 * Creates an access token, which is handed to a browser where a key would stay too long. As createApiKey, but for a day at most, and never without a scope.
 *
 * @throws NotFoundError, PermissionError, ValidationError
 */
export function createAccessToken(deps: Deps, actor: Actor, input: CreateCredential & { expiresAt: string }): Promise<Created> {
  return create(deps, actor, 'access_token', input);
}

async function create(deps: Deps, actor: Actor, kind: CredentialKind, input: CreateCredential): Promise<Created> {
  requireScope(actor, '*');
  const label = requiredText('label', input.label, INPUT_LIMITS.label);
  const unknown = input.scopes.find((scope) => !(SCOPES as readonly string[]).includes(scope));
  if (unknown !== undefined) throw refusal('scopes', `There is no scope '${unknown}'. Scopes: ${SCOPES.join(', ')}.`);
  if (input.scopes.includes('installation')) requireInstallation(actor);
  if (kind === 'access_token' && input.scopes.length === 0) throw refusal('scopes', 'An access token needs a scope.');
  const expiresAt = input.expiresAt ? new Date(input.expiresAt) : null;
  requireSensibleEnd(deps.clock(), actor, kind, expiresAt);
  requireLimits(actor, input);
  const organizationIds = await requireOrganizations(deps, actor, input.organizationIds);
  const user = await requireWithinReach(deps, actor, input, organizationIds);
  const secret = newSecret(kind);
  const data = {
    userId: user.id,
    isAccessToken: kind === 'access_token',
    label,
    scopes: [...new Set(input.scopes)],
    scopedProjectIds: [...new Set(input.projectIds)],
    scopedOrganizationIds: organizationIds,
    expiresAt,
    ...storedSecret(secret),
  };
  const credential = await deps.db.prisma.$transaction(async (tx) => {
    const created = await tx.personalApiKey.create({ data });
    await recordAudit(tx, actor, {
      action: created.isAccessToken ? 'ACCESS_TOKEN_CREATED' : 'PERSONAL_API_KEY_CREATED',
      subject: { id: created.id, name: nameCredential(created, user) },
      organizationIds: organizationsOf(user, created.scopedProjectIds),
    });
    return created;
  });
  return { secret, credential };
}

function requireSensibleEnd(now: Date, actor: Actor, kind: CredentialKind, expiresAt: Date | null): void {
  if (expiresAt && expiresAt <= now) throw refusal('expiresAt', 'This moment has passed.');
  if (kind === 'access_token' && expiresAt && expiresAt.getTime() > now.getTime() + LONGEST_TOKEN_MS) {
    throw refusal('expiresAt', 'An access token is good for a day at most.');
  }
  const callersEnd = actor.kind === 'access_token' ? actor.expiresAt : null;
  if (callersEnd !== null && (!expiresAt || expiresAt > new Date(callersEnd))) {
    throw refusal('expiresAt', `What is made with an access token expires with it at the latest: ${callersEnd}.`);
  }
}

/** A credential for some projects or organizations alone makes none without such a list: what its user joins later would be open to that one. */
function requireLimits(actor: Actor, { projectIds, organizationIds }: CreateCredential): void {
  const isUnlimited = (own: readonly unknown[], given: readonly unknown[]) => own.length > 0 && given.length === 0;
  if (isUnlimited(actor.scopedProjectIds, projectIds)) {
    throw refusal('projectIds', 'Name at least one: your own key or token is for some projects alone.', 'required');
  }
  if (isUnlimited(actor.scopedOrganizationIds, organizationIds)) {
    throw refusal('organizationIds', 'Name at least one: your own key or token is for some organizations alone.', 'required');
  }
}

/**
 * What the credential would open must be open to the caller, who must see its user. Where it would open nothing as yet, that says nothing about the projects
 * that it will open, so the caller must administer the user.
 */
async function requireWithinReach(
  { db }: Deps,
  actor: Actor,
  { userId, projectIds }: CreateCredential,
  organizationIds: string[],
): Promise<SeenUser> {
  const user = await requireUser(db.sql, actor, userId);
  const { projects, isActive, isAdministered } = user;
  const isWithin = (id: string) => organizationIds.length === 0 || organizationIds.includes(id);
  const opened = projectIds.length > 0 ? projectIds : projects.filter((project) => isWithin(project.organizationId)).map(({ id }) => id);
  const closed = opened.find((id) => !actor.projectIds.includes(id));
  // The caller may not learn which projects a user has.
  if (closed !== undefined) throw notFound(projectIds.length > 0 ? `project ${closed}` : `user ${userId}`);
  if (opened.length === 0 && userId !== actor.userId && !isAdministered) throw notFound(`user ${userId}`);
  if (!isActive) throw refusal('userId', 'The user is deactivated.');
  const stranger = projectIds.find((id) => !projects.some((project) => project.id === id));
  if (stranger !== undefined) throw refusal('projectIds', `The user is not a member of project ${stranger}.`);
  return user;
}

function refusal(path: string, message: string, code: FieldCode = 'invalid_input'): ValidationError {
  return new ValidationError([{ path, code, message }]);
}
