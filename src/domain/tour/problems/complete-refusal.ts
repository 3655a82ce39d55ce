import type { Sql } from '../../../db/sql.ts';
import { type FieldCode, type FieldProblem, ValidationError } from '../../errors.ts';
import type { Draft } from '../merge-draft.ts';
import { draftProblems } from './draft-problems.ts';
import type { CheckedTour } from './rule.ts';

/**
 * Completes the refusal of a publish: everything that prevents it, each problem with its place in the draft.
 *
 * @param refusal the error that the publish stopped at, which stays the first
 */
export async function completeRefusal(sql: Sql, tour: CheckedTour, draft: Draft, refusal: ValidationError): Promise<ValidationError> {
  const problems = (await draftProblems(sql, tour, draft)).filter(({ severity }) => severity === 'ERROR');
  const found = problems.map(
    ({ field, code, message, path }): FieldProblem => ({ path: field, code: code as FieldCode, message, pointer: path }),
  );
  const [first] = refusal.fields;
  const isSame = (one: FieldProblem, two: FieldProblem) => one.path === two.path && one.code === two.code && one.message === two.message;
  const unplaced = refusal.fields.filter((field) => !found.some((problem) => isSame(problem, field)));
  const all = [...unplaced, ...found];
  const head = all.find((problem) => first && isSame(problem, first));
  return new ValidationError(head ? [head, ...all.filter((problem) => problem !== head)] : all);
}
