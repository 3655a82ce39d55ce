import { type Coerced, invalid, type Source } from './coerce.ts';
import { parseJson } from './json-text.ts';

/** Any JSON; a form holds its text. NaN and Infinity, which Python's parser lets through, are none, nor is a number too large to be one. */
export function coerceJson(raw: unknown, { kind }: Source): Coerced<unknown> {
  const parsed = kind === 'form' ? parseJson(String(raw)) : { value: raw };
  return 'value' in parsed && hasOnlyNumbers(parsed.value) ? parsed : invalid('Value must be valid JSON.');
}

/** Whether every number in it is one. It keeps a list of its own instead of calling itself: a body may be deep. */
function hasOnlyNumbers(json: unknown): boolean {
  const pending = [json];
  while (pending.length > 0) {
    const value = pending.pop();
    if (typeof value === 'number' && !Number.isFinite(value)) return false;
    if (typeof value === 'object' && value !== null) for (const item of Object.values(value)) pending.push(item);
  }
  return true;
}
