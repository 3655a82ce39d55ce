import { INPUT_LIMITS, isLongerThan } from '../../input-limits.ts';
import { isSelector } from './css/selector.ts';
import { asText, quote } from './text.ts';

/**
 * Why `querySelector` throws for a value, as a sentence; null: it does not. The SDK passes on values of any type, and
 * browsers make text of them.
 */
export function selectorFault(value: unknown): string | null {
  const text = asText(value);
  if (text === null) return 'A selector must be text.';
  if (isLongerThan(text, INPUT_LIMITS.selector)) return `A selector has ${INPUT_LIMITS.selector} characters at most.`;
  if (isSelector(text)) return null;
  return `${quote(value)} is not a valid CSS selector.${hintFor(text)}`;
}

/** What people often get wrong. */
function hintFor(text: string): string {
  if (/[#.]\d/.test(text)) return ' A name that begins with a digit has to be escaped: write `#\\31 0` for the id `10`, or `[id="10"]`.';
  if (/\[[^\]"'=]*=[^\]"']*[^\w\]-]/.test(text)) return ' Put the value of an attribute in quotation marks.';
  if (/[.#][\w-]*[:/@!%[\]]/.test(text))
    return ' Special characters in a name have to be escaped, such as `.md\\:flex` for the class `md:flex`.';
  return '';
}
