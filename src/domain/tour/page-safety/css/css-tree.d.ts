// The package has no types of its own, and those of @types/css-tree lack the two parts that are used here.

declare module 'css-tree/tokenizer' {
  export const tokenTypes: Record<
    | 'Ident'
    | 'Function'
    | 'Hash'
    | 'String'
    | 'Delim'
    | 'WhiteSpace'
    | 'Colon'
    | 'Comma'
    | 'LeftSquareBracket'
    | 'RightSquareBracket'
    | 'LeftParenthesis'
    | 'RightParenthesis'
    | 'LeftCurlyBracket'
    | 'RightCurlyBracket'
    | 'Comment',
    number
  >;
  export function tokenize(source: string, onToken: (type: number, start: number, end: number) => void): void;
  export function isIdentifierStart(first: number, second: number, third: number): boolean;
}

declare module 'css-tree/utils' {
  export const ident: { decode(text: string): string };
}
