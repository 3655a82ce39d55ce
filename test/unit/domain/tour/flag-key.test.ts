import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { surveyName, targetingFlagKey } from '../../../../src/domain/tour/flag-key.ts';

const slugOf = (name: string) => targetingFlagKey(name, '0123abcd').slice('product-tour-targeting-'.length, -'-0123abcd'.length);

describe('the key of an internal flag', () => {
  it('is made of the name and eight characters', () => {
    expect(targetingFlagKey('  Ünïcode — Tour!! ', '0123abcd')).toBe('product-tour-targeting-unicode-tour-0123abcd');
  });

  it('has two hyphens in a row for a name without ASCII letters', () => {
    expect(targetingFlagKey('旅行', '0123abcd')).toBe('product-tour-targeting--0123abcd');
  });

  it('slugs names as the original does', () => {
    for (const [name, slug] of [
      ['Hello,   World', 'hello-world'],
      ['__a_b-- c__', 'a_b-c'],
      ['--- a', 'a'],
      ['Aufräumen — Ünïcode & "quotes" <b>', 'aufraumen-unicode-quotes-b'],
      ['ﬁrst ½ ①', 'first-12-1'],
      ['a\u00a0b\u3000c', 'a-b-c'],
      ['a\u2028b\u0085c', 'abc'],
      ['a\u001cb\u0007c', 'a-bc'],
      ['İstanbul \u212a', 'istanbul-k'],
      ['Straße', 'strae'],
    ] as const) {
      expect(slugOf(name), name).toBe(slug);
    }
  });

  it('never passes 400 characters, and uses them all for a long name', () => {
    expect(targetingFlagKey('a'.repeat(400), '0123abcd')).toBe(`product-tour-targeting-${'a'.repeat(368)}-0123abcd`);
    expect(targetingFlagKey('ﷺ'.repeat(400), '0123abcd').length).toBeLessThanOrEqual(400);
  });

  it('holds only what a key may hold, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        expect(targetingFlagKey(name, '0123abcd')).toMatch(/^product-tour-targeting-[a-z0-9_-]{0,368}-0123abcd$/);
      }),
    );
  });
});

describe('the name of a survey', () => {
  it('says tour and step', () => {
    expect(surveyName('Tour', 2, '0123abcd')).toBe('Tour - Step 2 Survey (0123abcd)');
  });

  it('cuts a long tour name, in code points', () => {
    const name = surveyName('🎉'.repeat(400), 12, '0123abcd');
    expect([...name]).toHaveLength(400);
    expect(name).toMatch(/^🎉+ - Step 12 Survey \(0123abcd\)$/u);
  });
});
