import { isObject } from '../../../json/json-object.ts';
import { numberProblem } from './numbers.ts';
import { crash, error, type PageContent, type PageProblem } from './page-problem.ts';
import { asText } from './text.ts';

const AT = ['conditions', 'seenTourWaitPeriod'];

/** For how long the tour does not show after another one. */
export function* waitPeriod({ conditions: { seenTourWaitPeriod: period } }: PageContent): Iterable<PageProblem> {
  if (!period) return;
  if (!isObject(period)) {
    yield error(AT, 'invalid_input', 'The wait period must be an object with `days` and `types`.');
    return;
  }
  const { days, types } = period;
  if (days) yield* numberProblem(days, [...AT, 'days'], { name: 'The days of the wait period', min: 0 });
  if (!days || !types || (types as { length?: unknown }).length === 0) return;
  if (!Array.isArray(types)) {
    const isThrowing = typeof types !== 'string';
    yield (isThrowing ? crash : error)([...AT, 'types'], 'invalid_input', 'The types of tours of the wait period must be a list.');
  } else
    for (const [index, type] of types.entries())
      if (asText(type) === null) yield crash([...AT, 'types', index], 'invalid_input', 'A type of tour must be text.');
}
