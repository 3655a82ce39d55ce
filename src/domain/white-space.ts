/**
 * The white space of Python, in whose words existing clients know what is trimmed, as a class of a regular expression. JavaScript's own is another: it has
 * U+FEFF besides, and lacks U+0085 and the separators U+001C to U+001F.
 */
export const SPACE = '[\\t-\\r\\u001c-\\u0020\\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]';

const IS_SPACE = new RegExp(SPACE);

/** The text without the white space around it. One pass: a pattern for the end would try every run of spaces in a long text. */
export function trim(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && IS_SPACE.test(text.charAt(start))) start++;
  while (end > start && IS_SPACE.test(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}
