import type { Answer } from './answer.ts';
import { asFailure, type Call, Refusal } from './call.ts';
import { excludesRevision, expectedRevision } from './etag.ts';
import { isStale, stale } from './failure.ts';

/** How often a write is tried that must avoid a state and finds that others have written meanwhile. */
const MAX_ATTEMPTS = 20;

interface Write<Result> {
  /** The number of the present state; null: there is nothing. */
  read(): Promise<number | null>;
  /** @param expected the only state to write in; null: any */
  write(expected: number | null): Promise<Result>;
  /** What there is, in the answer for a state that is excluded. */
  thing: 'tour' | 'flag';
}

/**
 * Writes in the state that `If-Match` insists on, and in none that `If-None-Match` excludes (RFC 9110, section 13.1): where only the latter is given, in the
 * very state in which it was seen not to be excluded.
 *
 * @throws Refusal with 412 when it is in a state that is excluded
 */
export async function writeConditionally<Result extends object>(
  headers: Call['headers'],
  { read, write, thing }: Write<Result>,
): Promise<Result> {
  const excluded = headers['if-none-match'];
  const expected = expectedRevision(headers);
  for (let attempt = 1; ; attempt++) {
    const seen = expected ?? (excluded === undefined ? null : await read());
    if (excluded !== undefined && seen !== null && excludesRevision(excluded, seen)) throw new Refusal(excludedState(thing));
    const result = await write(seen);
    const isOvertaken = expected === null && seen !== null && isStale(asFailure(result));
    if (!isOvertaken || attempt === MAX_ATTEMPTS) return result;
  }
}

function excludedState(thing: 'tour' | 'flag'): Answer {
  return stale(`The ${thing} is in a state that If-None-Match excludes.`);
}
