import { oneLine } from '../domain/html-text.ts';
import { firstSentences, wordsOf } from './segments.ts';

/** Titles of five words are shorter in nearly every language. */
const LONGEST_TITLE = 60;

const MOST_SENTENCES = 2;

/** What comes after that many characters is not looked at. */
const LONGEST_TEXT = 4000;

/** A model's title as an editor can use it: on one line, without markup, final full stop or quotation marks around it; one that goes on and on is cut. */
export function tidyTitle(text: string): string {
  const title = unquoted(plain(text)).replace(/(?<!\.)\.$/, '');
  if (title.length <= LONGEST_TITLE) return title;
  const last = wordsOf(title).findLast(({ end }) => end < LONGEST_TITLE);
  return `${title.slice(0, last?.end ?? LONGEST_TITLE - 1).toWellFormed()}…`;
}

/** A model's description: on one line, without markup, two sentences at most. */
export function tidyDescription(text: string): string {
  return firstSentences(unquoted(plain(text)), MOST_SENTENCES);
}

/** The text that Markdown stands for. Only what is marked as a pair, or stands at the start of a line, is a mark: `snake_case` and `2 * 3` stay. */
function plain(text: string): string {
  const unmarked = text
    .slice(0, LONGEST_TEXT)
    .replace(/^\s*```.*$/gm, '')
    .replace(/^\s*(?:#{1,6}|>|[-*+]|\d{1,2}\.)\s+/gm, '')
    .replace(/!?\[([^\]\n]*)\]\([^)\n]*\)/g, '$1')
    .replace(/(\*\*|__|~~|`+)(?=\S)([^\n]*?\S)\1/g, '$2')
    .replace(/(?<![\w*])([*_])(?=\S)([^\n]*?\S)\1(?![\w*])/g, '$2');
  return oneLine(unmarked);
}

function unquoted(text: string): string {
  return /^(["'“„«])[^"“”„«»]*["'”“»]$/u.test(text) ? text.slice(1, -1).trim() : text;
}
