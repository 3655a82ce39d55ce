import { tokenTypes } from 'css-tree/tokenizer';
import type { TokenReader } from './token-reader.ts';

// What stands between parentheses of several kinds of pseudo-classes and pseudo-elements.

/** Whether a block holds this alone, with white space around it. */
export function holdsOnly(block: TokenReader, read: (block: TokenReader) => boolean): boolean {
  block.skipWhiteSpace();
  const isRead = read(block);
  block.skipWhiteSpace();
  return isRead && block.isAtEnd;
}

export function readName(block: TokenReader): boolean {
  return block.takeName() !== null;
}

/** Whether a block holds names, with commas or with white space between them. */
export function holdsNames(block: TokenReader, separator: 'COMMA' | 'SPACE'): boolean {
  for (;;) {
    block.skipWhiteSpace();
    if (!readName(block)) return false;
    const isSpaced = block.skipWhiteSpace();
    if (block.isAtEnd) return true;
    if (separator === 'SPACE' ? !isSpaced : !block.isType(tokenTypes.Comma)) return false;
    if (separator === 'COMMA') block.skip();
  }
}
