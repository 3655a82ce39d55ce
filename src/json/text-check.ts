/** What PostgreSQL's `jsonb` could not hold, and the reason to give; whose field it is, the caller knows. */
export interface JsonProblem {
  code: 'null_characters_not_allowed' | 'surrogate_characters_not_allowed' | 'invalid_input';
  message: string;
}

/** PostgreSQL and every recursive reader behind us stop somewhere: this is far below each of those limits and far above any document that people write. */
const MAX_DEPTH = 500;

const TOO_DEEP: JsonProblem = { code: 'invalid_input', message: `JSON may not be nested deeper than ${MAX_DEPTH} levels.` };
const NOT_FINITE: JsonProblem = { code: 'invalid_input', message: 'Value must be valid JSON.' };

/** The first character of a text that PostgreSQL cannot store: NUL, or half of a surrogate pair (contract section 3). */
export function checkText(text: string): JsonProblem | null {
  if (text.includes('\0')) return { code: 'null_characters_not_allowed', message: 'Null characters are not allowed.' };
  const lone = text.isWellFormed() ? undefined : /\p{Surrogate}/u.exec(text)?.[0];
  if (lone === undefined) return null;
  const codePoint = lone.charCodeAt(0).toString(16).toUpperCase();
  return { code: 'surrogate_characters_not_allowed', message: `Surrogate characters are not allowed: U+${codePoint}.` };
}

/**
 * Looks through all keys and values of a JSON document for what the database would refuse: bad characters, nesting without end, and numbers that overflowed
 * while they were parsed (`1e999`), which would be stored as null. Walks with a stack of its own, since the document is a stranger's.
 */
export function checkJsonText(document: unknown): JsonProblem | null {
  const waiting: { value: unknown; depth: number }[] = [{ value: document, depth: 0 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, depth } = next;
    if (typeof value !== 'object' || value === null) {
      const problem = checkScalar(value);
      if (problem) return problem;
      continue;
    }
    if (depth >= MAX_DEPTH) return TOO_DEEP;
    for (const [key, child] of Object.entries(value)) {
      const problem = checkText(key);
      if (problem) return problem;
      waiting.push({ value: child, depth: depth + 1 });
    }
  }
  return null;
}

function checkScalar(value: unknown): JsonProblem | null {
  if (typeof value === 'string') return checkText(value);
  return typeof value === 'number' && !Number.isFinite(value) ? NOT_FINITE : null;
}
