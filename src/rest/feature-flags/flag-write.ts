import type { Body } from '../body.ts';
import { type Call, Refusal } from '../call.ts';
import { invalidField } from '../problem.ts';
import { readFields } from '../read-field.ts';
import { FLAG_FIELDS, type FlagWrite } from './flag-field.ts';

/** @throws Refusal for the first field that is wrong */
export async function readNewFlag({ readBody }: Call): Promise<FlagWrite & { key: string; filters: object }> {
  const { key = '', filters, ...write } = read(await readBody(), true);
  if (filters && !hasGroups(filters)) {
    const message = 'Feature flags must have at least one condition set (group).';
    throw new Refusal(invalidField({ path: 'filters', code: 'invalid_input', message }));
  }
  return { ...write, key, filters: filters ?? { groups: [] } };
}

/** @throws Refusal for the first field that is wrong */
export async function readFlagChange({ readBody }: Call): Promise<FlagWrite> {
  return read(await readBody(), false);
}

function read(body: Body, isRequired: boolean): FlagWrite {
  const result = readFields(FLAG_FIELDS, body, { isRequired });
  if ('problem' in result) throw new Refusal(invalidField(result.problem));
  return result.write;
}

function hasGroups({ groups }: Record<string, unknown>): boolean {
  return Array.isArray(groups) && groups.length > 0;
}
