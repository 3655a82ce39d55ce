import { isIdentifierStart, tokenTypes } from 'css-tree/tokenizer';
import { ident } from 'css-tree/utils';
import { readAttribute } from './attribute.ts';
import type { Grammar, SelectorContext, SelectorForm } from './grammar.ts';
import { readPseudo } from './pseudo.ts';
import { TokenReader } from './token-reader.ts';
import { readTokens } from './tokens.ts';

/**
 * Whether Chromium's `querySelector` takes a text. Like browsers, this leaves out what it does not understand within
 * `:is()` and `:where()`, and closes what is open at the end of the text. Unlike Chromium, it refuses all braces there.
 * Takes time linear in the text.
 */
export function isSelector(text: string): boolean {
  const list = readTokens(text);
  return list !== null && readSelectorList(new TokenReader(list), {});
}

const GRAMMAR: Grammar = { readSelectorList, readCompound };

function readSelectorList(
  reader: TokenReader,
  context: SelectorContext,
  form: SelectorForm = context.isCompound ? 'COMPOUND' : 'COMPLEX',
): boolean {
  for (;;) {
    reader.skipWhiteSpace();
    if (form === 'RELATIVE') readCombinator(reader);
    if (!readComplex(reader, context, form !== 'COMPOUND')) return false;
    if (reader.isAtEnd) return true;
    if (!reader.isType(tokenTypes.Comma)) return false;
    reader.skip();
  }
}

function readComplex(reader: TokenReader, context: SelectorContext, mayCombine: boolean): boolean {
  for (;;) {
    const compound = readCompound(reader, context);
    if (!compound) return false;
    const combinator = readCombinator(reader);
    if (reader.isAtEnd || reader.isType(tokenTypes.Comma)) return combinator !== 'SYMBOL';
    // A pseudo-element stands only at the end.
    if (!combinator || compound.element !== null || !mayCombine) return false;
  }
}

function readCombinator(reader: TokenReader): 'SPACE' | 'SYMBOL' | null {
  const isSpaced = reader.skipWhiteSpace();
  if (!['>', '+', '~'].some((symbol) => reader.takeDelim(symbol))) return isSpaced ? 'SPACE' : null;
  reader.skipWhiteSpace();
  return 'SYMBOL';
}

function readCompound(reader: TokenReader, context: SelectorContext): { element: string | null } | null {
  let element = context.after ?? null;
  const isTyped = readType(reader);
  if (isTyped === null || (isTyped && element !== null)) return null;
  for (let isEmpty = !isTyped; ; isEmpty = false) {
    if (reader.isType(tokenTypes.Colon)) {
      const pseudo = readPseudo(reader, { ...context, after: element }, GRAMMAR);
      if (!pseudo) return null;
      element = pseudo.element ?? element;
    } else {
      const isPlain = readPlain(reader);
      if (isPlain === null) return isEmpty ? null : { element };
      if (!isPlain || element !== null) return null;
    }
  }
}

/** A class, an id, an attribute or `&`. @returns null if something else comes next; false if it is wrong */
function readPlain(reader: TokenReader): boolean | null {
  const token = reader.peek();
  if (token?.type === tokenTypes.LeftSquareBracket) return readAttribute(reader.takeBlock());
  if (token?.type === tokenTypes.Hash) {
    reader.skip();
    return isIdentifierStart(token.text.charCodeAt(1), token.text.charCodeAt(2), token.text.charCodeAt(3));
  }
  if (reader.takeDelim('&')) return true;
  return reader.takeDelim('.') ? reader.takeName() !== null : null;
}

/**
 * The name of an element. Of namespaces there are `*` and none, since a page cannot declare a prefix. @returns null for
 * a name with a prefix
 */
function readType(reader: TokenReader): boolean | null {
  const isName = (ahead: number) => reader.isDelim('*', ahead) || reader.isType(tokenTypes.Ident, ahead);
  const length = isName(0) ? 1 : 0;
  if (!reader.isDelim('|', length) || !isName(length + 1)) {
    reader.skip(length);
    return length === 1;
  }
  // To Chromium, an escaped asterisk is one as well.
  if (length === 1 && ident.decode(reader.peek()?.text ?? '') !== '*') return null;
  reader.skip(length + 2);
  return true;
}
