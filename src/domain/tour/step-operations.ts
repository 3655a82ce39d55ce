import { randomUUID } from 'node:crypto';
import { isObject } from '../../json/json-object.ts';
import { mergePatch } from '../../json/merge-patch.ts';
import { checkJsonText } from '../../json/text-check.ts';
import { ValidationError } from '../errors.ts';
import { listSteps } from './content.ts';
import type { Draft } from './merge-draft.ts';

/** A change of one step, named by its id. `after`: the id of the step to stand behind; null: first; absent: last. */
export type StepOperation =
  | { add: { step: unknown; after?: string | null | undefined } }
  | { update: { stepId: string; patch: unknown } }
  | { move: { stepId: string; after?: string | null | undefined } }
  | { remove: { stepId: string } };

type Step = Record<string, unknown>;

/** The same operations, with an id for each step that is added without one: whatever they are made to, it is the same step. */
export function withStepIds(operations: readonly StepOperation[]): StepOperation[] {
  return operations.map((operation) => {
    if (!('add' in operation) || !isObject(operation.add.step) || (operation.add.step.id ?? null) !== null) return operation;
    return { add: { ...operation.add, step: { ...operation.add.step, id: randomUUID() } } };
  });
}

/** The id of the step that an operation changes. */
export function namedStep(operation: StepOperation): string {
  if ('add' in operation) return stepId(operation.add.step) ?? '';
  if ('update' in operation) return operation.update.stepId;
  return 'move' in operation ? operation.move.stepId : operation.remove.stepId;
}

/** The steps of a draft; one whose content is none, or has none, has none. */
export function stepsOf(draft: Draft): readonly unknown[] {
  return listSteps(draft.content);
}

export function withSteps(draft: Draft, steps: readonly unknown[]): Draft {
  return { ...draft, content: { ...(isObject(draft.content) ? draft.content : {}), steps } };
}

/**
 * The steps after the operations, one after the other.
 *
 * @param operations with ids for the steps that are added (`withStepIds`)
 * @throws ValidationError that names the operation: a step that is not there, an id that is taken, a step that is no object
 */
export function applyStepOperations(steps: readonly unknown[], operations: readonly StepOperation[]): unknown[] {
  return operations.reduce<unknown[]>((current, operation, n) => applyOne(current, operation, `operations.${n}`), [...steps]);
}

function applyOne(steps: unknown[], operation: StepOperation, path: string): unknown[] {
  if ('add' in operation) {
    const step = newStep(steps, operation.add.step, `${path}.add.step`);
    return insert(steps, step, operation.add.after, `${path}.add.after`);
  }
  if ('update' in operation) {
    const { stepId, patch } = operation.update;
    const at = indexOf(steps, stepId, `${path}.update.stepId`);
    return steps.with(at, updated(steps[at] as Step, patch, `${path}.update.patch`));
  }
  if ('move' in operation) {
    const { stepId, after } = operation.move;
    const at = indexOf(steps, stepId, `${path}.move.stepId`);
    if (after === stepId) return steps;
    return insert(steps.toSpliced(at, 1), steps[at], after, `${path}.move.after`);
  }
  return steps.toSpliced(indexOf(steps, operation.remove.stepId, `${path}.remove.stepId`), 1);
}

function newStep(steps: unknown[], step: unknown, path: string): Step {
  if (!isObject(step)) throw refusal(path, 'A step must be an object.');
  refuseUnfitText(step, path);
  const id = stepId(step);
  if (id === null) throw refusal(`${path}.id`, 'The id of a step must be a text or a number.');
  if (findStep(steps, id) !== undefined) throw refusal(path, `There is already a step with the id '${step.id}'.`);
  return step;
}

function updated(step: Step, patch: unknown, path: string): unknown {
  if (!isObject(patch)) throw refusal(path, 'A merge patch of a step must be an object.');
  refuseUnfitText(patch, path);
  if ('id' in patch && patch.id !== step.id) throw refusal(path, 'The id of a step cannot be changed.');
  return mergePatch(step, patch);
}

function insert(steps: unknown[], step: unknown, after: string | null | undefined, path: string): unknown[] {
  if (after != null) indexOf(steps, after, path);
  return putStep(steps, step, after);
}

/** The steps with one more. `after`: as of an operation; a step that is there. */
export function putStep(steps: readonly unknown[], step: unknown, after: string | null | undefined): unknown[] {
  if (after === undefined) return [...steps, step];
  if (after === null) return [step, ...steps];
  return steps.toSpliced(steps.findIndex((other) => stepId(other) === after) + 1, 0, step);
}

/** The first step with an id. */
export function findStep(steps: readonly unknown[], id: string): unknown {
  return steps.find((step) => stepId(step) === id);
}

function indexOf(steps: unknown[], id: string, path: string): number {
  const at = steps.findIndex((step) => stepId(step) === id);
  if (at < 0) throw refusal(path, `There is no step with the id '${id}'.`);
  return at;
}

/** The id by which operations name a step; null: it has none. */
export function stepId(step: unknown): string | null {
  return isObject(step) && (typeof step.id === 'string' || typeof step.id === 'number') ? String(step.id) : null;
}

function refuseUnfitText(value: unknown, path: string): void {
  const problem = checkJsonText(value);
  if (problem) throw new ValidationError([{ path, code: problem.code, message: problem.message }]);
}

function refusal(path: string, message: string): ValidationError {
  return new ValidationError([{ path, code: 'invalid_input', message }]);
}
