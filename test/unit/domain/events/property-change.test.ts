import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FoldedChange, PropertyChange } from '../../../../src/domain/events/property-change.ts';
import { readTimes } from '../../../../src/domain/events/property-time.ts';

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
      for (const [at, { set, setOnce, unset }] of steps.entries()) {
        if (set) change.set(set as Record<string, unknown>, at);
        if (setOnce) change.setOnce(setOnce as Record<string, unknown>, at);
        if (unset) change.unset(unset, at);
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

/** What the database makes of a folded change, and keeps of its times. */
class StoredPerson {
  properties: Record<string, unknown> = {};
  times: Record<string, string> = {};

  change(): PropertyChange {
    return new PropertyChange(readTimes(this.times));
  }

  write(change: PropertyChange): void {
    const { times, onceTimes }: FoldedChange = change.fold();
    const kept = Object.entries(onceTimes).filter(([key]) => !Object.hasOwn(this.properties, key));
    this.properties = change.applyTo(this.properties);
    this.times = { ...Object.fromEntries(kept), ...this.times, ...times };
  }
}

const timed = fc.record({
  at: fc.integer({ min: 0, max: 5 }),
  change: fc.oneof(fc.record({ set: object }), fc.record({ unset: fc.subarray(KEYS) })),
});

it('does what the events did in the order in which they happened, in whatever batches they arrive', () => {
  fc.assert(
    fc.property(fc.array(timed, { maxLength: 8 }), fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }), (events, isLast) => {
      const person = new StoredPerson();
      let change = person.change();
      for (const [n, { at, change: step }] of events.entries()) {
        if ('set' in step) change.set(step.set as Record<string, unknown>, at);
        else change.unset(step.unset, at);
        if (!isLast[n]) continue;
        person.write(change);
        change = person.change();
      }
      person.write(change);
      const chronological = events.toSorted((one, other) => one.at - other.at).map((event) => event.change as { set?: object });
      expect(new Map(Object.entries(person.properties))).toEqual(inTurn(new Map(), chronological));
    }),
    { numRuns: 500 },
  );
});

describe.each([['in one batch'], ['in batches of their own']])('a value that is set once, %s', (batches) => {
  type Event = ['set' | 'setOnce', number, string] | ['unset', number];

  function after(...events: Event[]): unknown {
    const person = new StoredPerson();
    let change = person.change();
    for (const [kind, at, value] of events) {
      if (kind === 'unset') change.unset(['key'], at);
      else change[kind]({ key: value }, at);
      if (batches === 'in one batch') continue;
      person.write(change);
      change = person.change();
    }
    person.write(change);
    return person.properties.key;
  }

  it.each<[string, Event[], string | undefined]>([
    [
      'gives way to a set from before it',
      [
        ['setOnce', 5, 'once'],
        ['set', 3, 'set'],
      ],
      'set',
    ],
    [
      'gives way to a set from after it',
      [
        ['setOnce', 5, 'once'],
        ['set', 7, 'set'],
      ],
      'set',
    ],
    [
      'does not take the place of a set',
      [
        ['set', 5, 'set'],
        ['setOnce', 7, 'once'],
      ],
      'set',
    ],
    [
      'does not take the place of one from before',
      [
        ['setOnce', 5, 'first'],
        ['setOnce', 7, 'second'],
      ],
      'first',
    ],
    [
      'takes the place of one from after',
      [
        ['setOnce', 7, 'second'],
        ['setOnce', 5, 'first'],
      ],
      'first',
    ],
    [
      'outlives a removal from before it',
      [
        ['setOnce', 5, 'once'],
        ['unset', 3],
      ],
      'once',
    ],
    [
      'ends with a removal from after it',
      [
        ['setOnce', 5, 'once'],
        ['unset', 7],
      ],
      undefined,
    ],
    [
      'does not come back from before a removal',
      [
        ['unset', 5],
        ['setOnce', 3, 'once'],
      ],
      undefined,
    ],
    [
      'comes after a removal',
      [
        ['unset', 5],
        ['setOnce', 7, 'once'],
      ],
      'once',
    ],
  ])('%s', (_, events, expected) => {
    expect(after(...events)).toBe(expected);
  });
});
