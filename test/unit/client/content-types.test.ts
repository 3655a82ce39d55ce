import { expect, expectTypeOf, it } from 'vitest';
import type { TourAppearance, TourButton, TourContent, TourModalStep, TourStep, TourSurveyStep } from '../../../src/client/client.ts';

it('exports types of content, which allow unknown keys and tell the types of step apart', () => {
  const button: TourButton = { text: 'Next', action: 'next_step' };
  const content: TourContent = {
    type: 'tour',
    displayFrequency: 'show_once',
    newKey: 1,
    steps: [
      { id: 'a', type: 'modal', contentHtml: '<p>Hello</p>', buttons: { primary: button }, newKey: true },
      { id: 'b', type: 'survey', survey: { type: 'rating', questionText: 'How?', scale: 5 } },
    ],
  };
  expectTypeOf<TourButton['action']>().toEqualTypeOf<'next_step' | 'previous_step' | 'dismiss' | 'link' | 'trigger_tour'>();
  expectTypeOf<TourAppearance['borderRadius']>().toEqualTypeOf<number | undefined>();
  expectTypeOf<TourModalStep | TourSurveyStep>().toExtend<TourStep>();
  // @ts-expect-error: browsers do not know this value
  const wrong: TourContent = { displayFrequency: 'daily' };
  expect([content.steps?.length, wrong.displayFrequency]).toEqual([2, 'daily']);
});
