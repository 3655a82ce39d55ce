import { type Actor, hasScope, type Scope } from './actor.ts';
import type { Deps } from './deps.ts';
import { NotFoundError, PermissionError } from './errors.ts';

export function requireScope(actor: Actor, scope: Scope): void {
  if (!hasScope(actor, scope)) throw new PermissionError('MISSING_SCOPE', `API key missing required scope '${scope}'`, scope);
}

/**
 * The check of every operation on a project. A project that the actor may not see does not exist for it, whatever the scope; what it may see needs the scope.
 *
 * @throws NotFoundError, PermissionError
 */
export function requireProject(actor: Actor, projectId: number, scope: Scope): void {
  if (!actor.projectIds.includes(projectId)) throw new NotFoundError('Project not found.');
  requireScope(actor, scope);
}

/**
 * The same check in the order, and with the frankness, of the REST contract (sections 1 and 2): it tells an unknown project from a key that is not scoped to
 * it, a missing scope, and a stranger. `ref` is an id in decimal digits or `@current`.
 *
 * @returns the project's id
 */
export async function requireAddressedProject(deps: Deps, actor: Actor, ref: string, scope: Scope): Promise<number> {
  const id = ref === '@current' ? (actor.currentProjectId ?? actor.memberProjectIds[0]) : parseId(ref);
  const exists = id !== undefined && (actor.memberProjectIds.includes(id) || (await isProject(deps, id)));
  if (!exists) throw new NotFoundError('Project not found.', 'PROJECT_NOT_FOUND');
  if (actor.scopedProjectIds.length > 0 && !actor.scopedProjectIds.includes(id)) {
    throw new NotFoundError(`API key does not have access to the requested project: ID ${id}.`, 'KEY_NOT_SCOPED_TO_PROJECT');
  }
  requireScope(actor, scope);
  if (!actor.memberProjectIds.includes(id)) throw new NotFoundError("You don't have access to the project.", 'NOT_A_MEMBER');
  return id;
}

/** PostgreSQL's integer, in plain digits; anything else names no project. */
function parseId(ref: string): number | undefined {
  const id = /^\d{1,10}$/.test(ref) ? Number(ref) : undefined;
  return id !== undefined && id <= 2_147_483_647 ? id : undefined;
}

async function isProject(deps: Deps, id: number): Promise<boolean> {
  return (await deps.db.prisma.project.count({ where: { id } })) > 0;
}
