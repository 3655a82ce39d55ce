import { isDeepStrictEqual } from 'node:util';
import { pointer } from '../../json/patch.ts';
import { type Merged, mergeThreeWay } from '../../json/three-way-merge.ts';
import type { Draft } from './merge-draft.ts';
import { movedSteps } from './moved-steps.ts';
import type { PastWrite } from './past-write.ts';
import { applyStepOperations, findStep, namedStep, putStep, type StepOperation, stepId, stepsOf, withSteps } from './step-operations.ts';

/**
 * Makes operations that were meant for an older draft to the draft as it is. A step that none of them names may have been changed, moved or removed; of one
 * that is named, the changes of both sides are brought together key by key, and it may have one new place.
 *
 * @param since the writes to the tour since `base`
 * @returns conflicts: the step, or the keys of it, that others changed to something else, moved elsewhere or removed
 */
export function rebaseSteps(base: Draft, current: Draft, operations: readonly StepOperation[], since: Iterable<PastWrite>): Merged {
  const conflicts = new Set<string>();
  const theirMoves = operations.some((operation) => 'move' in operation) ? movedSince(since) : new Set();
  const was = stepsOf(base);
  const theirs = stepsOf(current);
  let mine: readonly unknown[] = was;
  let steps: readonly unknown[] = theirs;
  for (const operation of operations) {
    const id = namedStep(operation);
    const placed = place(steps, mine, operation);
    if ('move' in operation && theirMoves.has(id) && !isSameOrder(steps, placed)) conflicts.add(pathOf(id));
    steps = placed;
    mine = applyStepOperations(mine, [operation]);
  }

  const values = new Map<string, unknown>();
  for (const id of new Set(operations.map(namedStep))) {
    const [before, other, own] = [was, theirs, mine].map((list) => findStep(list, id));
    const merged = mergeThreeWay(before, other, own);
    for (const path of merged.conflicts) conflicts.add(pathOf(id) + path);
    if (before !== undefined && other === undefined && own !== undefined) conflicts.add(pathOf(id));
    values.set(id, merged.value);
  }
  const value = withSteps(current, replaceFirst(steps, values));
  return { value, conflicts: [...conflicts], isRebased: !isDeepStrictEqual(base, current) && !isDeepStrictEqual(value, current) };
}

/** The steps that others have moved: by what they said, or else by what came of it. */
function movedSince(since: Iterable<PastWrite>): Set<string> {
  const moved = new Set<string>();
  for (const write of since) for (const id of write.movedSteps ?? movedSteps(stepsOf(write.before), stepsOf(write.after))) moved.add(id);
  return moved;
}

/** The place that an operation gives its step among the steps as they are; `mine`: as its author had them. */
function place(steps: readonly unknown[], mine: readonly unknown[], operation: StepOperation): readonly unknown[] {
  if ('update' in operation) return steps;
  const id = namedStep(operation);
  const step = findStep(steps, id);
  if ('add' in operation)
    return step === undefined ? putStep(steps, operation.add.step, anchor(steps, mine, id, operation.add.after)) : steps;
  if (step === undefined) return steps;
  const others = steps.toSpliced(steps.indexOf(step), 1);
  if ('remove' in operation) return others;
  if (operation.move.after === id) return steps;
  return putStep(others, step, anchor(others, mine, id, operation.move.after));
}

/** The step to stand behind: the one that was named, or the nearest before it that is still there. */
function anchor(
  steps: readonly unknown[],
  mine: readonly unknown[],
  id: string,
  after: string | null | undefined,
): string | null | undefined {
  if (after == null) return after;
  const ids = mine.map(stepId);
  const left = new Set(steps.map(stepId));
  return ids.slice(0, ids.indexOf(after) + 1).findLast((other) => other !== null && other !== id && left.has(other)) ?? undefined;
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

function isSameOrder(one: readonly unknown[], two: readonly unknown[]): boolean {
  return one.length === two.length && one.every((step, n) => step === two[n]);
}

function pathOf(id: string): string {
  return pointer('content', 'steps', id);
}
