import type { RestUpdateUserMutationVariables, ViewerFieldsFragment } from '../../generated/operations.ts';
import type { Body } from '../body.ts';
import { Refusal } from '../call.ts';
import { parseInteger } from '../integer.ts';
import { forbidden, invalidField } from '../problem.ts';
import { readFields } from '../read-field.ts';
import { USER_FIELDS } from './user-field.ts';

/** @throws Refusal for a change that no key may make, or for the first field that is wrong */
export function readUserChange(body: Body, viewer: ViewerFieldsFragment): RestUpdateUserMutationVariables['input'] {
  requireSameIdentity(body, viewer.user.email);
  const result = readFields(USER_FIELDS, body, { isRequired: false });
  if ('problem' in result) throw new Refusal(invalidField(result.problem));
  const { organization, team, ...write } = result.write;
  return { ...write, ...readCurrentProject(viewer.projects, organization, team) };
}

function requireSameIdentity({ fields }: Body, current: string): void {
  const email = fields.get('email');
  const isSameEmail = !fields.has('email') || (typeof email === 'string' && email.trim().toLowerCase() === current.toLowerCase());
  if (isSameEmail && !fields.has('password')) return;
  throw new Refusal(forbidden('You can only change your email or password from the PostHog app, not with an API key or token.'));
}

/** What the two fields name together. */
function readCurrentProject(
  projects: ViewerFieldsFragment['projects'],
  organization: string | undefined,
  team: string | undefined,
): { currentProjectId?: number } {
  const wanted = organization?.trim().toLowerCase();
  const inOrganization = wanted === undefined ? projects : projects.filter((project) => project.organization.id === wanted);
  if (organization !== undefined && inOrganization.length === 0) refuseReference('set_current_organization', organization);
  if (team === undefined) return organization === undefined || !inOrganization[0] ? {} : { currentProjectId: inOrganization[0].id };
  const id = parseInteger(team);
  if (!projects.some((project) => project.id === id)) refuseReference('set_current_team', team);
  const found = inOrganization.find((project) => project.id === id);
  if (found) return { currentProjectId: found.id };
  const message = 'Team must belong to the same organization in set_current_organization.';
  throw new Refusal(invalidField({ path: 'set_current_team', code: 'invalid_input', message }));
}

function refuseReference(path: string, id: string): never {
  throw new Refusal(invalidField({ path, code: 'does_not_exist', message: `Object with id=${id} does not exist.` }));
}
