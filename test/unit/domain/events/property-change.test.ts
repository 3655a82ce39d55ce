import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PropertyChange } from '../../../../src/domain/events/property-change.ts';

const KEYS = ['a', 'b', '__proto__'];

const object = fc.dictionary(fc.constantFrom(...KEYS), fc.integer({ min: 0, max: 3 }), { maxKeys: 3, noNullPrototype: true });
const step = fc.oneof(fc.record({ set: object }), fc.record({ setOnce: object }), fc.record({ unset: fc.subarray(KEYS) })) as fc.Arbitrary<{
  set?: object;
  setOnce?: object;
  unset?: string[];
}>;

/** The same steps, one after the other, on properties that are known. */
function inTurn(properties: Map<string, unknown>, steps: { set?: object; setOnce?: object; unset?: string[] }[]): Map<string, unknown> {
  const result = new Map(properties);
  for (const { set = {}, setOnce = {}, unset = [] } of steps) {
    for (const [key, value] of Object.entries(set)) result.set(key, value);
    for (const [key, value] of Object.entries(setOnce)) if (!result.has(key)) result.set(key, value);
    for (const key of unset) result.delete(key);
  }
  return result;
}

it('folds any changes into one that does the same, whatever the properties were', () => {
  let looked = 0;
  fc.assert(
    fc.property(object, fc.array(step, { maxLength: 6 }), (properties, steps) => {
      const change = new PropertyChange();
      for (const { set, setOnce, unset } of steps) {
        if (set) change.set(set as Record<string, unknown>);
        if (setOnce) change.setOnce(setOnce as Record<string, unknown>);
        if (unset) change.unset(unset);
      }
      const expected = inTurn(new Map(Object.entries(properties)), steps);
      expect(new Map(Object.entries(change.applyTo(properties)))).toEqual(expected);
      const { set, setOnce, unset } = change.fold();
      const keys = [...Object.keys(set), ...Object.keys(setOnce), ...unset];
      expect(new Set(keys).size).toBe(keys.length);
      looked += keys.length;
    }),
    { numRuns: 500 },
  );
  expect(looked).toBeGreaterThan(500);
});
