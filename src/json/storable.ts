import { isObject, type JsonObject } from './json-object.ts';

/** Far above what people nest, far below what the database and its readers take. */
const MAX_DEPTH = 64;

/** Longer texts are cut, in UTF-16 code units. */
const MAX_TEXT = 8192;

/**
 * A stranger's JSON as `jsonb` can hold it, where nobody is there to be told that it cannot: NUL characters and halves of surrogate pairs become U+FFFD, texts
 * are cut after 8,192 characters, and what is nested deeper than 64 levels, or is no finite number, is null.
 */
function storableJson(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return storableText(value, MAX_TEXT);
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= MAX_DEPTH) return null;
  return isObject(value) ? storableObject(value, depth) : (value as unknown[]).map((item) => storableJson(item, depth + 1));
}

export function storableObject(object: JsonObject, depth = 0): JsonObject {
  // fromEntries defines its keys, so that even `__proto__` is an ordinary one.
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [storableText(key, MAX_TEXT), storableJson(value, depth + 1)]));
}

/** A text as PostgreSQL can hold it, of so many UTF-16 code units at most. */
export function storableText(text: string, maxLength: number): string {
  return text.slice(0, maxLength).replaceAll('\0', '\uFFFD').toWellFormed();
}
