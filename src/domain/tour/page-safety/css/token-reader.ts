import { tokenTypes } from 'css-tree/tokenizer';
import { ident } from 'css-tree/utils';
import type { Token, TokenList } from './tokens.ts';

/** Reads tokens one by one, up to the end of a block. */
export class TokenReader {
  readonly #list: TokenList;
  #at: number;
  readonly #end: number;

  constructor(list: TokenList, at = 0, end = list.tokens.length) {
    this.#list = list;
    this.#at = at;
    this.#end = end;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#end;
  }

  /** The next token, or one further on; null behind the end. */
  peek(ahead = 0): Token | null {
    return this.#at + ahead < this.#end ? (this.#list.tokens[this.#at + ahead] ?? null) : null;
  }

  skip(count = 1): void {
    this.#at += count;
  }

  isType(type: number, ahead = 0): boolean {
    return this.peek(ahead)?.type === type;
  }

  /** Whether a delimiter comes next, such as `>`. */
  isDelim(character: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token?.type === tokenTypes.Delim && token.text === character;
  }

  /** Skips the next token if it is this delimiter. */
  takeDelim(character: string): boolean {
    const isNext = this.isDelim(character);
    if (isNext) this.skip();
    return isNext;
  }

  /** @returns whether there was any */
  skipWhiteSpace(): boolean {
    const isNext = this.isType(tokenTypes.WhiteSpace);
    while (this.isType(tokenTypes.WhiteSpace)) this.skip();
    return isNext;
  }

  /** Reads the next token if it is a name. @returns it in lower case and without escapes */
  takeName(): string | null {
    const token = this.peek();
    if (token?.type !== tokenTypes.Ident) return null;
    this.skip();
    return ident.decode(token.text).toLowerCase();
  }

  /** A reader of the block that the next token opens. This one goes on behind the block. */
  takeBlock(): TokenReader {
    const end = Math.min(this.#list.ends.get(this.#at) ?? this.#end, this.#end);
    const block = new TokenReader(this.#list, this.#at + 1, end);
    this.#at = Math.min(end + 1, this.#end);
    return block;
  }
}
