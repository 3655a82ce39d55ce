import { INPUT_LIMITS } from '../domain/input-limits.ts';
import { trim } from '../domain/white-space.ts';

/**
 * A whole number in text, read as Python's `int` does: spaces around it, a sign, and single underscores between digits are fine.
 *
 * @returns null for anything else; beyond 2^53 the nearest number, which is as far out of range as the exact one
 */
export function parseInteger(text: string): number | null {
  const digits = trim(text);
  return /^[+-]?\d+(_\d+)*$/.test(digits) ? Number(digits.replaceAll('_', '')) : null;
}

/** PostgreSQL's and GraphQL's largest integer. */
export const MAX_INTEGER = INPUT_LIMITS.integer;
