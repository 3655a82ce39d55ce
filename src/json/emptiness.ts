/**
 * Whether a JSON value says nothing: null, false, zero, an empty text, list or object. The tour rules come from a server for which an empty object is as good as
 * none, unlike JavaScript.
 */
export function isEmptyJson(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return !value;
  return Array.isArray(value) ? value.length === 0 : Object.keys(value).length === 0;
}
