import { pointer } from '../../../json/patch.ts';
import { ValidationError } from '../../errors.ts';
import type { CheckedDraft } from '../problems/rule.ts';
import type { TourProblem } from '../problems/tour-problem.ts';
import { pageProblems } from './page-problems.ts';

/** What the SDK could not evaluate, as problems of a tour or its draft. */
export function pageTourProblems(content: unknown): TourProblem[] {
  return pageProblems(content).map(({ severity, at, code, message }) => ({
    severity: severity === 'WARNING' ? 'WARNING' : 'ERROR',
    code,
    message,
    path: pointer('content', ...at),
    field: 'content',
  }));
}

/** What the SDK could not evaluate once the draft is published. */
export function pageSafety({ content }: CheckedDraft): TourProblem[] {
  return pageTourProblems(content);
}

/**
 * Refuses content that the SDK could not evaluate.
 *
 * @throws ValidationError with every problem and its place
 */
export function requireSafeContent(content: unknown): void {
  const errors = pageTourProblems(content).filter(({ severity }) => severity === 'ERROR');
  if (errors.length === 0) return;
  throw new ValidationError(
    errors.map(({ field, code, message, path }) => ({ path: field, code: code as 'invalid_input', message, pointer: path })),
  );
}
