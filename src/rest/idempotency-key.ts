import type { IncomingHttpHeaders } from 'node:http';
import { INPUT_LIMITS } from '../domain/input-limits.ts';
import type { Parameter } from '../openapi/document.ts';

/** Of writes that a client must be able to send again when it has heard no answer. */
export const IDEMPOTENCY_KEY: Parameter = {
  name: 'Idempotency-Key',
  in: 'header',
  description: `A text of the client’s own, of 1 to ${INPUT_LIMITS.idempotencyKey} characters, good for a day: the same request with the same key again does nothing more, and is answered with the tour as it is by then. With another body it is refused.`,
  schema: { type: 'string', minLength: 1, maxLength: INPUT_LIMITS.idempotencyKey },
};

/** The key as it was sent, quotes included; null: none. */
export function readIdempotencyKey(headers: IncomingHttpHeaders): string | null {
  return (headers['idempotency-key'] as string | undefined) ?? null;
}
