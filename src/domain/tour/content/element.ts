import { z } from 'zod';
import { isObject, type JsonObject } from '../../../json/json-object.ts';
import { choice, level, nullable, optional, required } from './define.ts';

const InferenceData = level(
  'TourInferenceData',
  'Inference data',
  'What the toolbar of PostHog records about an element, so that browsers find it again without a selector.',
  {
    autoData: required(
      z.string(),
      'Selector groups',
      'JSON text: `{"textGroups": […], "notextGroups": […]}`, each group with CSS selectors of the element.',
    ),
    text: nullable(z.string(), 'Text', 'The text of the element.', { examples: ['Customer'] }),
    excludeText: nullable(z.boolean(), 'Ignore the text', 'Whether to find the element without its text, because the text changes.', {
      default: false,
    }),
    precision: optional(
      z.number().min(0).max(1),
      'Precision',
      'How strict the search is: 1 tries only the best group of selectors, 0 tries all.',
      { default: 1 },
    ),
  },
);

/** The keys that tie a step to an element of the page. */
export const ELEMENT_KEYS = {
  elementTargeting: nullable(
    choice('ElementTargeting', 'How browsers find the element of a step.', {
      manual: 'By the CSS selector in `selector`.',
      auto: 'By what the toolbar recorded about the element (`inferenceData`).',
    }),
    'Element targeting',
    'How browsers find the element of the step. Absent or null: the step has no element and is shown in the page at `modalPosition`.',
  ),
  selector: nullable(z.string(), 'Selector', 'A CSS selector. Browsers use it only if `elementTargeting` is `manual`.', {
    examples: ['[data-tour="new-invoice"]'],
  }),
  inferenceData: nullable(InferenceData, 'Inference data', 'Browsers use it only if `elementTargeting` is `auto`.'),
  useManualSelector: nullable(
    z.boolean(),
    'Use the selector',
    'Set by the gateway: true if `elementTargeting` is `manual`. Without `elementTargeting`, true means `manual`, as in older content.',
  ),
};

/**
 * The element that browsers look for, in the keys that they read; null: the step has none. Ignores the type of the
 * step, as for tooltips.
 */
export function stepElement({ useManualSelector, selector, inferenceData }: JsonObject): JsonObject | null {
  if (useManualSelector) return selector ? { selector } : null;
  return inferenceData ? { inferenceData } : null;
}

/** The element that holds a banner; null: the banner stands at the top of the page. */
export function bannerContainer({ bannerConfig }: JsonObject): JsonObject | null {
  if (!isObject(bannerConfig) || bannerConfig.behavior !== 'custom' || !bannerConfig.selector) return null;
  return { selector: bannerConfig.selector };
}
