import { excessOf } from '../json/json-limits.ts';
import { JsonTextError, scanJson } from './json-scan.ts';

/**
 * Parses JSON as the original does: NaN and Infinity are taken (and left to the fields to refuse), and an error is told in the words of Python's parser, with
 * line, column and character. Numbers are those of JavaScript: beyond 2^53 the nearest one.
 */
export function parseJson(text: string): { value: unknown } | { message: string } {
  try {
    const excess = excessOf(text);
    if (excess !== null) return { message: `${excess.charAt(0).toUpperCase()}${excess.slice(1)}` };
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
