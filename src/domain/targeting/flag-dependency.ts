import type { JsonObject } from '../../json/json-object.ts';

/**
 * The flag that a condition of the type `flag` names: its id, as PostHog stores it, or its key. Null: it names none.
 */
export function flagReference({ key }: JsonObject): string | null {
  if (typeof key === 'number' && Number.isInteger(key)) return String(key);
  return typeof key === 'string' && key !== '' ? key : null;
}

/** `true` asks for any value but off, `false` for off, a text for the variant with exactly this key. */
export function matchesFlagValue(wanted: unknown, actual: boolean | string): boolean {
  if (typeof wanted === 'boolean') return (actual !== false) === wanted;
  return typeof wanted === 'string' && actual === wanted;
}
