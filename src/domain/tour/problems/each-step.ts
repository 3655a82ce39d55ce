import { isObject, type JsonObject } from '../../../json/json-object.ts';
import { MAX_PROBLEMS } from '../../errors.ts';
import { listSteps } from '../content.ts';
import type { TourProblem } from './tour-problem.ts';

/** A step of the content, and where it is. */
export interface PlacedStep {
  step: JsonObject;
  /** From 0. */
  index: number;
  /** How messages call the step: `Step 1`. */
  name: string;
  isLast: boolean;
  /** The keys and positions that lead to a key of the step in the draft. */
  at(...keys: (string | number)[]): (string | number)[];
}

/** The problems of each step; those that are no objects have none. Stops at as many as are listed at most. */
export function eachStep(content: JsonObject, check: (step: PlacedStep) => TourProblem[]): TourProblem[] {
  const steps = listSteps(content);
  const problems: TourProblem[] = [];
  for (const [index, step] of steps.entries()) {
    if (problems.length >= MAX_PROBLEMS) break;
    if (!isObject(step)) continue;
    const at = (...keys: (string | number)[]) => ['content', 'steps', index, ...keys];
    problems.push(...check({ step, index, name: `Step ${index + 1}`, isLast: index === steps.length - 1, at }));
  }
  return problems;
}
