import { ValidationError } from '../domain/errors.ts';
import type { Position, Topic } from './topic.ts';

/** First in each cursor: a later form can be told apart. */
const VERSION = 1;

/** No cursor of ours is longer; nothing longer is decoded. */
const MAX_LENGTH = 160;

/**
 * A position in a feed as an opaque text, for `after` and `Last-Event-ID` alike. It says all there is to say, so it is good on every node and after any
 * restart.
 */
export function encodeCursor({ projectId, tourId }: Topic, { sequence, revision }: Position): string {
  const fields = tourId === null ? [VERSION, projectId, sequence] : [VERSION, projectId, sequence, revision, tourId];
  return Buffer.from(JSON.stringify(fields)).toString('base64url');
}

/** @throws ValidationError on `after` when the text is not a cursor, or is one of another feed */
export function decodeCursor(topic: Topic, text: string): Position {
  const [version, projectId, sequence, revision = 0, tourId = null] = parseFields(text);
  if (version !== VERSION || !isCount(sequence) || !isCount(revision)) throw invalid(NOT_A_CURSOR);
  if (projectId !== topic.projectId) throw invalid('This cursor belongs to another project.');
  if (tourId !== topic.tourId)
    throw invalid(`This cursor belongs to ${tourId === null ? 'the feed of the whole project' : 'another feed of this project'}.`);
  const position = { sequence, revision };
  // The decoder of base64 skips what it does not know, and JSON has spaces: only the very text that was given out is taken back.
  if (encodeCursor(topic, position) !== text) throw invalid(NOT_A_CURSOR);
  return position;
}

const NOT_A_CURSOR = 'This is not a cursor. Give the `cursor` of the last event received, or nothing to start with a SNAPSHOT.';

function parseFields(text: string): unknown[] {
  if (text.length > MAX_LENGTH) return [];
  try {
    const fields: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    return Array.isArray(fields) ? fields : [];
  } catch {
    return [];
  }
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function invalid(message: string): ValidationError {
  return new ValidationError([{ path: 'after', code: 'invalid_input', message }]);
}
