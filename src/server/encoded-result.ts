import type { ExecutionResult } from 'graphql';
import { stringify } from '../json/stringify.ts';

const texts = new WeakMap<ExecutionResult, string>();

/** A result as JSON, printed once however many get it. */
export function encodeResult(result: ExecutionResult): string {
  const known = texts.get(result);
  if (known !== undefined) return known;
  const text = stringify(result);
  texts.set(result, text);
  return text;
}
