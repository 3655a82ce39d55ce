import { isDeepStrictEqual } from 'node:util';
import { isObject, type JsonObject } from '../../json/json-object.ts';
import { listSteps } from './content.ts';

/** What became of one step. Numbers are places in the tour, from 1. */
export interface StepChange {
  /** Null: the step has none. */
  stepId: string | null;
  /** Null: it was removed. */
  number: number | null;
  /** Null: it was added. */
  previousNumber: number | null;
  /** The keys of the step that differ. */
  changedKeys: string[];
}

/** A step that was moved and changed is in both lists. */
export interface StepDiff {
  added: StepChange[];
  removed: StepChange[];
  /** The fewest steps that have to change places; those that only make room are not among them. */
  moved: StepChange[];
  changed: StepChange[];
}

interface PlacedStep {
  step: JsonObject;
  stepId: string | null;
  number: number;
}

/** What makes the steps of one content into those of another, told by their ids. Steps that share an id, or have none, are paired in their order. */
export function stepDiff(before: unknown, after: unknown): StepDiff {
  const [old, now] = [placedSteps(before), placedSteps(after)];
  const added = [...now].filter(([key]) => !old.has(key)).map(([, { stepId, number }]) => change(stepId, number, null));
  const removed = [...old].filter(([key]) => !now.has(key)).map(([, { stepId, number }]) => change(stepId, null, number));
  const kept = [...now].flatMap(([key, { step, stepId, number }]) => {
    const was = old.get(key);
    return was ? [change(stepId, number, was.number, differingKeys(was.step, step))] : [];
  });
  const inOrder = longestRise(kept.map(({ previousNumber }) => previousNumber as number));
  return {
    added,
    removed,
    moved: kept.filter((_, index) => !inOrder.has(index)),
    changed: kept.filter(({ changedKeys }) => changedKeys.length > 0),
  };
}

function change(stepId: string | null, number: number | null, previousNumber: number | null, changedKeys: string[] = []): StepChange {
  return { stepId, number, previousNumber, changedKeys };
}

/** By id and how often it has been there before. */
function placedSteps(content: unknown): Map<string, PlacedStep> {
  const times = new Map<string | null, number>();
  const placed = new Map<string, PlacedStep>();
  for (const [index, step] of listSteps(content).entries()) {
    if (!isObject(step)) continue;
    const stepId = typeof step.id === 'string' || typeof step.id === 'number' ? String(step.id) : null;
    const time = times.get(stepId) ?? 0;
    times.set(stepId, time + 1);
    placed.set(JSON.stringify([stepId, time]), { step, stepId, number: index + 1 });
  }
  return placed;
}

function differingKeys(before: JsonObject, after: JsonObject): string[] {
  const keys = [...new Set([...Object.keys(after), ...Object.keys(before)])];
  return keys.filter((key) => Object.hasOwn(before, key) !== Object.hasOwn(after, key) || !isDeepStrictEqual(before[key], after[key]));
}

/** The positions of a longest rising subsequence of different numbers, in n log n. */
function longestRise(numbers: readonly number[]): Set<number> {
  /** The position that ends the best rise of each length. */
  const ends: number[] = [];
  const previous: number[] = [];
  for (const [position, number] of numbers.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[ends[middle] as number] as number) < number) low = middle + 1;
      else high = middle;
    }
    previous[position] = low === 0 ? -1 : (ends[low - 1] as number);
    ends[low] = position;
  }
  const rise = new Set<number>();
  for (let position = ends.at(-1) ?? -1; position >= 0; position = previous[position] as number) rise.add(position);
  return rise;
}
