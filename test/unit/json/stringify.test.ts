import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RawJson } from '../../../src/json/raw-json.ts';
import { stringify } from '../../../src/json/stringify.ts';
import { anyJson } from './arbitrary-json.ts';

/** JSON texts as no printer would make them: spaced, with numbers past any double and texts that look like markers. */
const rawText = fc.oneof(
  fc.constantFrom(
    '{ "a" : 1.0 }',
    '12345678901234567890.123456789',
    '1e400',
    '"raw:"',
    '"raw:0\\"raw:1"',
    '{"raw:abc:0": "\\"raw:abc:0"}',
    '[ ]',
    'null',
    '""',
  ),
  anyJson.map((value) => JSON.stringify(value, null, 1)),
);

describe('printing without raw JSON', () => {
  it('gives what JSON.stringify gives', () => {
    fc.assert(
      fc.property(anyJson, (value) => {
        expect(stringify(value)).toBe(JSON.stringify(value));
      }),
    );
  });

  it('drops undefined and calls toJSON as JSON.stringify does', () => {
    const value = { a: undefined, b: [undefined], at: new Date(0), raw: 'raw:0', quoted: '"raw:' };
    expect(stringify(value)).toBe(JSON.stringify(value));
  });
});

describe('printing with raw JSON', () => {
  it('puts each text into the output as it is, at any depth and in any number', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(rawText, anyJson)), fc.nat(20), (pairs, depth) => {
        let value: unknown = pairs.map(([text, other]) => ({ before: other, raw: new RawJson(text), 'raw:0': 'raw:0' }));
        let expected = `[${pairs.map(([text, other]) => `{"before":${JSON.stringify(other)},"raw":${text},"raw:0":"raw:0"}`).join(',')}]`;
        for (let n = 0; n < depth; n++) {
          value = { inner: value };
          expected = `{"inner":${expected}}`;
        }
        expect(stringify(value)).toBe(expected);
      }),
    );
  });

  it('takes one at the root, and the same one twice', () => {
    const raw = new RawJson('{ "a": 1.0 }');
    expect(stringify(raw)).toBe('{ "a": 1.0 }');
    expect(stringify([raw, raw])).toBe('[{ "a": 1.0 },{ "a": 1.0 }]');
  });

  it('keeps more than ten apart', () => {
    const raws = Array.from({ length: 120 }, (_, n) => new RawJson(` ${n}`));
    expect(stringify(raws)).toBe(`[${raws.map(({ text }) => text).join(',')}]`);
  });

  it('can be used again after a failure', () => {
    expect(() => stringify([new RawJson('1'), 1n])).toThrow(TypeError);
    expect(stringify([new RawJson('2')])).toBe('[2]');
  });
});

describe('raw JSON', () => {
  it('parses its text when asked, once', () => {
    const raw = new RawJson('{"a": [1]}');
    expect(raw.value).toEqual({ a: [1] });
    expect(raw.value).toBe(raw.value);
  });

  it('is printed by JSON.stringify as its value', () => {
    expect(JSON.stringify({ raw: new RawJson('{ "a": 1.0 }') })).toBe('{"raw":{"a":1}}');
  });

  it('can be made of a value', () => {
    fc.assert(
      fc.property(anyJson, (value) => {
        assert.deepStrictEqual(RawJson.of(value).value, value);
      }),
    );
  });
});
