import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkShape } from '../../../../../src/domain/tour/content/check-shape.ts';
import { BANNER_EXAMPLE, EXAMPLE } from '../../../../../src/domain/tour/content/example.ts';
import { TourContent } from '../../../../../src/domain/tour/content/tour-content.ts';
import { SAMPLE_TOURS } from '../../../../support/tours.ts';
import { anyContent } from '../arbitrary-content.ts';

/** The problems of content, as `code pointer`. */
const found = (content: object) => checkShape(content as Record<string, unknown>, 100).map(({ code, at }) => `${code} ${at.join('/')}`);
const messages = (content: object) => checkShape(content as Record<string, unknown>, 100).map(({ message }) => message);
const step = (keys: object) => ({ steps: [{ id: 'a', type: 'modal', ...keys }] });

describe('the shape of content', () => {
  it('is right in the examples, and in the samples but for two values that browsers do not know', () => {
    expect([EXAMPLE, BANNER_EXAMPLE].flatMap(found)).toEqual([]);
    expect(SAMPLE_TOURS.flatMap(({ content }) => found(content))).toEqual([
      'unknown_value steps/0/modalPosition',
      'unknown_value conditions/events/values/0/propertyFilters/items/operator',
    ]);
  });

  it.each([
    [{ steps: {} }, 'wrong_type steps'],
    [{ conditions: 'url' }, 'wrong_type conditions'],
    [{ displayFrequency: 'once' }, 'unknown_value displayFrequency'],
    [{ displayFrequency: 1 }, 'wrong_type displayFrequency'],
    [{ type: 'banner' }, 'unknown_value type'],
    [{ languages: ['de', 1] }, 'wrong_type languages/1'],
    [{ appearance: { borderRadius: '8px' } }, 'wrong_type appearance/borderRadius'],
    [{ appearance: { borderRadius: -1 } }, 'out_of_range appearance/borderRadius'],
    [{ appearance: { textColor: null } }, 'wrong_type appearance/textColor'],
    [{ conditions: { autoShowDelaySeconds: -0.5 } }, 'out_of_range conditions/autoShowDelaySeconds'],
    [{ conditions: { autoShowDelaySeconds: 1e9 } }, 'out_of_range conditions/autoShowDelaySeconds'],
    [{ conditions: { autoShowDelaySeconds: '2' } }, 'wrong_type conditions/autoShowDelaySeconds'],
    [{ conditions: { urlMatchType: 'contains' } }, 'unknown_value conditions/urlMatchType'],
    [{ conditions: { seenTourWaitPeriod: { days: 1, types: ['tour', 'modal'] } } }, 'unknown_value conditions/seenTourWaitPeriod/types/1'],
    [{ conditions: { seenTourWaitPeriod: { days: 1 } } }, 'missing_key conditions/seenTourWaitPeriod/types'],
    [{ conditions: { events: { values: [{ name: '' }] } } }, 'out_of_range conditions/events/values/0/name'],
    [{ conditions: { events: [] } }, 'wrong_type conditions/events'],
    [step({ type: 'tooltip' }), 'unknown_value steps/0/type'],
    [step({ id: 7 }), 'wrong_type steps/0/id'],
    [step({ buttons: { primary: { text: 'Next', action: 'next' } } }), 'unknown_value steps/0/buttons/primary/action'],
    [step({ buttons: { primary: { text: 'Next' } } }), 'missing_key steps/0/buttons/primary/action'],
    [step({ content: { type: 'doc', content: [{ type: 'text', text: 1 }] } }), 'wrong_type steps/0/content/content/0/text'],
    [step({ translations: { de: { contentHtml: 1 } } }), 'wrong_type steps/0/translations/de/contentHtml'],
    [step({ type: 'survey', survey: { type: 'rating', questionText: '?', scale: 7 } }), 'unknown_value steps/0/survey/scale'],
    [
      step({ type: 'banner', bannerConfig: { behavior: 'sticky', animation: { duration: -1 } } }),
      'out_of_range steps/0/bannerConfig/animation/duration',
    ],
    [step({ type: 'banner', buttons: { primary: {} } }), 'other_step_type steps/0/buttons'],
    [step({ survey: { type: 'open', questionText: '?' } }), 'other_step_type steps/0/survey'],
    [step({ bannerConfig: { behavior: 'sticky' } }), 'other_step_type steps/0/bannerConfig'],
    [step({ type: 'survey', elementTargeting: 'manual' }), 'other_step_type steps/0/elementTargeting'],
    [step({ contentHTML: 'x' }), 'unknown_key steps/0/contentHTML'],
    [step({ content_html: 'x' }), 'unknown_key steps/0/content_html'],
    [step({ selecter: '#a' }), 'unknown_key steps/0/selecter'],
    [step({ button: {} }), 'unknown_key steps/0/button'],
    [step({ banner: {} }), 'unknown_key steps/0/banner'],
    [{ langauges: ['de'] }, 'unknown_key langauges'],
    [{ condition: {} }, 'unknown_key condition'],
    [{ conditions: { autoShowDelay: 1 } }, 'unknown_key conditions/autoShowDelay'],
    [{ appearance: { zindex: 1 } }, 'unknown_key appearance/zindex'],
    [step({ translations: { de: { contenthtml: 'x' } } }), 'unknown_key steps/0/translations/de/contenthtml'],
  ])('%j', (content, expected) => {
    expect(found(content)).toEqual([expected]);
  });

  it.each([
    [{ futureKey: 1, futureList: [1] }],
    [step({ unknownStepKey: 'kept', screenshotMediaId: 'm', text: 'x' })],
    [{ type: null, steps: null, conditions: null, appearance: null, displayFrequency: null, languages: null }],
    [step({ content: null, buttons: null, survey: null, bannerConfig: {}, elementTargeting: null, maxWidth: null })],
    [{ steps: [{ id: 'a' }] }],
    // A key that is in use is not a misspelling of another one.
    [step({ contentHtml: 'x', contentHtm: 'y' })],
    [step({ content: { type: 'doc', attrs: { anything: 1 }, content: [{ type: 'video', attrs: { src: 'x' } }] } })],
  ])('accepts %j', (content) => {
    expect(found(content)).toEqual([]);
  });

  it('is reported with what to do', () => {
    expect(messages({ displayFrequency: 'allways' })).toEqual([
      '`displayFrequency` must be `until_interacted`, `show_once` or `always`, not "allways". Did you mean `always`?',
    ]);
    expect(messages(step({ selektor: 1 }))).toEqual(['There is no key `selektor`. Did you mean `selector`?']);
    expect(messages({ languages: 'de' })).toEqual(['`languages` must be a list, not a string.']);
    expect(messages(step({ type: 'x'.repeat(1_000_000) }))[0]?.length).toBeLessThan(300);
  });

  it('is right exactly when zod says so, for content without unknown keys', () => {
    let right = 0;
    fc.assert(
      fc.property(anyContent, (content) => {
        const problems = checkShape(content as Record<string, unknown>, 100).filter(
          ({ code }) => !['unknown_key', 'other_step_type'].includes(code),
        );
        const isRight = TourContent.safeParse(content).success;
        if (isRight) right++;
        expect(problems.length === 0).toBe(isRight);
      }),
      { numRuns: 1000 },
    );
    expect(right).toBeGreaterThan(20);
  });

  it('is checked in bounded memory and without deep recursion', () => {
    let node: object = { type: 'text' };
    for (let depth = 0; depth < 498; depth++) node = { type: 'doc', content: [node] };
    expect(found(step({ content: node }))).toEqual([]);
    expect(found(step({ content: { content: Array.from({ length: 100_000 }, () => 1) } }))).toHaveLength(100);
    expect(found({ steps: Array.from({ length: 100_000 }, () => 1) })).toHaveLength(100);
    const keys = Object.fromEntries(Array.from({ length: 100_000 }, (_, n) => [`selector${n}`, n]));
    expect(found(step(keys)).length).toBeLessThanOrEqual(100);
    expect(found(step({ translations: { ['x'.repeat(100_000)]: 1 } }))).toEqual([]);
  });
});
