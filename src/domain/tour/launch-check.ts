import { isDeepStrictEqual } from 'node:util';
import { isEmptyJson } from '../../json/emptiness.ts';
import { isObject } from '../../json/json-object.ts';
import { pointer } from '../../json/patch.ts';
import { type FieldProblem, MAX_PROBLEMS } from '../errors.ts';
import { listSteps } from './content.ts';

/** A step that keeps its tour from being launched. */
export interface LaunchProblem {
  /** From 0; the message counts from 1. */
  stepIndex: number;
  /** The key of the step that has to be filled in. */
  key: 'selector' | 'inferenceData';
  message: string;
}

/** What of a tour decides whether its steps have to be ready. */
interface Launch {
  startDate: string | null;
  endDate: string | null;
  content: Record<string, unknown>;
}

/**
 * The content whose steps have to be ready if a change is to be made (contract 7.4, item 3); null: it may be as it is.
 */
export function contentToLaunch(before: Launch, after: Launch): Record<string, unknown> | null {
  if (after.startDate === null) return null;
  const launches = after.startDate !== before.startDate || (after.endDate === null && before.endDate !== null);
  // An empty content does not get a launch past the steps that are stored, as on the original wire; that a tour goes on without steps is allowed.
  if (launches) return isEmptyJson(after.content) ? before.content : after.content;
  return isDeepStrictEqual(after.content, before.content) ? null : after.content;
}

/**
 * Why this content must not be live: each step that is not ready, with its place. The REST contract reports the first
 * (7.4, item 3).
 */
export function checkLaunchable(content: unknown): FieldProblem[] {
  return launchProblems(content)
    .slice(0, MAX_PROBLEMS)
    .map(({ stepIndex, key, message }) => ({
      path: null,
      code: 'invalid_input',
      message,
      pointer: pointer('content', 'steps', stepIndex, key),
    }));
}

/**
 * Every step that is to stand at an element but does not say at which. Steps without `elementTargeting` stand on their
 * own.
 */
export function launchProblems(content: unknown): LaunchProblem[] {
  return listSteps(content).flatMap((step, stepIndex): LaunchProblem[] => {
    if (!isObject(step)) return [];
    if (step.elementTargeting === 'manual' && isEmptyJson(step.selector)) {
      return [{ stepIndex, key: 'selector', message: `Step ${stepIndex + 1} is missing an element selector` }];
    }
    if (step.elementTargeting === 'auto' && isEmptyJson(step.inferenceData)) {
      return [{ stepIndex, key: 'inferenceData', message: `Step ${stepIndex + 1} requires an element to be selected` }];
    }
    return [];
  });
}
