import type { FieldCode } from '../domain/errors.ts';
import { MAX_INTEGER, parseInteger } from './integer.ts';

/** A field's value in the type that the field has, or why it cannot be read as one: contract sections 3 and 4. */
export type Coerced<T> = { value: T } | { code: FieldCode; message: string };

/** What a value does not tell of where it stood. */
export interface Source {
  kind: 'json' | 'form';
  /** Of a number: its text as Python prints it. */
  printed(): string;
}

/** Text is taken as it is, and a number as its text: `5` is "5", `1.50` is "1.5". */
export function coerceText(raw: unknown, { printed }: Source): Coerced<string> {
  if (typeof raw === 'string') return { value: raw };
  return typeof raw === 'number' ? { value: printed() } : invalid('Not a valid string.');
}

const TRUE: ReadonlySet<unknown> = new Set([true, 1, 'true', 't', 'yes', 'y', 'on', '1']);
const FALSE: ReadonlySet<unknown> = new Set([false, 0, 'false', 'f', 'no', 'n', 'off', '0']);

export function coerceBoolean(raw: unknown): Coerced<boolean> {
  const folded = typeof raw === 'string' ? raw.toLowerCase() : raw;
  if (TRUE.has(folded)) return { value: true };
  return FALSE.has(folded) ? { value: false } : invalid('Must be a valid boolean.');
}

/** No row has this id. */
const NOTHING = 0;

/** In text. */
const MAX_DIGITS = 1000;

/**
 * The id of a row: a whole number, or digits in text, also with zeros behind a point. One that the database could not hold becomes an id that nothing has,
 * so that it is refused where unknown ids are.
 */
export function coerceId(raw: unknown, { printed }: Source): Coerced<number> {
  if (typeof raw !== 'number' && typeof raw !== 'string') return invalid('A valid integer is required.');
  if (typeof raw === 'string' && raw.length > MAX_DIGITS) return { code: 'max_string_length', message: 'String value too large.' };
  const id = Number.isSafeInteger(raw)
    ? (raw as number)
    : parseInteger((typeof raw === 'number' ? printed() : raw).replace(/\.0*\s*$/, ''));
  if (id === null) return invalid('A valid integer is required.');
  return { value: Math.abs(id) <= MAX_INTEGER ? id : NOTHING };
}

/** Text out of a list. */
export function coerceChoice<T extends string>(raw: unknown, source: Source, choices: readonly T[]): Coerced<T> {
  const choice = choices.find((candidate) => candidate === raw);
  return choice === undefined
    ? { code: 'invalid_choice', message: `"${describe(raw, source)}" is not a valid choice.` }
    : { value: choice };
}

export function invalid(message: string): { code: 'invalid_input'; message: string } {
  return { code: 'invalid_input', message };
}

/** A value as Python prints it; what is inside a list or an object is of no use to the reader. */
function describe(raw: unknown, { printed }: Source): string {
  if (typeof raw === 'string') return raw;
  if (typeof raw === 'boolean') return raw ? 'True' : 'False';
  if (typeof raw === 'number') return printed();
  return Array.isArray(raw) ? '[…]' : '{…}';
}
