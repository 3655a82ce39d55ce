import { UUID } from '../../domain/uuid.ts';
import { type GlobalId, readGlobalId } from './global-id.ts';

/** A value that looks like an id or a cursor of this API. */
export type ReceivedId = { form: 'globalId'; globalId: GlobalId } | { form: 'uuid' | 'number' | 'cursor' };

/** Null for a value of any other form. */
export function recognizeId(value: unknown): ReceivedId | null {
  if (typeof value === 'number') return Number.isInteger(value) ? { form: 'number' } : null;
  if (typeof value !== 'string' || value === '') return null;
  if (UUID.test(value)) return { form: 'uuid' };
  if (/^\d{1,10}$/.test(value)) return { form: 'number' };
  const globalId = readGlobalId(value);
  if (globalId) return { form: 'globalId', globalId };
  return isCursor(value) ? { form: 'cursor' } : null;
}

/** Longer texts are not decoded, in characters. A cursor of this length is refused in any case. */
const MAX_CURSOR_LENGTH = 4000;

/** Cursors are the base64 of a JSON list, or of a text with this beginning where Prisma pages. */
const PRISMA_CURSOR = 'GPC:';

function isCursor(text: string): boolean {
  if (text.length > MAX_CURSOR_LENGTH || !/^[\w+/-]+={0,2}$/.test(text)) return false;
  const decoded = Buffer.from(text, 'base64').toString();
  if (decoded.startsWith(PRISMA_CURSOR)) return true;
  try {
    return decoded.startsWith('[') && Array.isArray(JSON.parse(decoded));
  } catch {
    return false;
  }
}

/** What was received, for an error message: `the global id of a Tour`. */
export function describeReceived(received: ReceivedId): string {
  if (received.form === 'globalId') return `the global id of ${withArticle(received.globalId.typename)}`;
  return { uuid: 'a UUID', number: 'a number', cursor: 'a cursor' }[received.form];
}

/** `a Tour`, `an Organization`. */
export function withArticle(typename: string): string {
  return `${/^[AEIO]/.test(typename) ? 'an' : 'a'} ${typename}`;
}
