import { isDeepStrictEqual } from 'node:util';
import { isObject } from '../../json/json-object.ts';
import { segmentsOf } from '../../json/patch.ts';
import type { PastWrite } from './past-write.ts';
import { stepId } from './step-list.ts';

/**
 * What of a document a path is taken to name. `value`: what stands there, where items of lists are named by their ids, and lists stand for the order of their
 * items; `order` and `list`: the first list on the way, for paths that name a place in it.
 */
const VIEWS = ['value', 'order', 'list'] as const;

/** How many of the paths are looked for: each is looked up on both sides of each write. */
const MAX_PATHS = 50;

type View = (typeof VIEWS)[number];

/**
 * The newest of some writes that touched one of these paths: by what stands there, or else by the order of the list on the way, or else by anything in that
 * list.
 *
 * @param writes newest first
 * @param paths JSON pointers, with items of lists named by their ids or by their positions; the first 50 count
 * @returns null when none did
 */
export function findChanger(writes: Iterable<PastWrite>, paths: readonly string[]): PastWrite | null {
  const places = paths.slice(0, MAX_PATHS).map(segmentsOf);
  const found = new Map<View, PastWrite>();
  for (const write of writes) {
    for (const view of VIEWS) if (!found.has(view) && places.some((keys) => touches(write, keys, view))) found.set(view, write);
    if (found.has('value')) break;
  }
  return VIEWS.map((view) => found.get(view)).find((write) => write !== undefined) ?? null;
}

function touches({ before, after }: PastWrite, keys: readonly string[], view: View): boolean {
  return !isDeepStrictEqual(lookAt(before, keys, view), lookAt(after, keys, view));
}

function lookAt(document: unknown, keys: readonly string[], view: View): unknown {
  let value = document;
  for (const key of keys) {
    if (Array.isArray(value)) {
      if (view !== 'value') break;
      value = value.find((item) => stepId(item) === key);
    } else value = isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  }
  if (view === 'list' || !Array.isArray(value)) return value;
  const ids = value.map(stepId);
  return ids.includes(null) ? value : ids;
}
