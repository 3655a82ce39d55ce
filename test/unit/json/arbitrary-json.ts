import fc from 'fast-check';

/** Keys that trip careless code, among ordinary ones. */
const key = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.constantFrom('__proto__', 'constructor', 'prototype', 'toJSON', 'hasOwnProperty', 'length', '', '0', 'a/b', 'a~b', '~1', 'raw:'),
);

const text = fc.oneof({ weight: 9, arbitrary: fc.string({ unit: 'binary' }) }, fc.constantFrom('\0', '\ud83d', 'a\udc00b', '\\u0000'));

/** Any JSON value as a parser makes it, `__proto__` keys included. */
export const anyJson: fc.Arbitrary<unknown> = fc
  .letrec((tie) => ({
    value: fc.oneof({ depthSize: 'small', withCrossShrink: true }, tie('scalar'), tie('list'), tie('object')),
    scalar: fc.oneof(fc.constant(null), fc.boolean(), fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), text),
    list: fc.array(tie('value'), { maxLength: 5 }),
    object: fc.array(fc.tuple(key, tie('value')), { maxLength: 5 }).map((entries) => Object.fromEntries(entries)),
  }))
  .value.map((value) => JSON.parse(JSON.stringify(value)));

/** An object with some of the given keys, each holding what usually stands there or anything at all, and keys of its own. */
export function jsonObjectWith(known: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<Record<string, unknown>> {
  const odd = Object.fromEntries(Object.entries(known).map(([name, usual]) => [name, fc.oneof({ weight: 4, arbitrary: usual }, anyJson)]));
  const others = fc.dictionary(fc.string({ unit: 'binary', maxLength: 6 }), anyJson, { maxKeys: 2 });
  return fc
    .tuple(others, fc.record(odd, { requiredKeys: [] }))
    .map(([other, record]) => JSON.parse(JSON.stringify({ ...other, ...record })));
}
