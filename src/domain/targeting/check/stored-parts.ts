import { isObject } from '../../../json/json-object.ts';
import type { PlacedProblem } from '../../errors.ts';

/**
 * The faults of filters without those of parts that are stored already: a client may send back what it has read, also
 * what was written over REST or imported.
 *
 * @param stored what is stored: the live filters, those of the draft, and those of the flag
 */
export function newFaults(faults: readonly PlacedProblem[], filters: unknown, stored: readonly unknown[]): PlacedProblem[] {
  if (faults.length === 0) return [];
  const known = new Set(stored.flatMap((value) => parts(value).map(canonical)));
  if (known.size === 0) return [...faults];
  const texts = new Map<object, string>();
  const textOf = (part: object) => {
    const text = texts.get(part) ?? canonical(part);
    texts.set(part, text);
    return text;
  };
  return faults.filter(({ at }) => !ancestors(filters, at).some((part) => known.has(textOf(part))));
}

/** The filters as a whole, their groups, and the conditions of those. */
function parts(filters: unknown): object[] {
  if (!isObject(filters)) return [];
  const groups = Array.isArray(filters.groups) ? filters.groups.filter(isObject) : [];
  const conditions = groups.flatMap(({ properties }) => (Array.isArray(properties) ? properties.filter(isObject) : []));
  return [filters, ...groups, ...conditions];
}

/** The objects on the way to a place. */
function ancestors(filters: unknown, at: PlacedProblem['at']): object[] {
  const found: object[] = [];
  let value = filters;
  for (const key of at) {
    if (isObject(value)) found.push(value);
    value = typeof value === 'object' && value !== null ? (value as Record<string | number, unknown>)[key] : undefined;
  }
  return found;
}

/** The same text for values that differ in the order of their keys alone. */
function canonical(value: object): string {
  return JSON.stringify(value, (_, part: unknown) =>
    isObject(part) ? Object.fromEntries(Object.entries(part).toSorted(([one], [two]) => (one < two ? -1 : 1))) : part,
  );
}
