import { Marked } from 'marked';

/** Text that is HTML already. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Part = Html | string | number | false | undefined | readonly Part[];

/** A template of HTML: what is put in is escaped, unless it is HTML; lists are joined, false and undefined are nothing. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  return new Html(strings.reduce((text, string, index) => text + print(parts[index - 1]) + string));
}

function print(part: Part): string {
  if (part instanceof Html) return part.text;
  if (Array.isArray(part)) return part.map(print).join('');
  return part === false || part === undefined ? '' : escaped(String(part));
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

const markdown = new Marked();

/** Paragraphs and lists in Markdown, of our own writing. */
export function prose(text: string): Html {
  return new Html(markdown.parse(text, { async: false }));
}

/** A line in Markdown. */
export function line(text: string): Html {
  return new Html(markdown.parseInline(text, { async: false }));
}
