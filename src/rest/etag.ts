import { hash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { stringifyToBytes } from '../json/stringify.ts';
import type { Parameter } from '../openapi/document.ts';
import type { Answer } from './answer.ts';

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

/** `"7"` or `"7-hash"`: the revision tells what was written, the hash also what only shows in a tour, such as the name of its linked flag. */
const TAG = /^"(\d+)(?:-[\w-]+)?"$/;

/** An answer that says which state of the tour it shows, or 304 when the client has that already. */
export function tagged(headers: IncomingHttpHeaders, answer: Answer, revision: number | null): Answer {
  const body = stringifyToBytes(answer.body);
  const state = hash('sha1', body, 'base64url').slice(0, 12);
  const etag = revision === null ? `"-${state}"` : `"${revision}-${state}"`;
  if (isKnown(headers['if-none-match'], etag)) return { status: 304, headers: { etag }, body: undefined };
  return { ...answer, headers: { ...answer.headers, etag }, body };
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
