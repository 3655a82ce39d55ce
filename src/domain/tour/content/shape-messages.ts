import { didYouMean } from './did-you-mean.ts';

type Path = readonly (string | number)[];

/** Longer values are cut in messages, in characters. */
const MAX_SHOWN = 60;

const KINDS: Record<string, string> = {
  string: 'a string',
  number: 'a number',
  boolean: 'a boolean',
  object: 'an object',
  array: 'a list',
};

/** @param expected the type of JSON that is expected */
export function wrongType(at: Path, expected: string, value: unknown): string {
  return `${nameOf(at)} must be ${KINDS[expected] ?? expected}, not ${kindOf(value)}.`;
}

export function notAValue(at: Path, value: unknown, values: readonly (string | number)[]): string {
  const meant = typeof value === 'string' ? didYouMean(value, values.map(String)) : null;
  const shown = typeof value === 'object' ? kindOf(value) : cut(JSON.stringify(value));
  return `${nameOf(at)} must be ${oneOf(values)}, not ${shown}.${meant === null ? '' : ` Did you mean \`${meant}\`?`}`;
}

export function outOfRange(at: Path, side: 'at least' | 'at most', limit: unknown, value: unknown): string {
  return typeof value === 'number' ? `${nameOf(at)} must be ${side} ${limit}, not ${value}.` : `${nameOf(at)} must not be empty.`;
}

/** `a`, `b` or `c`. */
function oneOf(values: readonly (string | number)[]): string {
  const names = values.map((value) => `\`${value}\``);
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}

function nameOf(at: Path): string {
  const last = at.at(-1);
  return typeof last === 'number' ? `Item ${last + 1} of \`${at.at(-2)}\`` : `\`${cut(String(last))}\``;
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return value === '' ? 'an empty string' : (KINDS[typeof value] ?? typeof value);
}

function cut(text: string): string {
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;
}
