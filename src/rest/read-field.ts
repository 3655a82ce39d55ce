import type { FieldProblem } from '../domain/errors.ts';
import type { JsonSchema } from '../openapi/json-schema.ts';
import type { Body } from './body.ts';
import type { Coerced, Source } from './coerce.ts';
import { printNumber } from './python-number.ts';

/** How one field of a body is read, and described to those who send it. */
export interface Field<Write> {
  /** On the wire. */
  name: string;
  /** In what is read. */
  key: keyof Write & string;
  coerce: (raw: unknown, source: Source) => Coerced<unknown>;
  isNullable?: true;
  /** In the body of a creation. */
  isRequired?: true;
  /** What an empty text in a form means; where it says nothing, the text itself. */
  emptyInForm?: 'null' | 'absent';
  /** Of a value that is not null, for the documentation. */
  schema: JsonSchema;
  /** For the documentation. */
  about: string;
}

interface Reading {
  /** Whether fields that a new thing needs must be there. */
  isRequired: boolean;
  /** Whether null is taken in every field. */
  isNullTaken?: boolean;
}

/** Null: the body says nothing of this field. For a new thing that is the default, which is also what a box that is not ticked means in a form. */
export function readField<Write>(field: Field<Write>, { kind, fields, literal }: Body, mode: Reading): Coerced<unknown> | null {
  const raw = fields.get(field.name);
  if (raw === undefined) return field.isRequired && mode.isRequired ? { code: 'required', message: 'This field is required.' } : null;
  if (raw === '' && kind === 'form') {
    if (field.emptyInForm === 'absent') return null;
    if (field.emptyInForm === 'null') return { value: null };
  }
  if (raw !== null) return field.coerce(raw, { kind, printed: () => printNumber(literal?.(field.name) ?? String(raw)) });
  return field.isNullable || mode.isNullTaken ? { value: null } : { code: 'null', message: 'This field may not be null.' };
}

/** Reads a body by its fields, in their order. Unknown fields are passed over; the first problem ends it. */
export function readFields<Write>(
  fields: readonly Field<Write>[],
  body: Body,
  mode: Reading,
): { write: Write } | { problem: FieldProblem } {
  const write: Record<string, unknown> = {};
  for (const field of fields) {
    const coerced = readField(field, body, mode);
    if (coerced === null) continue;
    if ('code' in coerced) return { problem: { path: field.name, code: coerced.code, message: coerced.message } };
    write[field.key] = coerced.value;
  }
  return { write: write as Write };
}
