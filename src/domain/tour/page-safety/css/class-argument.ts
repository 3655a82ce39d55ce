import { tokenTypes } from 'css-tree/tokenizer';
import { ident } from 'css-tree/utils';
import { holdsNames, holdsOnly, readName } from './arguments.ts';
import type { Grammar, SelectorContext } from './grammar.ts';
import type { ClassArgument } from './pseudo-classes.ts';
import type { TokenReader } from './token-reader.ts';

const COMPOUND: SelectorContext = { isWithoutElements: true, isCompound: true };

/** Whether a block fits a functional pseudo-class. */
export function readClassArgument(block: TokenReader, kind: ClassArgument, context: SelectorContext, grammar: Grammar): boolean {
  const { readCompound, readSelectorList } = grammar;
  switch (kind) {
    case 'ANYTHING':
      return isWithoutBraces(block);
    case 'SELECTORS':
      return readSelectorList(block, { ...context, isWithoutElements: true });
    case 'RELATIVE_SELECTORS':
      return readSelectorList(block, { isWithoutElements: true, isWithoutHas: true }, 'RELATIVE');
    case 'COMPOUND':
      return holdsOnly(block, () => readCompound(block, COMPOUND) !== null);
    case 'COMPOUNDS':
      return readSelectorList(block, COMPOUND);
    case 'NAME':
      return holdsOnly(block, readName);
    case 'NAMES':
      return holdsNames(block, 'COMMA');
    case 'NTH':
      return readNth(block, null, grammar);
    case 'NTH_OF':
      return readNth(block, context, grammar);
  }
}

function isWithoutBraces(block: TokenReader): boolean {
  for (; !block.isAtEnd; block.skip()) if (block.isType(tokenTypes.LeftCurlyBracket)) return false;
  return true;
}

const NTH = /^ *(?:even|odd|[+-]?\d+|[+-]?\d*n(?: *[+-] *\d+)?) *$/i;

/** `2n + 1`, and `2n + 1 of .a, .b` where a context is given. */
function readNth(block: TokenReader, context: SelectorContext | null, { readSelectorList }: Grammar): boolean {
  let text = '';
  for (let token = block.peek(); token; token = block.peek()) {
    block.skip();
    const isOf = token.type === tokenTypes.Ident && ident.decode(token.text) === 'of';
    if (isOf && context) return NTH.test(text) && readSelectorList(block, context, 'COMPLEX');
    text += token.type === tokenTypes.WhiteSpace ? ' ' : token.text;
  }
  return NTH.test(text);
}
