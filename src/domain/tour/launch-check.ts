import { isDeepStrictEqual } from 'node:util';
import { isEmptyJson } from '../../json/emptiness.ts';
import { isObject } from '../../json/json-object.ts';
import type { FieldProblem } from '../errors.ts';
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

/** The content whose steps have to be ready if a change is to be made (contract 7.4, item 3); null: it may be as it is. */
export function contentToLaunch(before: Launch, after: Launch): Record<string, unknown> | null {
  if (after.startDate === null) return null;
  const launches = after.startDate !== before.startDate || (after.endDate === null && before.endDate !== null);
  // An empty content does not get a launch past the steps that are stored, as on the original wire; that a tour goes on without steps is allowed.
  if (launches) return isEmptyJson(after.content) ? before.content : after.content;
  return isDeepStrictEqual(after.content, before.content) ? null : after.content;
}

/** The first reason why this content may not be live, as the REST contract reports it (7.4, item 3); null when there is none. */
export function checkLaunchable(content: unknown): FieldProblem | null {
  const [first] = launchProblems(content);
  return first ? { path: null, code: 'invalid_input', message: first.message } : null;
}

/** Every step that is to stand at an element but does not say at which. Steps without `elementTargeting` stand on their own. */
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
