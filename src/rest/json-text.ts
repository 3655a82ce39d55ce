import { JsonTextError, scanJson } from './json-scan.ts';

/** How deep lists and objects may stand inside each other; the original gives up at about the same depth. */
const MAX_DEPTH = 1000;

/**
 * Parses JSON as the original does: NaN and Infinity are taken (and left to the fields to refuse), and an error is told in the words of Python's parser, with
 * line, column and character. Numbers are those of JavaScript: beyond 2^53 the nearest one.
 */
export function parseJson(text: string): { value: unknown } | { message: string } {
  try {
    if (isTooDeep(text)) return { message: `Nested deeper than ${MAX_DEPTH} levels` };
    return { value: parse(text) };
  } catch (error) {
    if (error instanceof JsonTextError) return { message: error.message };
    throw error;
  }
}

/** The number under a key of an object as it stands in the text of it; the text can be parsed. */
export function numberLiteral(text: string, key: string): string {
  const value = (scanJson(text, (literal) => new Literal(literal)) as Record<string, unknown>)[key];
  return value instanceof Literal ? value.text : '';
}

class Literal {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** The native parser is many times faster; the other one knows more and says more. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return scanJson(text);
  }
}

/** Counts brackets outside of strings. It stops short of any recursion, so that the scanner's own can never run away. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let isString = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (isString) {
      if (character === '\\') at++;
      else if (character === '"') isString = false;
    } else if (character === '"') isString = true;
    else if (character === '[' || character === '{') {
      if (++depth > MAX_DEPTH) return true;
    } else if (character === ']' || character === '}') depth--;
  }
  return false;
}
