import fc from 'fast-check';
import { anyJson, jsonObjectWith } from '../../json/arbitrary-json.ts';

const text = fc.string({ maxLength: 5 });
const id = fc.constantFrom('00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002', 'none');

/** Steps old and new, with odd values here and there. */
export const anyStep = jsonObjectWith({
  id: text,
  type: fc.constantFrom('modal', 'element', 'survey', 'banner'),
  elementTargeting: fc.constantFrom('manual', 'auto', null),
  useManualSelector: fc.boolean(),
  selector: fc.constantFrom('#a', ''),
  inferenceData: fc.constantFrom({}, { autoData: '{}' }),
  survey: jsonObjectWith({
    type: fc.constantFrom('open', 'rating'),
    questionText: text,
    scale: fc.constantFrom(3, 5, 10),
    display: fc.constantFrom('emoji', 'number'),
    lowerBoundLabel: text,
    upperBoundLabel: text,
  }),
  linkedSurveyId: id,
  linkedSurveyQuestionId: id,
});

/** Content as editors make it, with odd values here and there. */
export const anyContent = jsonObjectWith({
  type: fc.constantFrom('tour', 'announcement'),
  steps: fc.array(fc.oneof({ weight: 9, arbitrary: anyStep }, anyJson), { maxLength: 4 }),
  displayFrequency: fc.constantFrom('always', 'show_once', 'until_interacted'),
  conditions: jsonObjectWith({
    linkedFlagVariant: fc.constantFrom('any', 'a', 'b', ''),
    seenTourWaitPeriod: jsonObjectWith({
      days: fc.double({ min: -1, max: 20_000, noNaN: true }),
      types: fc.array(fc.constantFrom('tour', 'announcement', 'banner', 'other')),
    }),
  }),
});

/** Conditions, the gateway's own among them. */
const anyProperty = jsonObjectWith({
  key: fc.constantFrom(
    'plan',
    'email',
    '$product_tour_shown/T',
    '$product_tour_completed/T',
    '$product_tour_completed/other',
    '$product_tour_last_seen_date/tour',
  ),
  value: fc.constantFrom('is_not_set', 'team', '7d'),
  operator: fc.constantFrom('exact', 'is_set', 'is_not_set', 'is_date_before'),
  type: fc.constant('person'),
});

/** The user's targeting as clients write it, with odd values here and there. */
export const anyTargeting = jsonObjectWith({
  groups: fc.array(
    jsonObjectWith({
      variant: fc.constantFrom(null, '', 'a'),
      rollout_percentage: fc.constantFrom(null, 0, 50, 100),
      properties: fc.array(anyProperty, { maxLength: 3 }),
    }),
    { maxLength: 4 },
  ),
});
