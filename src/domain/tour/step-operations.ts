import { randomUUID } from 'node:crypto';
import { isObject } from '../../json/json-object.ts';
import { mergePatch } from '../../json/merge-patch.ts';
import { checkJsonText } from '../../json/text-check.ts';
import { ValidationError } from '../errors.ts';
import { listSteps } from './content.ts';
import type { Draft } from './merge-draft.ts';
import { StepList, stepId } from './step-list.ts';

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
  const list = new StepList(steps);
  for (const [n, operation] of operations.entries()) applyStepOperation(list, operation, `operations.${n}`);
  return list.toArray();
}

/** Makes one operation to a list of steps. @param path names the operation in errors */
export function applyStepOperation(steps: StepList, operation: StepOperation, path: string): void {
  if ('add' in operation) {
    const step = newStep(steps, operation.add.step, `${path}.add.step`);
    requirePlace(steps, operation.add.after, `${path}.add.after`);
    steps.insert(step, operation.add.after);
  } else if ('update' in operation) {
    const { stepId, patch } = operation.update;
    requireStep(steps, stepId, `${path}.update.stepId`);
    steps.replace(stepId, updated(steps.find(stepId) as Step, patch, `${path}.update.patch`));
  } else if ('move' in operation) {
    const { stepId, after } = operation.move;
    requireStep(steps, stepId, `${path}.move.stepId`);
    requirePlace(steps, after, `${path}.move.after`);
    steps.move(stepId, after);
  } else {
    requireStep(steps, operation.remove.stepId, `${path}.remove.stepId`);
    steps.remove(operation.remove.stepId);
  }
}

function newStep(steps: StepList, step: unknown, path: string): Step {
  if (!isObject(step)) throw refusal(path, 'A step must be an object.');
  refuseUnfitText(step, path);
  const id = stepId(step);
  if (id === null) throw refusal(`${path}.id`, 'The id of a step must be a text or a number.');
  if (steps.has(id)) throw refusal(path, `There is already a step with the id '${step.id}'.`);
  return step;
}

function updated(step: Step, patch: unknown, path: string): unknown {
  if (!isObject(patch)) throw refusal(path, 'A merge patch of a step must be an object.');
  refuseUnfitText(patch, path);
  if ('id' in patch && patch.id !== step.id) throw refusal(path, 'The id of a step cannot be changed.');
  return mergePatch(step, patch);
}

function requirePlace(steps: StepList, after: string | null | undefined, path: string): void {
  if (after != null) requireStep(steps, after, path);
}

function requireStep(steps: StepList, id: string, path: string): void {
  if (!steps.has(id)) throw refusal(path, `There is no step with the id '${id}'.`);
}

function refuseUnfitText(value: unknown, path: string): void {
  const problem = checkJsonText(value);
  if (problem) throw new ValidationError([{ path, code: problem.code, message: problem.message }]);
}

function refusal(path: string, message: string): ValidationError {
  return new ValidationError([{ path, code: 'invalid_input', message }]);
}
