import { ValidationError } from '../errors.ts';
import { INPUT_LIMITS } from '../input-limits.ts';
import { listSteps } from './content.ts';

/** How large content may become. */
export interface ContentLimits {
  /** Bytes of its JSON in UTF-8. */
  bytes: number;
  /** Null: any number, as over REST and in an import. */
  steps: number | null;
}

/**
 * Refuses content beyond a limit, unless what it replaces is as large already: a tour that was stored with more stays editable.
 *
 * @param before the content that is replaced; null: none
 * @param textLength the length of a JSON text that holds `after`, in UTF-16 code units, where it is known
 * @throws ValidationError on `content` with the code `max_length`
 */
export function requireContentSize(before: unknown, after: unknown, limits: ContentLimits, textLength = Number.POSITIVE_INFINITY): void {
  const steps = listSteps(after).length;
  if (limits.steps !== null && steps > limits.steps && steps > listSteps(before).length) {
    throw refusal(`Ensure this field has no more than ${limits.steps} steps; it has ${steps}.`);
  }
  // A UTF-16 code unit takes at most three bytes.
  if (textLength * 3 <= limits.bytes) return;
  const bytes = sizeOf(after);
  if (bytes > limits.bytes && bytes > sizeOf(before)) {
    throw refusal(`Ensure this field has no more than ${limits.bytes} bytes; it has ${bytes}.`);
  }
}

/**
 * Refuses the conditions of a flag, or the targeting of a tour, beyond a limit, unless what they replace is as large already. They are compiled on each change,
 * and looked through for each visitor.
 *
 * @param before null: none
 * @param textLength as of requireContentSize
 * @throws ValidationError with the code `max_length`
 */
export function requireFilterSize(
  path: 'filters' | 'targetingFlagFilters',
  before: unknown,
  after: unknown,
  maxContentBytes: number,
  textLength = Number.POSITIVE_INFINITY,
): void {
  const limit = Math.min(INPUT_LIMITS.filterBytes, maxContentBytes);
  if (textLength * 3 <= limit) return;
  const bytes = sizeOf(after);
  if (bytes > limit && bytes > sizeOf(before)) throw refusal(`Ensure this field has no more than ${limit} bytes; it has ${bytes}.`, path);
}

function sizeOf(content: unknown): number {
  return Buffer.byteLength(JSON.stringify(content) ?? '');
}

function refusal(message: string, path = 'content'): ValidationError {
  return new ValidationError([{ path, code: 'max_length', message }]);
}
