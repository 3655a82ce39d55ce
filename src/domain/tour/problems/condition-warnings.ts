import { isObject } from '../../../json/json-object.ts';
import { readConditions } from '../content.ts';
import type { CheckedDraft } from './rule.ts';
import { type TourProblem, warning } from './tour-problem.ts';

/** Conditions that have no effect. */
export function conditionWarnings({ content }: CheckedDraft): TourProblem[] {
  const { seenTourWaitPeriod: period, url, urlMatchType } = readConditions(content);
  const at = (...keys: string[]) => ['content', 'conditions', ...keys];
  const problems: TourProblem[] = [];
  if (
    isObject(period) &&
    ((typeof period.days === 'number' && period.days < 1) || (Array.isArray(period.types) && period.types.length === 0))
  ) {
    const message = 'The wait period has no effect. It needs at least one day in `days` and one type of tour in `types`.';
    problems.push(warning('no_wait', message, at('seenTourWaitPeriod')));
  }
  if (!url && typeof urlMatchType === 'string' && urlMatchType.includes('not'))
    problems.push(warning('no_url', 'There is no `url` to compare with, so the tour is shown on every page.', at('url')));
  return problems;
}
