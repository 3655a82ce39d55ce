/** What is wrong with a JSON text, and where: `Expecting value: line 1 column 1 (char 0)`. Places are counted in code points. */
export class JsonTextError extends Error {
  constructor(what: string, text: string, at: number) {
    const before = text.slice(0, at);
    const line = before.split('\n').length;
    const column = countCodePoints(before.slice(before.lastIndexOf('\n') + 1)) + 1;
    super(`${what}: line ${line} column ${column} (char ${countCodePoints(before)})`);
    this.name = 'JsonTextError';
  }
}

const ESCAPES: Record<string, string> = { '"': '"', '\\': '\\', '/': '/', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** What stands for itself in a string: no quote, no backslash, no control character. */
const PLAIN = /[ !#-[\]-\uffff]*/y;

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

  function readString(): string {
    const start = at++;
    let value = '';
    for (;;) {
      value += take(PLAIN);
      const character = text[at];
      if (character === undefined) fail('Unterminated string starting at', start);
      if (character !== '"' && character !== '\\') fail('Invalid control character at');
      at++;
      if (character === '"') return value;
      value += readEscape(start);
    }
  }

  function readEscape(start: number): string {
    const letter = text[at] ?? fail('Unterminated string starting at', start);
    if (letter !== 'u') {
      const character = ESCAPES[letter] ?? fail('Invalid \\escape', at - 1);
      at++;
      return character;
    }
    const where = at;
    const digits = take(/u[0-9a-fA-F]{4}/y);
    // A string cannot end with the digits: its closing quote is still to come.
    if (digits === null || at >= text.length) fail('Invalid \\uXXXX escape', where);
    return String.fromCharCode(Number.parseInt(digits.slice(1), 16));
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

function countCodePoints(text: string): number {
  return text.length - (text.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0);
}
