import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeThreeWay } from '../../../src/json/three-way-merge.ts';

const step = (id: string, html = 'text') => ({ id, contentHtml: html });

describe('merging two changes of one JSON', () => {
  it('takes both when they touch different keys', () => {
    expect(mergeThreeWay({ a: 1, b: 1 }, { a: 2, b: 1 }, { a: 1, b: 3 })).toEqual({
      value: { a: 2, b: 3 },
      conflicts: [],
      isRebased: true,
    });
  });

  it('takes the same change of both sides once', () => {
    expect(mergeThreeWay({ a: 1 }, { a: 2 }, { a: 2 })).toEqual({ value: { a: 2 }, conflicts: [], isRebased: false });
  });

  it('names what both changed to different values', () => {
    const { conflicts } = mergeThreeWay({ 'a/b': { c: 1 } }, { 'a/b': { c: 2 } }, { 'a/b': { c: 3 } });
    expect(conflicts).toEqual(['/a~1b/c']);
  });

  it('sees a key that one side removed and the other changed', () => {
    expect(mergeThreeWay({ a: 1, b: 1 }, { b: 1 }, { a: 2, b: 1 }).conflicts).toEqual(['/a']);
  });

  it('compares items by their id, wherever they stand', () => {
    const base = [step('a'), step('b'), step('c')];
    const theirs = [step('a', 'theirs'), step('b'), step('c')];
    const mine = [step('c'), step('a'), step('b', 'mine')];
    expect(mergeThreeWay(base, theirs, mine)).toEqual({
      value: [step('c'), step('a', 'theirs'), step('b', 'mine')],
      conflicts: [],
      isRebased: true,
    });
    expect(mergeThreeWay(base, [step('a', '1'), step('b'), step('c')], [step('a', '2'), step('b'), step('c')]).conflicts).toEqual([
      '/a/contentHtml',
    ]);
  });

  it('keeps items that both sides added, each behind the one it followed', () => {
    const base = [step('a'), step('b')];
    const { value, conflicts } = mergeThreeWay(base, [step('a'), step('x'), step('b')], [step('a'), step('b'), step('y')]);
    expect(value).toEqual([step('a'), step('x'), step('b'), step('y')]);
    expect(conflicts).toEqual([]);
  });

  it('lets an untouched item go that the other side removed, and keeps one that was edited as a conflict', () => {
    const base = [step('a'), step('b')];
    expect(mergeThreeWay(base, [step('b')], [step('a'), step('b', 'mine')]).value).toEqual([step('b', 'mine')]);
    expect(mergeThreeWay(base, [step('b')], [step('a', 'mine'), step('b')]).conflicts).toEqual(['/a']);
  });

  it('takes lists without ids as one piece', () => {
    expect(mergeThreeWay([1, 2], [1, 2, 3], [0, 1, 2])).toMatchObject({ value: [1, 2, 3], conflicts: [''] });
    expect(mergeThreeWay([step('a'), step('a')], [step('a')], [step('b')]).conflicts).toEqual(['']);
  });

  it('gives either side whole when the other changed nothing, and never throws', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), fc.jsonValue(), (base, other, third) => {
        expect(mergeThreeWay(base, other, base)).toMatchObject({ value: other, conflicts: [] });
        expect(mergeThreeWay(base, base, other)).toMatchObject({ value: other, conflicts: [] });
        const { value, conflicts } = mergeThreeWay(base, other, third);
        expect(value).toBeDefined();
        expect(Array.isArray(conflicts)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
