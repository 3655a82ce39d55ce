import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkLinkedVariant, flagVariants } from '../../../../src/domain/tour/linked-variant.ts';
import { anyJson } from '../../json/arbitrary-json.ts';
import { anyContent } from './arbitrary-content.ts';

const wants = (linkedFlagVariant: unknown) => ({ conditions: { linkedFlagVariant } });
const withVariants = { filters: { multivariate: { variants: [{ key: 'a' }, { key: 'b' }] } } };
const refused = (message: string) => ({ code: 'invalid_input', message });

describe('the variant of the linked flag', () => {
  it('may be left out or empty, with or without a flag', () => {
    for (const content of [{}, { conditions: null }, wants(null), wants(''), wants({})]) {
      expect(checkLinkedVariant({ content, linkedFlag: null })).toBeNull();
      expect(checkLinkedVariant({ content, linkedFlag: withVariants })).toBeNull();
    }
  });

  it('needs a flag, even as any', () => {
    const problem = refused('linkedFlagVariant can only be used when a linked_flag_id is specified');
    expect(checkLinkedVariant({ content: wants('a'), linkedFlag: null })).toEqual(problem);
    expect(checkLinkedVariant({ content: wants('any'), linkedFlag: null })).toEqual(problem);
  });

  it('is one of the flag’s, or any', () => {
    expect(checkLinkedVariant({ content: wants('b'), linkedFlag: withVariants })).toBeNull();
    expect(checkLinkedVariant({ content: wants('any'), linkedFlag: { filters: {} } })).toBeNull();
    expect(checkLinkedVariant({ content: wants('c'), linkedFlag: withVariants })).toEqual(
      refused("Feature flag variant 'c' does not exist. Available variants: a, b"),
    );
    expect(checkLinkedVariant({ content: wants('c'), linkedFlag: { filters: {} } })).toEqual(
      refused("Feature flag variant 'c' specified but the linked feature flag has no variants"),
    );
  });

  it('that is no text is no variant', () => {
    expect(checkLinkedVariant({ content: wants(1), linkedFlag: withVariants })?.message).toMatch(
      /^Feature flag variant '1' does not exist/,
    );
  });

  it('is checked in any content against any flag without failing', () => {
    fc.assert(
      fc.property(fc.oneof(anyContent, anyJson), anyJson, (content, filters) => {
        for (const linkedFlag of [null, { filters }])
          expect(checkLinkedVariant({ content, linkedFlag })?.code ?? 'invalid_input').toBe('invalid_input');
      }),
    );
  });
});

describe('the variants of a flag', () => {
  it('are the keys that are texts', () => {
    expect(flagVariants(withVariants.filters)).toEqual(['a', 'b']);
    expect(flagVariants({ multivariate: { variants: [null, {}, { key: 1 }, { key: 'a' }] } })).toEqual(['a']);
    for (const filters of [null, [], {}, { multivariate: null }, { multivariate: { variants: {} } }])
      expect(flagVariants(filters)).toEqual([]);
  });
});
