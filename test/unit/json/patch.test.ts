import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyPatch, diff, diffBothWays, pointer } from '../../../src/json/patch.ts';
import { anyJson } from './arbitrary-json.ts';

describe('the patch between two documents', () => {
  it('turns any document into any other', () => {
    fc.assert(
      fc.property(anyJson, anyJson, (before, after) => {
        assert.deepStrictEqual(applyPatch(before, diff(before, after)), after);
      }),
    );
  });

  it('turns an object into one that differs in some keys, and a list into one that differs in some items', () => {
    const edited = fc.tuple(fc.array(anyJson), fc.array(anyJson), fc.array(anyJson));
    fc.assert(
      fc.property(edited, ([shared, removed, added]) => {
        const before = { list: [...removed, ...shared], ...Object.fromEntries(removed.map((value, n) => [`r/${n}`, value])) };
        const after = { list: [...shared, ...added], ...Object.fromEntries(added.map((value, n) => [`a~${n}`, value])) };
        assert.deepStrictEqual(applyPatch(before, diff(before, after)), after);
      }),
    );
  });

  it('is empty exactly when the documents are the same', () => {
    fc.assert(
      fc.property(anyJson, (document) => {
        expect(diff(document, JSON.parse(JSON.stringify(document)))).toEqual([]);
      }),
    );
    expect(diff({ a: null }, {})).toHaveLength(1);
    expect(diff({ a: 0 }, { a: false })).toHaveLength(1);
  });

  it('leaves both documents as they were', () => {
    fc.assert(
      fc.property(anyJson, anyJson, (before, after) => {
        const texts = [JSON.stringify(before), JSON.stringify(after)];
        applyPatch(before, diff(before, after));
        expect([JSON.stringify(before), JSON.stringify(after)]).toEqual(texts);
      }),
    );
  });

  it('names only what changed', () => {
    expect(diff({ name: 'a', steps: [{ id: 1 }, { id: 2 }] }, { name: 'a', steps: [{ id: 1 }, { id: 3 }] })).toEqual([
      { op: 'replace', path: '/steps/1/id', value: 3 },
    ]);
  });

  it('escapes slashes and tildes in keys', () => {
    expect(diff({ 'a/b~c': 1 }, { 'a/b~c': 2 })).toEqual([{ op: 'replace', path: '/a~1b~0c', value: 2 }]);
  });

  it('tells null from absent and takes undefined for absent', () => {
    expect(diff({ a: null }, { a: undefined })).toEqual([{ op: 'remove', path: '/a' }]);
    expect(diff({ a: undefined }, { a: null })).toEqual([{ op: 'add', path: '/a', value: null }]);
    expect(diff(undefined, null)).toEqual([]);
  });

  it('replaces a list by an object as one value, also at the root', () => {
    expect(diff([1, 2], { b: 1 })).toEqual([{ op: 'replace', path: '', value: { b: 1 } }]);
    expect(diff({ a: [1] }, { a: { 0: 1 } })).toEqual([{ op: 'replace', path: '/a', value: { 0: 1 } }]);
  });

  it('treats __proto__ and constructor as keys like any other and changes no prototype', () => {
    const before = JSON.parse('{"__proto__": {"a": 1}, "constructor": {"prototype": 1}}');
    const after = JSON.parse('{"__proto__": {"polluted": 1}, "constructor": {"prototype": 2}}');
    const patched = applyPatch(before, diff(before, after));
    expect(JSON.stringify(patched)).toBe('{"__proto__":{"polluted":1},"constructor":{"prototype":2}}');
    expect(Object.getPrototypeOf(patched)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(JSON.stringify(applyPatch({}, diff({}, after)))).toBe(JSON.stringify(after));
  });

  it('makes one operation for each changed item of a long list', () => {
    const before = Array.from({ length: 20_000 }, (_, n) => ({ id: n }));
    expect(
      diff(
        before,
        before.map(({ id }) => ({ id: id + 1 })),
      ),
    ).toHaveLength(20_000);
    expect(diff(before, before.slice(0, 10))).toHaveLength(19_990);
  });
});

describe('the patches between two documents in both directions', () => {
  const isInverse = (before: unknown, after: unknown) => {
    const { forwards, backwards } = diffBothWays(before, after);
    assert.deepStrictEqual(applyPatch(before, forwards), after);
    assert.deepStrictEqual(applyPatch(after, backwards), before);
    expect(forwards).toEqual(diff(before, after));
    expect(backwards).toHaveLength(forwards.length);
  };

  it('turn any document into any other, and back', () => {
    fc.assert(fc.property(anyJson, anyJson, isInverse));
    const edited = fc.tuple(fc.array(anyJson), fc.array(anyJson), fc.array(anyJson));
    fc.assert(
      fc.property(edited, ([shared, removed, added]) => {
        isInverse({ list: [...removed, ...shared], kept: shared, was: removed }, { list: [...shared, ...added], kept: shared, is: added });
      }),
    );
  });

  it('take a key whose value has become undefined for an absent one', () => {
    expect(diffBothWays({ a: 1, b: 2 }, { a: undefined, b: 2, c: undefined })).toEqual({
      forwards: [{ op: 'remove', path: '/a' }],
      backwards: [{ op: 'add', path: '/a', value: 1 }],
    });
  });

  it('treat __proto__ as a key like any other', () => {
    const [before, after] = ['{"a": {"__proto__": 1}}', '{"a": {"b": {"__proto__": {"polluted": 1}}}}'].map((text) => JSON.parse(text));
    const { forwards, backwards } = diffBothWays(before, after);
    expect(JSON.stringify(applyPatch(before, forwards))).toBe(JSON.stringify(after));
    expect(JSON.stringify(applyPatch(after, backwards))).toBe(JSON.stringify(before));
  });
});

describe('applying a patch', () => {
  it('refuses a patch that does not fit the document', () => {
    expect(() => applyPatch({ a: 1 }, [{ op: 'replace', path: '/b', value: 1 }])).toThrow(
      'The patch does not fit the document: replace /b',
    );
    expect(() => applyPatch({ a: 1 }, [{ op: 'remove', path: '/a/b' }])).toThrow('does not fit');
    expect(() => applyPatch({ a: 1 }, [{ op: 'add', path: '/b/c', value: 1 }])).toThrow('does not fit');
    expect(() => applyPatch({ a: 1 }, [{ op: 'add', path: '/a/c', value: 1 }])).toThrow('does not fit');
    expect(() => applyPatch({ a: 1 }, [{ op: 'test', path: '/a', value: 1 }])).toThrow('does not fit');
  });
});

describe('a JSON pointer', () => {
  it('joins escaped segments', () => {
    expect(pointer('content', 'steps', 0, 'a/b~c')).toBe('/content/steps/0/a~1b~0c');
  });

  it('is empty for the whole document, and keeps an empty key', () => {
    expect(pointer()).toBe('');
    expect(pointer('')).toBe('/');
  });
});
