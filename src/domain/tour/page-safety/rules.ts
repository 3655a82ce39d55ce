import { actionTriggers } from './action-triggers.ts';
import { colors } from './colors.ts';
import { deviceTypes } from './device-types.ts';
import { eventTriggers } from './event-triggers.ts';
import { inferenceData } from './inference.ts';
import { links } from './links.ts';
import { numbers } from './numbers.ts';
import type { PageRule } from './page-problem.ts';
import { richText } from './rich-text.ts';
import { bannerSelectors, stepSelectors, triggerSelector } from './selectors.ts';
import { urlCondition } from './url-condition.ts';
import { waitPeriod } from './wait-period.ts';

/**
 * The rules that find what makes the SDK throw, beside other problems: in the order in which the SDK comes upon them.
 */
export const CRASH_RULES: readonly PageRule[] = [
  richText,
  eventTriggers,
  actionTriggers,
  triggerSelector,
  urlCondition,
  deviceTypes,
  waitPeriod,
  numbers,
  bannerSelectors,
  colors,
  links,
];

/** All rules, the one of each place where the SDK evaluates what a tour says. */
export const RULES: readonly PageRule[] = [...CRASH_RULES, stepSelectors, inferenceData];
