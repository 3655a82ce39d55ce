import { INPUT_LIMITS } from '../../domain/input-limits.ts';
import { USER_ROLES } from '../../domain/user.ts';
import { type Coerced, coerceChoice, coerceText, type Source } from '../coerce.ts';
import type { Field } from '../read-field.ts';

export interface UserWrite {
  firstName?: string;
  lastName?: string;
  organization?: string;
  team?: string;
  roleAtOrganization?: string;
}

const NAME = { type: 'string', maxLength: INPUT_LIMITS.personName } as const;

/** In the order in which they are declared, and in which problems are looked for. Fields of the original that have no meaning here are passed over. */
export const USER_FIELDS: readonly Field<UserWrite>[] = [
  { name: 'first_name', key: 'firstName', coerce: coerceText, schema: NAME, about: 'May be empty.' },
  { name: 'last_name', key: 'lastName', coerce: coerceText, schema: NAME, about: 'May be empty.' },
  {
    name: 'set_current_organization',
    key: 'organization',
    coerce: coerceReference,
    schema: { type: 'string', format: 'uuid' },
    about: 'An organization with a project that the key opens. Without `set_current_team`, its first such project becomes the current one.',
  },
  {
    name: 'set_current_team',
    key: 'team',
    coerce: coerceReference,
    schema: { type: ['integer', 'string'] },
    about: 'A project that the key opens: `@current` names it from then on, for all keys of the user.',
  },
  {
    name: 'role_at_organization',
    key: 'roleAtOrganization',
    coerce: (raw, source) => coerceChoice(raw, source, USER_ROLES),
    schema: { type: 'string', enum: USER_ROLES },
    about: 'What the user works as.',
  },
];

function coerceReference(raw: unknown, source: Source): Coerced<string> {
  const coerced = coerceText(raw, source);
  return 'value' in coerced && coerced.value.trim() === '' ? { code: 'blank', message: 'This field may not be blank.' } : coerced;
}
