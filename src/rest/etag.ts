import { hash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { includesTag, readTags } from '../http/entity-tag.ts';
import { piecesToBytes, stringifyToPieces } from '../json/stringify.ts';
import type { Parameter } from '../openapi/document.ts';
import type { Answer } from './answer.ts';
import { stale } from './failure.ts';
import type { TourBody } from './tour-shape.ts';

/** What a write may insist on. */
export const WRITE_CONDITIONS: readonly Parameter[] = [
  {
    name: 'If-Match',
    in: 'header',
    description: 'The `ETag` of an earlier answer: write only if the tour is still in that state.',
    schema: { type: 'string' },
  },
  {
    name: 'If-None-Match',
    in: 'header',
    description: 'The `ETag` of an earlier answer: write only if the tour is not in that state. `*` excludes every state.',
    schema: { type: 'string' },
  },
];

/**
 * `"7"` or `"7-hash"`: the revision tells what was written, the hash also what only shows in a tour, such as the name
 * of its linked flag. A proxy may append its coding.
 */
const TAG = /^"(\d+)(?:-[\w-]+)?(?:;\w+)?"$/;

/** The database's largest integer. */
const MAX_REVISION = 2_147_483_647;

/** An answer that says which state of the tour it shows, or 304 when the client has that already. */
export function taggedTour(headers: IncomingHttpHeaders, answer: Answer, tour: TourBody): Answer {
  return tagged(headers, answer, [tour], String(tour.revision));
}

/**
 * The same of several tours. No single revision stands for them: such a tag says whether anything is different, and is
 * nothing to insist on.
 */
export function taggedTours(headers: IncomingHttpHeaders, answer: Answer, tours: readonly TourBody[]): Answer {
  return tagged(headers, answer, tours, '');
}

function tagged(headers: IncomingHttpHeaders, answer: Answer, tours: readonly TourBody[], revision: string): Answer {
  const pieces = stringifyToPieces(answer.body);
  const etag = `"${revision}-${digest(pieces, tours)}"`;
  if (includesTag(headers['if-none-match'], etag)) return { status: 304, headers: { etag }, body: undefined };
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

/**
 * The revision that a write insists on with `If-Match`. Weak tags count like others, although RFC 9110 compares them
 * strongly here: proxies that compress responses make them weak, and the revision identifies the state of the tour all
 * the same.
 *
 * @returns null when there is no condition, or any state will do (`*`); `unknown` when none of the tags is the ETag of
 * a tour
 */
export function expectedRevision(headers: IncomingHttpHeaders): number | null | 'unknown' {
  const header = headers['if-match'];
  if (header === undefined) return null;
  const tags = readTags(header);
  if (tags.includes('*')) return null;
  const revisions = tags.flatMap((tag) => revisionOf(tag) ?? []);
  // Of several, only the newest can be the tour's.
  return revisions.length === 0 ? 'unknown' : Math.min(Math.max(...revisions), MAX_REVISION);
}

/** Whether `If-None-Match` forbids a write to a tour that is at this revision. */
export function excludesRevision(header: string, revision: number): boolean {
  return readTags(header).some((tag) => tag === '*' || revisionOf(tag) === revision);
}

function revisionOf(tag: string): number | null {
  const revision = TAG.exec(tag)?.[1];
  return revision === undefined ? null : Number(revision);
}

/** The longest part of a header that an error message quotes, in characters. */
const MAX_QUOTED = 100;

/** The 412 for an `If-Match` that names no state of a tour. */
export function unknownTag(header: string): Answer {
  const quoted = header.length > MAX_QUOTED ? `${header.slice(0, MAX_QUOTED)}…` : header;
  return stale(
    `If-Match: ${quoted || '(empty)'} is not the ETag of a tour. Read the tour, and send the ETag of the response as it is, with its quotes.`,
  );
}
