import { type FieldProblem, ValidationError } from '../domain/errors.ts';
import { checkDraftPatch } from '../domain/tour/draft-patch.ts';
import { checkTourInput } from '../domain/tour/input.ts';
import type { Body } from './body.ts';
import { readField } from './read-field.ts';
import { FIELDS, type TourWrite } from './write-field.ts';

/** What a body is for: a new tour, a change of the live one, or a change of the draft. */
export type WriteMode = 'create' | 'patch' | 'draft';

/**
 * Reads a body as fields of a tour, or as the keys of a draft. Unknown and read-only fields are passed over. Of several problems the first in declared order
 * is told, also when the domain is the one that finds it; a body that can be read goes to the domain unchecked.
 *
 * A draft is an editor's unfinished work: there null is taken everywhere, and only what is of the wrong type, which no publish could take, is refused.
 */
export function readTourWrite(body: Body, mode: WriteMode): { write: TourWrite } | { problem: FieldProblem } {
  const write: Record<string, unknown> = {};
  for (const field of FIELDS) {
    if (mode === 'draft' && !field.isDraftable) continue;
    const coerced = readField(field, body, { isRequired: mode === 'create', isNullTaken: mode === 'draft' });
    if (coerced === null) continue;
    if ('code' in coerced)
      return { problem: firstProblem(write, mode) ?? { path: field.key, code: coerced.code, message: coerced.message } };
    write[field.key] = coerced.value;
  }
  return { write };
}

/** What the domain has against the fields so far. */
function firstProblem(write: TourWrite, mode: WriteMode): FieldProblem | undefined {
  try {
    if (mode === 'draft') checkDraftPatch({ ...write, targeting_flag_filters: write.targetingFlagFilters });
    else checkTourInput(write);
  } catch (error) {
    if (error instanceof ValidationError) return error.fields[0];
    throw error;
  }
}
