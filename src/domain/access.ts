import type { Statement } from '../db/sql.ts';
import { type Actor, hasScope, type Scope } from './actor.ts';
import type { Deps } from './deps.ts';
import { DomainError, NotFoundError, notFound, PermissionError } from './errors.ts';
import { OPENING } from './opening.ts';

export function requireScope(actor: Actor, scope: Scope): void {
  if (!hasScope(actor, scope)) throw new PermissionError('MISSING_SCOPE', `API key missing required scope '${scope}'`, scope);
}

/**
 * The check of every operation that concerns the whole installation, such as server status, backup, and granting this scope. `*` does not include it.
 *
 * @throws PermissionError
 */
export function requireInstallation(actor: Actor): void {
  requireScope(actor, 'installation');
}

/**
 * The check of every operation on a project. A project that the actor may not see does not exist for it, whatever the scope; what it may see needs the scope.
 *
 * @throws NotFoundError, PermissionError
 */
export function requireProject(actor: Actor, projectId: number, scope: Scope): void {
  if (!actor.projectIds.includes(projectId)) throw notFound(`project ${projectId}`, 'Project not found.');
  requireScope(actor, scope);
}

export const PREVIEW_ONLY = 'A preview token opens `tourPreview` and `tourPreviewChanged` of its tour in GraphQL, and nothing else.';

/**
 * The door that is closed to preview tokens: whoever is let through may ask for anything, within their rights. What a preview token opens is told by
 * `seesPreview` alone.
 *
 * @throws DomainError PREVIEW_ONLY
 */
export function requireMoreThanPreview(actor: Actor): Actor {
  if (actor.previewTourId === null) return actor;
  throw new DomainError('PREVIEW_ONLY', PREVIEW_ONLY);
}

/** Looking at a tour needs the scope for reading it; a preview token needs none. @throws PermissionError */
export function requirePreview(actor: Actor): void {
  if (actor.previewTourId === null) requireScope(actor, 'product_tour:read');
}

/** Whether the tour is there for the actor to look at: any tour for those who may read it, its own tour for a preview token. @throws PermissionError */
export function seesPreview(actor: Actor, tour: { id: string; projectId: number }): boolean {
  requirePreview(actor);
  if (actor.previewTourId !== null && actor.previewTourId !== tour.id) return false;
  return actor.projectIds.includes(tour.projectId);
}

/** Each reason for which a project may be closed to a credential. */
const FIND_REASONS: Statement = {
  name: 'find_access_reasons',
  text: `
    SELECT o.id AS "organizationId", o.name AS "organizationName",
      ${Object.entries(OPENING)
        .map(([name, condition]) => `${condition} AS "${name}"`)
        .join(', ')},
      EXISTS (SELECT FROM memberships m WHERE m.user_id = k.user_id AND m.project_id = p.id) AS "isMember"
    FROM projects p JOIN organizations o ON o.id = p.organization_id, personal_api_keys k
    WHERE p.id = $1 AND k.id = $2`,
};

type Reasons = Record<keyof typeof OPENING, boolean> & { organizationId: string; organizationName: string; isMember: boolean };

/**
 * The same check in the order, and with the frankness, of the REST contract (sections 1 and 2): it tells an unknown project from one whose organization allows
 * no keys, a key that is not for it or its organization, a missing scope, and a stranger. `ref` is an id in decimal digits or `@current`. Only a project that
 * is closed costs a statement.
 *
 * @returns the project's id
 */
export async function requireAddressedProject(deps: Deps, actor: Actor, ref: string, scope: Scope): Promise<number> {
  const id = ref === '@current' ? actor.currentProjectId : parseId(ref);
  if (id !== null && actor.projectIds.includes(id)) {
    requireScope(actor, scope);
    return id;
  }
  const [reasons] = id === null ? [] : await deps.db.sql.query<Reasons>(FIND_REASONS, [id, actor.keyId]);
  if (id === null || !reasons) throw new NotFoundError('Project not found.', 'PROJECT_NOT_FOUND');
  requireOpen(reasons, id);
  requireScope(actor, scope);
  if (!reasons.isMember) throw new NotFoundError("You don't have access to the project.", 'NOT_A_MEMBER');
  return id;
}

function requireOpen({ organizationId, organizationName, isAllowed, isForProject, isForOrganization }: Reasons, projectId: number): void {
  if (!isAllowed) {
    const message = `Organization '${organizationName}' does not allow using personal API keys. Contact an admin to enable personal API keys for this organization.`;
    throw new NotFoundError(message, 'KEYS_NOT_ALLOWED');
  }
  if (!isForProject) {
    throw new NotFoundError(`API key does not have access to the requested project: ID ${projectId}.`, 'KEY_NOT_SCOPED_TO_PROJECT');
  }
  if (!isForOrganization) {
    const message = `API key does not have access to the requested organization: ID ${organizationId}.`;
    throw new NotFoundError(message, 'KEY_NOT_SCOPED_TO_ORGANIZATION');
  }
}

/** PostgreSQL's integer, in plain digits; anything else names no project. */
function parseId(ref: string): number | null {
  const id = /^\d{1,10}$/.test(ref) ? Number(ref) : null;
  return id !== null && id <= 2_147_483_647 ? id : null;
}
