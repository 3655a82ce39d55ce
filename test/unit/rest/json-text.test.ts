import { describe, expect, it } from 'vitest';
import { scanJson } from '../../../src/rest/json-scan.ts';
import { parseJson } from '../../../src/rest/json-text.ts';
import { decodeUtf8 } from '../../../src/rest/utf8.ts';

/** As Python 3.11 says it. */
const MALFORMED: [text: string, message: string][] = [
  ['', 'Expecting value: line 1 column 1 (char 0)'],
  ['  ', 'Expecting value: line 1 column 3 (char 2)'],
  ['name=string', 'Expecting value: line 1 column 1 (char 0)'],
  ['tru', 'Expecting value: line 1 column 1 (char 0)'],
  ['-', 'Expecting value: line 1 column 1 (char 0)'],
  ['[', 'Expecting value: line 1 column 2 (char 1)'],
  ['[1,]', 'Expecting value: line 1 column 4 (char 3)'],
  ['{"a":}', 'Expecting value: line 1 column 6 (char 5)'],
  ['"a" x', 'Extra data: line 1 column 5 (char 4)'],
  ['1.', 'Extra data: line 1 column 2 (char 1)'],
  ['01', 'Extra data: line 1 column 2 (char 1)'],
  ['{', 'Expecting property name enclosed in double quotes: line 1 column 2 (char 1)'],
  ["{'a': 1}", 'Expecting property name enclosed in double quotes: line 1 column 2 (char 1)'],
  ['{"a":1,}', 'Expecting property name enclosed in double quotes: line 1 column 8 (char 7)'],
  ['{"a" 1}', "Expecting ':' delimiter: line 1 column 6 (char 5)"],
  ['{"a":1', "Expecting ',' delimiter: line 1 column 7 (char 6)"],
  ['[1 2]', "Expecting ',' delimiter: line 1 column 4 (char 3)"],
  ['"abc', 'Unterminated string starting at: line 1 column 1 (char 0)'],
  ['["\\', 'Unterminated string starting at: line 1 column 2 (char 1)'],
  ['"a\nb"', 'Invalid control character at: line 1 column 3 (char 2)'],
  ['"\\x"', 'Invalid \\escape: line 1 column 2 (char 1)'],
  ['"\\u12"', 'Invalid \\uXXXX escape: line 1 column 3 (char 2)'],
  ['"\\u0041', 'Invalid \\uXXXX escape: line 1 column 3 (char 2)'],
  ['["\\ud83d\\uzzzz"]', 'Invalid \\uXXXX escape: line 1 column 10 (char 9)'],
  ['{"é😀":\n "😀" x}', "Expecting ',' delimiter: line 2 column 6 (char 12)"],
  ['\ufeff{}', 'Unexpected UTF-8 BOM (decode using utf-8-sig): line 1 column 1 (char 0)'],
];

describe('JSON in text', () => {
  it.each(MALFORMED)('says what is wrong with %j', (text, message) => {
    expect(parseJson(text)).toEqual({ message });
  });

  it('takes the three numbers that only Python takes', () => {
    expect(parseJson('[NaN, Infinity, -Infinity, 1]')).toEqual({
      value: [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1],
    });
  });

  it.each([
    '{"a":[1,-0.5E+3,true,false,null,"\\u00e9\\n\\ud83d\\ude00/"],"b":{}}',
    ' [ ] ',
    '"\\ud83d"',
    '{"a":1,"a":2,"__proto__":{"b":[]}}',
  ])('reads %j alike with both parsers', (text) => {
    expect(scanJson(text)).toEqual(JSON.parse(text));
    expect(JSON.stringify(scanJson(text))).toBe(JSON.stringify(JSON.parse(text)));
  });

  it('refuses a bomb of brackets, closed or not, with or without a NaN inside', () => {
    const [open, close] = ['['.repeat(100_000), ']'.repeat(100_000)];
    for (const bomb of [open, `${open}${close}`, `${open}NaN${close}`, '{"a":'.repeat(100_000)]) {
      expect(parseJson(bomb)).toEqual({ message: 'Nested deeper than 1000 levels' });
    }
    expect(parseJson(`"${open}"`)).toEqual({ value: open });
  });
});

describe('UTF-8', () => {
  it.each([
    [[0xff], "'utf-8' codec can't decode byte 0xff in position 0: invalid start byte"],
    [[0x41, 0xe2, 0x41], "'utf-8' codec can't decode byte 0xe2 in position 1: invalid continuation byte"],
    [[0xe2, 0x82, 0x41], "'utf-8' codec can't decode bytes in position 0-1: invalid continuation byte"],
    [[0xc3], "'utf-8' codec can't decode byte 0xc3 in position 0: unexpected end of data"],
    [[0xf0, 0x9f, 0x98], "'utf-8' codec can't decode bytes in position 0-2: unexpected end of data"],
    [[0xed, 0xa0, 0x80], "'utf-8' codec can't decode byte 0xed in position 0: invalid continuation byte"],
  ])('says what is wrong with %j', (bytes, message) => {
    expect(decodeUtf8(Buffer.from(bytes))).toEqual({ message });
  });
});
