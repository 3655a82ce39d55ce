import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createEquality } from '../../../src/json/equality.ts';
import { mergeThreeWay } from '../../../src/json/three-way-merge.ts';

it('agrees with the comparison of Node on any JSON', () => {
  const isEqual = createEquality();
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (one, two) => {
      expect(isEqual(one, two)).toBe(isDeepStrictEqual(one, two));
      expect(isEqual(one, structuredClone(one))).toBe(true);
    }),
  );
});

/** How often the keys of objects are looked through while `work` is done. */
function looks(work: () => void): number {
  const { keys } = Object;
  let count = 0;
  Object.keys = (value: object) => {
    count += 1;
    return keys(value);
  };
  try {
    work();
  } finally {
    Object.keys = keys;
  }
  return count;
}

it('merges deep documents in a time that grows with their size alone', () => {
  const deep = (levels: number, leaf: unknown) => Array.from({ length: levels }).reduce<unknown>((inner) => ({ a: inner, b: 1 }), leaf);
  const merge = (levels: number) =>
    looks(() => mergeThreeWay(deep(levels, { x: 1, y: 1 }), deep(levels, { x: 2, y: 1 }), deep(levels, { x: 1, y: 2 })));
  expect(merge(400)).toBeLessThan(5 * merge(100));
});

it('takes a list of more than 500 items as one piece', () => {
  const steps = (count: number, html: (n: number) => string) => Array.from({ length: count }, (_, n) => ({ id: n, html: html(n) }));
  const merge = (count: number) =>
    mergeThreeWay(
      steps(count, () => ''),
      steps(count, (n) => (n === 0 ? 'theirs' : '')),
      steps(count, (n) => (n === 1 ? 'mine' : '')),
    ).conflicts;
  expect(merge(500)).toEqual([]);
  expect(merge(501)).toEqual(['']);
});
