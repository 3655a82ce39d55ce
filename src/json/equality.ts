import { isObject } from './json-object.ts';

/** Whether two JSON values are the same, whatever the order of keys. */
export type Equality = (one: unknown, two: unknown) => boolean;

/**
 * Makes a comparison that remembers what it found for each pair of objects and lists. Whoever compares two trees level by level would otherwise compare the
 * lowest level once for each level above it.
 */
export function createEquality(): Equality {
  const known = new WeakMap<object, WeakMap<object, boolean>>();

  function isEqual(one: unknown, two: unknown): boolean {
    if (Object.is(one, two)) return true;
    if (typeof one !== 'object' || typeof two !== 'object' || one === null || two === null) return false;
    const ofOne = known.get(one) ?? new WeakMap<object, boolean>();
    const before = ofOne.get(two);
    if (before !== undefined) return before;
    const found = Array.isArray(one) ? Array.isArray(two) && sameItems(one, two) : isObject(two) && sameKeys(one, two);
    known.set(one, ofOne.set(two, found));
    return found;
  }

  function sameItems(one: readonly unknown[], two: readonly unknown[]): boolean {
    return one.length === two.length && one.every((item, n) => isEqual(item, two[n]));
  }

  function sameKeys(one: object, two: object): boolean {
    const keys = Object.keys(one);
    return (
      keys.length === Object.keys(two).length &&
      keys.every((key) => Object.hasOwn(two, key) && isEqual(one[key as never], two[key as never]))
    );
  }

  return isEqual;
}
