import { randomUUID } from 'node:crypto';
import { isObject } from '../../json/json-object.ts';
import { mergePatch } from '../../json/merge-patch.ts';
import { checkJsonText } from '../../json/text-check.ts';
import { ValidationError } from '../errors.ts';

/** A change of one step, named by its id. `after`: the id of the step to stand behind; null: first; absent: last. */
export type StepOperation =
  | { add: { step: unknown; after?: string | null | undefined } }
  | { update: { stepId: string; patch: unknown } }
  | { move: { stepId: string; after?: string | null | undefined } }
  | { remove: { stepId: string } };

type Step = Record<string, unknown>;

/**
 * The steps after the operations, one after the other.
 *
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
  if (step.id === undefined || step.id === null) return { ...step, id: randomUUID() };
  if (steps.some((other) => idOf(other) === idOf(step))) throw refusal(path, `There is already a step with the id '${step.id}'.`);
  return step;
}

function updated(step: Step, patch: unknown, path: string): unknown {
  if (!isObject(patch)) throw refusal(path, 'A merge patch of a step must be an object.');
  refuseUnfitText(patch, path);
  if ('id' in patch && patch.id !== step.id) throw refusal(path, 'The id of a step cannot be changed.');
  return mergePatch(step, patch);
}

function insert(steps: unknown[], step: unknown, after: string | null | undefined, path: string): unknown[] {
  if (after === undefined) return [...steps, step];
  if (after === null) return [step, ...steps];
  return steps.toSpliced(indexOf(steps, after, path) + 1, 0, step);
}

function indexOf(steps: unknown[], id: string, path: string): number {
  const at = steps.findIndex((step) => idOf(step) === id);
  if (at < 0) throw refusal(path, `There is no step with the id '${id}'.`);
  return at;
}

function idOf(step: unknown): string | null {
  return isObject(step) && (typeof step.id === 'string' || typeof step.id === 'number') ? String(step.id) : null;
}

function refuseUnfitText(value: unknown, path: string): void {
  const problem = checkJsonText(value);
  if (problem) throw new ValidationError([{ path, code: problem.code, message: problem.message }]);
}

function refusal(path: string, message: string): ValidationError {
  return new ValidationError([{ path, code: 'invalid_input', message }]);
}
