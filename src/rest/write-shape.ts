import { type FieldProblem, ValidationError } from '../domain/errors.ts';
import { checkDraftPatch } from '../domain/tour/draft-patch.ts';
import { checkTourInput } from '../domain/tour/input.ts';
import type { Body } from './body.ts';
import type { Coerced } from './coerce.ts';
import { printNumber } from './python-number.ts';
import { FIELDS, type Field, type TourWrite } from './write-field.ts';

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
    const coerced = readField(field, body, mode);
    if (coerced === null) continue;
    if ('code' in coerced)
      return { problem: firstProblem(write, mode) ?? { path: field.key, code: coerced.code, message: coerced.message } };
    write[field.key] = coerced.value;
  }
  return { write };
}

/** Null: the body says nothing of this field. For a new tour that is the default, which is also what a box that is not ticked means in a form. */
function readField(field: Field, { kind, fields, literal }: Body, mode: WriteMode): Coerced<unknown> | null {
  const raw = fields.get(field.name);
  if (raw === undefined) return field.isRequired && mode === 'create' ? { code: 'required', message: 'This field is required.' } : null;
  if (raw === '' && kind === 'form') {
    if (field.emptyInForm === 'absent') return null;
    if (field.emptyInForm === 'null') return { value: null };
  }
  if (raw !== null) return field.coerce(raw, { kind, printed: () => printNumber(literal?.(field.name) ?? String(raw)) });
  return field.isNullable || mode === 'draft' ? { value: null } : { code: 'null', message: 'This field may not be null.' };
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
