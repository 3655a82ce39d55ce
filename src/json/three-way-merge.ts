import { createEquality } from './equality.ts';
import { isObject, type JsonObject } from './json-object.ts';
import { pointer } from './patch.ts';

export interface Merged {
  value: unknown;
  /** JSON pointers to what both sides changed, each to something else. An item of a list with ids is named by its id: `/content/steps/welcome/contentHtml`. */
  conflicts: string[];
  /** Whether `theirs` had changed anything that `mine` did not bring as well. */
  isRebased: boolean;
}

/** Lists with more items are not merged item by item. */
const MAX_ITEMS = 500;

/**
 * Brings two changes of the same JSON together. Objects are compared key by key, and lists of at most 500 items that all have an `id` of their own item by item;
 * any other value is one piece. Where both sides changed the same piece, unless to the same value, there is a conflict, and the value keeps theirs.
 *
 * @param base what `mine` was made from
 * @param theirs what has become of it meanwhile
 * @param mine what it is to become
 */
export function mergeThreeWay(base: unknown, theirs: unknown, mine: unknown): Merged {
  const conflicts: string[] = [];
  let isRebased = false;
  const isEqual = createEquality();

  function merge(before: unknown, other: unknown, own: unknown, path: string): unknown {
    if (isEqual(own, other)) return other;
    if (isEqual(before, own)) {
      isRebased = true;
      return other;
    }
    if (isEqual(before, other)) return own;
    if (isObject(before) && isObject(other) && isObject(own)) return mergeObjects(before, other, own, path);
    const lists = [before, other, own].map(byId);
    if (lists[0] && lists[1] && lists[2]) return mergeLists(lists[0], lists[1], lists[2], path);
    conflicts.push(path);
    return other;
  }

  function mergeObjects(before: JsonObject, other: JsonObject, own: JsonObject, path: string): JsonObject {
    const merged: [string, unknown][] = [];
    for (const key of new Set([...Object.keys(other), ...Object.keys(own)])) {
      const value = merge(owned(before, key), owned(other, key), owned(own, key), path + pointer(key));
      if (value !== undefined) merged.push([key, value]);
    }
    // fromEntries defines its keys, so that even `__proto__` is an ordinary one.
    return Object.fromEntries(merged);
  }

  function mergeLists(before: Items, other: Items, own: Items, path: string): unknown[] {
    const values = new Map<string, unknown>();
    for (const id of new Set([...other.keys(), ...own.keys()])) {
      const value = merge(before.get(id), other.get(id), own.get(id), path + pointer(id));
      if (value !== undefined) values.set(id, value);
    }
    return mergeOrder([...before.keys()], [...other.keys()], [...own.keys()], path)
      .filter((id) => values.has(id))
      .map((id) => values.get(id));
  }

  /** The order of the side that moved items; when both did, differently, the list itself is the conflict. Added items stand behind the one they followed. */
  function mergeOrder(before: string[], other: string[], own: string[], path: string): string[] {
    const sets = [before, other, own].map((ids) => new Set(ids));
    const common = (ids: string[]) => ids.filter((id) => sets.every((set) => set.has(id)));
    const [was, theirs, mine] = [common(before), common(other), common(own)];
    const iMoved = !isEqual(was, mine);
    if (iMoved && !isEqual(was, theirs) && !isEqual(theirs, mine)) conflicts.push(path);
    return iMoved ? withAdded(own, other) : withAdded(other, own);
  }

  return { value: merge(base, theirs, mine, ''), conflicts, isRebased };
}

/** The ids of a list with those that only another list has, each behind the one that it follows there, or else first. */
function withAdded(ids: readonly string[], from: readonly string[]): string[] {
  const present = new Set(ids);
  /** What follows each id, in order; null stands for the start. */
  const followers = new Map<string | null, string[]>();
  let last: string | null = null;
  for (const id of from) {
    if (present.has(id)) last = id;
    else {
      const group = followers.get(last) ?? [];
      group.push(id);
      followers.set(last, group);
    }
  }
  return [...(followers.get(null) ?? []), ...ids.flatMap((id) => [id, ...(followers.get(id) ?? [])])];
}

type Items = Map<string, unknown>;

/** A list's items by their ids; null for what is no list, or one whose items do not all have an id of their own. */
function byId(value: unknown): Items | null {
  if (!Array.isArray(value) || value.length > MAX_ITEMS) return null;
  const items: Items = new Map();
  for (const item of value) {
    const id = isObject(item) ? owned(item, 'id') : undefined;
    if ((typeof id !== 'string' && typeof id !== 'number') || items.has(String(id))) return null;
    items.set(String(id), item);
  }
  return items;
}

function owned(object: JsonObject, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}
