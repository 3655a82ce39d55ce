import { MAX_INTEGER, parseInteger } from '../integer.ts';

/** A flag's id in plain digits, or null for what is none. */
export function parseFlagId(text: string): string | null {
  const id = parseInteger(text);
  return id !== null && id > 0 && id <= MAX_INTEGER ? String(id) : null;
}
