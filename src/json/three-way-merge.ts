import { isDeepStrictEqual } from 'node:util';
import { isObject, type JsonObject } from './json-object.ts';
import { pointer } from './patch.ts';

export interface Merged {
  value: unknown;
  /** JSON pointers to what both sides changed, each to something else. An item of a list with ids is named by its id: `/content/steps/welcome/contentHtml`. */
  conflicts: string[];
  /** Whether `theirs` had changed anything that `mine` did not bring as well. */
  isRebased: boolean;
}

/**
 * Brings two changes of the same JSON together. Objects are compared key by key, and lists whose items all have an `id` of their own item by item; any other
 * value is one piece. Where both sides changed the same piece, unless to the same value, there is a conflict, and the value keeps theirs.
 *
 * @param base what `mine` was made from
 * @param theirs what has become of it meanwhile
 * @param mine what it is to become
 */
export function mergeThreeWay(base: unknown, theirs: unknown, mine: unknown): Merged {
  const conflicts: string[] = [];
  let isRebased = false;

  function merge(before: unknown, other: unknown, own: unknown, path: string): unknown {
    if (isDeepStrictEqual(own, other)) return other;
    if (isDeepStrictEqual(before, own)) {
      isRebased = true;
      return other;
    }
    if (isDeepStrictEqual(before, other)) return own;
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
    const common = (ids: string[]) => ids.filter((id) => before.includes(id) && other.includes(id) && own.includes(id));
    const [was, theirs, mine] = [common(before), common(other), common(own)];
    const iMoved = !isDeepStrictEqual(was, mine);
    if (iMoved && !isDeepStrictEqual(was, theirs) && !isDeepStrictEqual(theirs, mine)) conflicts.push(path);
    const order = [...(iMoved ? own : other)];
    const added = iMoved ? other : own;
    for (const [n, id] of added.entries()) {
      if (order.includes(id)) continue;
      const after = added.slice(0, n).findLastIndex((earlier) => order.includes(earlier));
      order.splice(after < 0 ? 0 : order.indexOf(added[after] as string) + 1, 0, id);
    }
    return order;
  }

  return { value: merge(base, theirs, mine, ''), conflicts, isRebased };
}

type Items = Map<string, unknown>;

/** A list's items by their ids; null for what is no list, or one whose items do not all have an id of their own. */
function byId(value: unknown): Items | null {
  if (!Array.isArray(value)) return null;
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
