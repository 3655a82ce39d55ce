/** What is wrong with a JSON text, and where: `Expecting value: line 1 column 1 (char 0)`. Places are counted in code points. */
export class JsonTextError extends Error {
  constructor(what: string, text: string, at: number) {
    const lineStart = at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
    const column = countCodePoints(text, lineStart, at) + 1;
    super(`${what}: line ${countLines(text, at)} column ${column} (char ${countCodePoints(text, 0, at)})`);
    this.name = 'JsonTextError';
  }
}

const [QUOTE, BACKSLASH, SPACE] = [0x22, 0x5c, 0x20];

/** What may follow a backslash, apart from `u` and its digits. */
const ESCAPES = '"\\/bfnrt';

const UNICODE_ESCAPE = /u[0-9a-fA-F]{4}/y;

const WORDS = new Map<string, unknown>([
  ['null', null],
  ['true', true],
  ['false', false],
]);

/**
 * Reads a JSON text with the leniency and the messages of Python 3.11's parser. Recursive: the caller bounds the depth.
 *
 * @param readNumber what becomes of the text of a number, NaN and Infinity included
 * @throws JsonTextError
 */
export function scanJson(text: string, readNumber: (literal: string) => unknown = Number): unknown {
  let at = 0;

  function fail(what: string, where = at): never {
    throw new JsonTextError(what, text, where);
  }

  /** Moves on behind a match at this very place. */
  function take(pattern: RegExp): string | null {
    pattern.lastIndex = at;
    const match = pattern.exec(text)?.[0] ?? null;
    at += match?.length ?? 0;
    return match;
  }

  function skipSpace(): void {
    for (;;) {
      const code = text.charCodeAt(at);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
      at++;
    }
  }

  function readValue(): unknown {
    if (text[at] === '"') return readString();
    if (text[at] === '{') return readObject();
    if (text[at] === '[') return readList();
    const word = take(/null|true|false/y);
    if (word !== null) return WORDS.get(word);
    return readNumber(take(/NaN|-?Infinity|-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/y) ?? fail('Expecting value'));
  }

  function readObject(): Record<string, unknown> {
    const object: Record<string, unknown> = {};
    readItems('}', () => {
      if (text[at] !== '"') fail('Expecting property name enclosed in double quotes');
      const key = readString();
      skipSpace();
      if (text[at] !== ':') fail("Expecting ':' delimiter");
      at++;
      skipSpace();
      setKey(object, key, readValue());
    });
    return object;
  }

  function readList(): unknown[] {
    const items: unknown[] = [];
    readItems(']', () => items.push(readValue()));
    return items;
  }

  function readItems(close: string, readItem: () => void): void {
    at++;
    skipSpace();
    while (text[at] !== close) {
      readItem();
      skipSpace();
      if (text[at] === close) break;
      if (text[at] !== ',') fail("Expecting ',' delimiter");
      at++;
      skipSpace();
      // A comma calls for another item.
      if (text[at] === close) readItem();
    }
    at++;
  }

  /** A string is decoded by the platform, which is many times faster than anything here. */
  function readString(): string {
    const start = at;
    const end = endOfString(text, start);
    if (end < 0) return failInString(start);
    try {
      const value: string = JSON.parse(text.slice(start, end));
      at = end;
      return value;
    } catch {
      return failInString(start);
    }
  }

  /** Finds the mistake in a string that has one. */
  function failInString(start: number): never {
    for (at = start + 1; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code < SPACE) fail('Invalid control character at');
      if (code !== BACKSLASH) continue;
      const letter = text[++at];
      if (letter === undefined) break;
      if (letter === 'u') requireUnicodeEscape();
      else if (!ESCAPES.includes(letter)) fail('Invalid \\escape', at - 1);
    }
    return fail('Unterminated string starting at', start);
  }

  /** A string cannot end with the digits: its closing quote is still to come. */
  function requireUnicodeEscape(): void {
    UNICODE_ESCAPE.lastIndex = at;
    if (!UNICODE_ESCAPE.test(text) || at + 5 >= text.length) fail('Invalid \\uXXXX escape');
    at += 4;
  }

  if (text.startsWith('\ufeff')) fail('Unexpected UTF-8 BOM (decode using utf-8-sig)');
  skipSpace();
  const value = readValue();
  skipSpace();
  if (at < text.length) fail('Extra data');
  return value;
}

/** Every key is an ordinary one, even `__proto__`. */
function setKey(object: Record<string, unknown>, key: string, value: unknown): void {
  if (key === '__proto__') Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true });
  else object[key] = value;
}

/** The position behind the closing quote of the string that starts here; -1: there is none. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at++;
    else if (code === QUOTE) return at + 1;
  }
  return -1;
}

/** How many lines of the text have begun at a position. */
function countLines(text: string, at: number): number {
  let lines = 1;
  for (let found = text.indexOf('\n'); found >= 0 && found < at; found = text.indexOf('\n', found + 1)) lines++;
  return lines;
}

function countCodePoints(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at++) {
    const isPair = isSurrogate(text.charCodeAt(at), 0xd800) && at + 1 < end && isSurrogate(text.charCodeAt(at + 1), 0xdc00);
    if (isPair) at++;
    count++;
  }
  return count;
}

/** @param first the first of the 1,024 high or low surrogates */
function isSurrogate(code: number, first: number): boolean {
  return (code & 0xfc00) === first;
}
