import { requireAddressedProject, requireScope } from '../domain/access.ts';
import type { Actor } from '../domain/actor.ts';
import type { Deps } from '../domain/deps.ts';
import { DomainError, type ErrorCode } from '../domain/errors.ts';
import type { Answer } from './answer.ts';
import { MAX_INTEGER, parseInteger } from './integer.ts';
import type { Match } from './match-route.ts';
import { forbidden, invalidField, notFound } from './problem.ts';
import { PROJECTS, USERS } from './resource.ts';

export const ONLY_ME = "As a non-staff user you're only allowed to access the `@me` user instance.";

/** What a request is about: `projectId` is null where it is about the caller. */
export interface Address {
  projectId: number | null;
  actor: Actor;
}

/**
 * Checks whether the caller may use the endpoint, and in which project.
 *
 * @returns the address, with the actor limited to that project; or the refusal
 * @throws DomainError
 */
export async function resolveAddress(deps: Deps, caller: Actor, match: Match): Promise<Address | Answer> {
  const { resource, route, projectRef, itemRef } = match;
  const scope = route === null || route === 'options' ? resource.readScope : route.scope;
  if (resource === USERS) {
    requireScope(caller, scope);
    if (itemRef !== '@me') return forbidden(ONLY_ME);
    return { projectId: null, actor: caller };
  }
  if (resource === PROJECTS) {
    requireScope(caller, scope);
    return resolveProject(deps, caller, itemRef ?? '');
  }
  return within(await requireAddressedProject(deps, caller, projectRef ?? '', scope), caller);
}

/** The endpoint of a project itself says `Not found.` for a project that is not there for the caller, and refuses a text that is no number. */
async function resolveProject(deps: Deps, caller: Actor, ref: string): Promise<Address | Answer> {
  const id = parseInteger(ref);
  if (ref !== '@current' && id === null) {
    return invalidField({ path: null, code: 'invalid_input', message: `Field 'id' expected a number but got '${ref}'.` });
  }
  const number = id !== null && id >= 0 && id <= MAX_INTEGER ? String(id) : '0';
  try {
    return within(await requireAddressedProject(deps, caller, id === null ? ref : number, 'project:read'), caller);
  } catch (error) {
    if (error instanceof DomainError && MISSING.has(error.code)) return notFound();
    throw error;
  }
}

const MISSING: ReadonlySet<ErrorCode> = new Set(['PROJECT_NOT_FOUND', 'NOT_A_MEMBER']);

/** Within this request the credential opens the addressed project alone: what belongs to another one is not there. */
function within(projectId: number, caller: Actor): Address {
  return { projectId, actor: { ...caller, projectIds: [projectId] } };
}
