import { INPUT_LIMITS, isLongerThan } from '../../input-limits.ts';

/** Groups with modifiers, such as `(?i:…)`: browsers know them, Node.js 20 does not. */
const MODIFIERS = /\(\?[ims]*-?[ims]*:/g;

/** Why browsers cannot use a value as a regular expression, as a sentence; null: they can. */
export function patternFault(pattern: unknown): string | null {
  if (typeof pattern !== 'string') return 'A regular expression must be text.';
  if (isLongerThan(pattern, INPUT_LIMITS.pattern)) return `A regular expression has ${INPUT_LIMITS.pattern} characters at most.`;
  const fault = compileError(pattern);
  return fault === null || compileError(pattern.replace(MODIFIERS, '(?:')) === null
    ? null
    : `The regular expression does not compile: ${fault}.`;
}

function compileError(pattern: string): string | null {
  try {
    new RegExp(pattern);
    return null;
  } catch (error) {
    // "Invalid regular expression: /(/: Unterminated group"
    return String(error).split(': ').at(-1) ?? '';
  }
}
