import { hash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { piecesToBytes, stringifyToPieces } from '../json/stringify.ts';
import type { Parameter } from '../openapi/document.ts';
import type { Answer } from './answer.ts';
import type { TourBody } from './tour-shape.ts';

/** What a write may insist on. */
export const WRITE_CONDITIONS: readonly Parameter[] = [
  {
    name: 'If-Match',
    in: 'header',
    description: 'The `ETag` of an earlier answer: write only if it still names the current state.',
    schema: { type: 'string' },
  },
  {
    name: 'If-None-Match',
    in: 'header',
    description: 'The `ETag` of an earlier answer: write only if it does not name the current state. `*` excludes every state.',
    schema: { type: 'string' },
  },
];

/** `"7"` or `"7-hash"`: the revision tells what was written, the hash also what only shows in a tour, such as the name of its linked flag. */
const TAG = /^"(\d+)(?:-[\w-]+)?"$/;

/** An answer that says which state of the tour it shows, or 304 when the client has that already. */
export function taggedTour(headers: IncomingHttpHeaders, answer: Answer, tour: TourBody): Answer {
  return tagged(headers, answer, [tour], String(tour.revision));
}

/** The same of several tours. No single revision stands for them: such a tag says whether anything is different, and is nothing to insist on. */
export function taggedTours(headers: IncomingHttpHeaders, answer: Answer, tours: readonly TourBody[]): Answer {
  return tagged(headers, answer, tours, '');
}

/** The same of anything else. @param state a number that a write may insist on; null: there is none */
export function taggedBody(headers: IncomingHttpHeaders, answer: Answer, state: number | null = null): Answer {
  return tagged(headers, answer, [], state === null ? '' : String(state));
}

function tagged(headers: IncomingHttpHeaders, answer: Answer, tours: readonly TourBody[], revision: string): Answer {
  const pieces = stringifyToPieces(answer.body);
  const etag = `"${revision}-${digest(pieces, tours)}"`;
  if (isKnown(headers['if-none-match'], etag)) return { status: 304, headers: { etag }, body: undefined };
  return { ...answer, headers: { ...answer.headers, etag }, body: piecesToBytes(pieces) };
}

/** A hash of what is shown, in which the revisions stand for what they tell of, which is most of it. */
function digest(pieces: readonly string[], tours: readonly TourBody[]): string {
  const versioned = tours.flatMap((tour) => tour.versioned.map((json) => json.text));
  let passed = 0;
  const rest = pieces.filter((piece) => {
    if (piece !== versioned[passed]) return true;
    passed++;
    return false;
  });
  return hash('sha1', [...tours.map((tour) => tour.revision), ...rest].join('\n'), 'base64url').slice(0, 12);
}

/** The weak comparison of RFC 9110: a list of tags, or `*`. */
export function isKnown(header: string | undefined, etag: string): boolean {
  return (header ?? '').split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag);
}

/**
 * The revision that a write insists on with `If-Match`.
 *
 * @returns null when there is no condition, or any state will do (`*`); 0, which no tour is ever at, when none of the tags is one of ours
 */
export function expectedRevision(headers: IncomingHttpHeaders): number | null {
  const header = headers['if-match'];
  if (header === undefined || header.trim() === '*') return null;
  const revisions = header.split(',').map((tag) => Number(TAG.exec(tag.trim())?.[1] ?? 0));
  // Of several, only the newest can be the tour's.
  return Math.min(Math.max(...revisions), 2_147_483_647);
}

/** Whether `If-None-Match` forbids a write to a tour that is at this revision. */
export function excludesRevision(header: string, revision: number): boolean {
  const tags = header.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.some((tag) => tag === '*' || Number(TAG.exec(tag)?.[1]) === revision);
}
