import { type GraphQLError, Lexer, Source, TokenKind } from 'graphql';
import { LIMITS, tooComplex } from '../limits.ts';

/** The largest document, in bytes of UTF-8 and in lexical tokens, comments included. */
export interface TextLimits {
  bytes: number;
  tokens: number;
}

const OPENING = new Set<string>([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const CLOSING = new Set<string>([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

/**
 * Checks the text of a document before it is parsed, in linear time: the parser calls itself for each level, and keeps every token.
 *
 * @returns the number of tokens, comments included
 * @throws GraphQLError with the code TOO_COMPLEX beyond a limit; the lexer's error for a text without meaning
 */
export function checkDocumentText(text: string, limits: TextLimits): number {
  // A UTF-16 code unit takes at most three bytes.
  if (text.length * 3 > limits.bytes && Buffer.byteLength(text) > limits.bytes)
    throw tooComplex(`The document is longer than ${limits.bytes} bytes.`);
  const lexer = new Lexer(new Source(text));
  let tokens = 0;
  let nesting = 0;
  for (let token = lexer.token; token.kind !== TokenKind.EOF; ) {
    const next = lexer.advance();
    for (; token !== next && token.next; token = token.next) if (++tokens > limits.tokens) throw tooManyTokens(limits.tokens);
    if (OPENING.has(next.kind) && ++nesting > LIMITS.nesting)
      throw tooComplex(`The document is nested deeper than ${LIMITS.nesting} levels of brackets.`);
    if (CLOSING.has(next.kind)) nesting -= 1;
    // Tokens that were read are not needed: the parser reads its own.
    token = next;
  }
  return tokens;
}

function tooManyTokens(limit: number): GraphQLError {
  return tooComplex(`The document has more than ${limit} tokens.`);
}
