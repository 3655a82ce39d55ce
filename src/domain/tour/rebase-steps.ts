import { isDeepStrictEqual } from 'node:util';
import { pointer } from '../../json/patch.ts';
import { type Merged, mergeThreeWay } from '../../json/three-way-merge.ts';
import { INPUT_LIMITS } from '../input-limits.ts';
import type { Draft } from './merge-draft.ts';
import { movedSteps } from './moved-steps.ts';
import type { PastWrite } from './past-write.ts';
import { StepList, stepId } from './step-list.ts';
import { applyStepOperation, namedStep, type StepOperation, stepsOf, withSteps } from './step-operations.ts';

/**
 * Makes operations that were meant for an older draft to the draft as it is. A step that none of them names may have been changed, moved or removed; of one
 * that is named, the changes of both sides are brought together key by key, and it may have one new place. Where others changed a list of more than 500 steps,
 * the whole list is the conflict.
 *
 * @param since the writes to the tour since `base`
 * @returns conflicts: the step, or the keys of it, that others changed to something else, moved elsewhere or removed
 */
export function rebaseSteps(base: Draft, current: Draft, operations: readonly StepOperation[], since: Iterable<PastWrite>): Merged {
  const conflicts = new Set<string>();
  const was = stepsOf(base);
  const theirs = stepsOf(current);
  if (Math.max(was.length, theirs.length) > INPUT_LIMITS.steps && !isDeepStrictEqual(was, theirs)) {
    return { value: current, conflicts: [pointer('content', 'steps')], isRebased: false };
  }
  const theirMoves = operations.some((operation) => 'move' in operation) ? movedSince(since) : new Set();
  const mine = new StepList(was);
  const steps = new StepList(theirs);
  for (const [n, operation] of operations.entries()) {
    const isMoved = place(steps, mine, operation);
    if (isMoved && theirMoves.has(namedStep(operation))) conflicts.add(pathOf(namedStep(operation)));
    applyStepOperation(mine, operation, `operations.${n}`);
  }

  const [before, others] = [new StepList(was), new StepList(theirs)];
  const values = new Map<string, unknown>();
  for (const id of new Set(operations.map(namedStep))) {
    const [old, other, own] = [before, others, mine].map((list) => list.find(id));
    const merged = mergeThreeWay(old, other, own);
    for (const path of merged.conflicts) conflicts.add(pathOf(id) + path);
    if (old !== undefined && other === undefined && own !== undefined) conflicts.add(pathOf(id));
    values.set(id, merged.value);
  }
  const value = withSteps(current, replaceFirst(steps.toArray(), values));
  return { value, conflicts: [...conflicts], isRebased: !isDeepStrictEqual(base, current) && !isDeepStrictEqual(value, current) };
}

/** The steps that others have moved: by what they said, or else by what came of it. */
function movedSince(since: Iterable<PastWrite>): Set<string> {
  const moved = new Set<string>();
  for (const write of since) for (const id of write.movedSteps ?? movedSteps(stepsOf(write.before), stepsOf(write.after))) moved.add(id);
  return moved;
}

/**
 * Gives the step of an operation its place among the steps as they are.
 *
 * @param mine the steps as the author of the operation had them
 * @returns whether a step that is there has another place now
 */
function place(steps: StepList, mine: StepList, operation: StepOperation): boolean {
  const id = namedStep(operation);
  if ('add' in operation) {
    if (!steps.has(id)) steps.insert(operation.add.step, anchor(steps, mine, id, operation.add.after));
  } else if ('remove' in operation) steps.remove(id);
  else if ('move' in operation && operation.move.after !== id) return steps.move(id, anchor(steps, mine, id, operation.move.after));
  return false;
}

/** The step to stand behind: the one that was named, or the nearest before it that is still there. */
function anchor(steps: StepList, mine: StepList, id: string, after: string | null | undefined): string | null | undefined {
  if (after == null) return after;
  for (const other of mine.upFrom(after)) if (other !== null && other !== id && steps.has(other)) return other;
  return undefined;
}

/** Each value in the place of the first step that has its id. */
function replaceFirst(steps: readonly unknown[], values: Map<string, unknown>): unknown[] {
  return steps.map((step) => {
    const id = stepId(step);
    const value = id === null ? undefined : values.get(id);
    if (id === null || value === undefined) return step;
    values.delete(id);
    return value;
  });
}

function pathOf(id: string): string {
  return pointer('content', 'steps', id);
}
