import { MAX_PROBLEMS } from '../../errors.ts';
import { checkShape } from '../content/check-shape.ts';
import type { CheckedDraft } from './rule.ts';
import { type TourProblem, warning } from './tour-problem.ts';

/** Values and keys that the definition of content does not have. Without their ids, which stepWarnings reports. */
export function shapeWarnings({ content }: CheckedDraft): TourProblem[] {
  return checkShape(content, MAX_PROBLEMS)
    .filter(({ code, at }) => !(code === 'missing_key' && at.length === 3 && at[0] === 'steps' && at[2] === 'id'))
    .map(({ code, message, at }) => warning(code, message, ['content', ...at]));
}
