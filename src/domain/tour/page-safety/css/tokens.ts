import { tokenize, tokenTypes } from 'css-tree/tokenizer';

export interface Token {
  type: number;
  /** As it is written. */
  text: string;
}

/** Opening and closing brackets, as types of tokens. */
const CLOSERS = new Map([
  [tokenTypes.Function, tokenTypes.RightParenthesis],
  [tokenTypes.LeftParenthesis, tokenTypes.RightParenthesis],
  [tokenTypes.LeftSquareBracket, tokenTypes.RightSquareBracket],
  [tokenTypes.LeftCurlyBracket, tokenTypes.RightCurlyBracket],
]);

/** How deep brackets may stand inside each other. Some thousand levels crash the page in Chromium. */
const MAX_DEPTH = 500;

/**
 * Where browsers read U+FFFD: for a null character, and behind a backslash at the end. A byte order mark is a letter,
 * too, which the tokenizer skips.
 */
const REPLACED = /\0|^\uFEFF|(?<=\\)$/g;

export interface TokenList {
  tokens: readonly Token[];
  /**
   * By the position of a token that opens a block, that of the token that closes it. A block may end with the text, as
   * in browsers.
   */
  ends: ReadonlyMap<number, number>;
}

/**
 * The tokens of a text without comments; null if brackets stand too deep inside each other. Takes time linear in the
 * text.
 */
export function readTokens(text: string): TokenList | null {
  const css = text.replace(REPLACED, '\uFFFD');
  const tokens: Token[] = [];
  tokenize(css, (type, start, end) => {
    if (type !== tokenTypes.Comment) tokens.push({ type, text: css.slice(start, end) });
  });
  const ends = new Map<number, number>();
  const open: { at: number; closer: number }[] = [];
  for (const [at, { type }] of tokens.entries()) {
    const block = open.at(-1);
    const closer = CLOSERS.get(type);
    if (closer !== undefined) {
      ends.set(at, tokens.length);
      if (open.push({ at, closer }) > MAX_DEPTH) return null;
    } else if (block && type === block.closer) {
      ends.set(block.at, at);
      open.pop();
    }
  }
  return { tokens, ends };
}
