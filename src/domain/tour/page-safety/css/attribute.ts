import { tokenTypes } from 'css-tree/tokenizer';
import type { TokenReader } from './token-reader.ts';

/** What stands between square brackets: a name, with a value or not. */
export function readAttribute(reader: TokenReader): boolean {
  reader.skipWhiteSpace();
  if (!readName(reader)) return false;
  reader.skipWhiteSpace();
  if (reader.isAtEnd) return true;
  ['~', '|', '^', '$', '*'].some((mark) => reader.takeDelim(mark));
  if (!reader.takeDelim('=')) return false;
  reader.skipWhiteSpace();
  if (!reader.isType(tokenTypes.String) && !reader.isType(tokenTypes.Ident)) return false;
  reader.skip();
  reader.skipWhiteSpace();
  // Chromium does not know the other flag, `s`.
  if (!reader.isAtEnd && reader.takeName() !== 'i') return false;
  reader.skipWhiteSpace();
  return reader.isAtEnd;
}

/** A name with `*|`, `|` or nothing before it. */
function readName(reader: TokenReader): boolean {
  if (reader.isDelim('*') && reader.isDelim('|', 1)) reader.skip(2);
  else reader.takeDelim('|');
  return reader.takeName() !== null;
}
