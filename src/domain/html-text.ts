import { Parser } from 'htmlparser2';

/** Elements that stand on lines of their own. */
const BLOCKS: ReadonlySet<string> = new Set(
  'address article aside blockquote br dd div dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table td th tr ul'.split(
    ' ',
  ),
);

/** Elements whose text nobody sees. */
const UNSEEN: ReadonlySet<string> = new Set(['script', 'style', 'template']);

/** What HTML says, without its tags: entities decoded, a line for each block, no blank ones. Anything is taken; what is no tag is text. */
export function htmlText(html: string): string {
  let text = '';
  let unseen = 0;
  const parser = new Parser({
    onopentagname(name) {
      if (UNSEEN.has(name)) unseen += 1;
      else if (BLOCKS.has(name)) text += '\n';
    },
    ontext(data) {
      if (unseen === 0) text += data.replace(/\s+/g, ' ');
    },
    onclosetag(name) {
      if (UNSEEN.has(name)) unseen -= 1;
      else if (BLOCKS.has(name)) text += '\n';
    },
  });
  parser.end(html);
  return text.split('\n').map(oneLine).filter(Boolean).join('\n');
}

/** Text on one line: white space and control characters become single blanks, and half a surrogate pair the replacement character. */
export function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}
