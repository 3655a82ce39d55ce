import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkJsonText, checkText } from '../../../src/json/text-check.ts';
import { anyJson } from './arbitrary-json.ts';

const NUL = { code: 'null_characters_not_allowed', message: 'Null characters are not allowed.' };
const SURROGATE = { code: 'surrogate_characters_not_allowed', message: 'Surrogate characters are not allowed: U+D83D.' };

/** A value inside so many lists and objects in turn. */
function nested(depth: number, innermost: unknown): unknown {
  let value = innermost;
  for (let n = 0; n < depth; n++) value = n % 2 === 0 ? [value] : { value };
  return value;
}

describe('text that is to be stored', () => {
  it('may hold anything but NUL and halves of surrogate pairs', () => {
    expect(checkText('Ünïcode 🎉 \u0001\u007f\uffff')).toBeNull();
    expect(checkText('a\0b')).toEqual(NUL);
    expect(checkText('a\ud83d')).toEqual(SURROGATE);
    expect(checkText('\udc00\ud83d')?.message).toBe('Surrogate characters are not allowed: U+DC00.');
  });

  it('is told about NUL first when both are there', () => {
    expect(checkText('\ud83d\0')).toEqual(NUL);
  });
});

describe('JSON that is to be stored', () => {
  it('is refused for a bad character in any value or key at any depth', () => {
    for (const [bad, problem] of [
      ['\0', NUL],
      ['\ud83d', SURROGATE],
    ] as const) {
      expect(checkJsonText(bad)).toEqual(problem);
      expect(checkJsonText({ [bad]: 1 })).toEqual(problem);
      expect(checkJsonText(nested(400, [1, { ok: 'ok', deep: bad }]))).toEqual(problem);
      expect(checkJsonText(nested(400, { [bad]: 'ok' }))).toEqual(problem);
    }
  });

  it('may be nested 500 levels deep and no deeper', () => {
    expect(checkJsonText(nested(500, 'leaf'))).toBeNull();
    expect(checkJsonText(nested(501, 'leaf'))).toEqual({
      code: 'invalid_input',
      message: 'JSON may not be nested deeper than 500 levels.',
    });
  });

  it('is looked through without overflowing the stack', () => {
    expect(checkJsonText(nested(1_000_000, 'leaf'))?.code).toBe('invalid_input');
    expect(checkJsonText(Array.from({ length: 300_000 }, () => 'leaf'))).toBeNull();
  });

  it('may not hold a number that overflowed while it was parsed', () => {
    expect(checkJsonText(JSON.parse('{"a": [1e999]}'))).toEqual({ code: 'invalid_input', message: 'Value must be valid JSON.' });
  });

  it('is accepted exactly when its text holds neither character', () => {
    let refused = 0;
    fc.assert(
      fc.property(anyJson, (value) => {
        const text = JSON.stringify(value);
        // JSON.stringify escapes both, and escapes a backslash before them.
        const isBad = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f][0-9a-f]{2})/.test(text);
        if (isBad) refused++;
        expect(checkJsonText(value) !== null).toBe(isBad);
      }),
      { numRuns: 2000 },
    );
    expect(refused).toBeGreaterThan(5);
  });
});
