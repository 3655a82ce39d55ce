import type { FieldProblem } from '../../domain/errors.ts';
import type { ExpectedId } from './expected-id.ts';
import { hasDatabaseId } from './global-id.ts';
import { describeReceived, type ReceivedId, recognizeId } from './received-id.ts';

/** How much of a value a message repeats, in characters. */
const MAX_QUOTED = 80;

/**
 * The error for an id of one kind where another is expected. Null where the value is good, or is no id at all. It derives from the value alone: whether the object
 * exists, and for whom, plays no part.
 */
export function idProblem(expected: ExpectedId, path: string, value: unknown): FieldProblem | null {
  const received = recognizeId(value);
  if (!received || expected.accepts(received)) return null;
  const where = expected.source && ` (${expected.source})`;
  const message = `Expected ${expected.text}${where}, but received ${describeReceived(received)}: ${quoted(value)}.${hint(expected, received)}`;
  return { path, code: 'invalid_input', message };
}

function quoted(value: unknown): string {
  const text = String(value);
  return text.length > MAX_QUOTED ? `${text.slice(0, MAX_QUOTED)}…` : text;
}

/** The very object was named, by its global id where a number is expected. */
function hint({ typename }: ExpectedId, received: ReceivedId): string {
  const isSame = received.form === 'globalId' && received.globalId.typename === typename && hasDatabaseId(typename);
  return isSame ? ` Its databaseId is ${received.globalId.id}.` : '';
}
