import { describe, expect, it } from 'vitest';
import { excessOf, MAX_JSON_DEPTH, MAX_JSON_VALUES } from '../../../src/json/json-limits.ts';

const lists = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
const objects = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;

describe('the depth of JSON', () => {
  it.each([
    ['lists', lists],
    ['objects', objects],
  ])('%s may be nested as deep as the limit', (_, nested) => {
    expect(excessOf(nested(MAX_JSON_DEPTH))).toBeNull();
    expect(excessOf(nested(MAX_JSON_DEPTH + 1))).toBe('nested deeper than 1000 levels');
    expect(excessOf(nested(200_000))).toBe('nested deeper than 1000 levels');
  });

  it('brackets in texts, and values next to each other, are no levels', () => {
    expect(excessOf(JSON.stringify({ text: `${'['.repeat(2000)}"\\` }))).toBeNull();
    expect(excessOf(`[${Array(2000).fill('[]').join(',')}]`)).toBeNull();
  });
});

describe('the number of values of JSON', () => {
  const TOO_MANY = 'made of more than 250000 values';

  it.each([
    ['numbers', '1'],
    ['texts', '"a"'],
    ['words', 'null'],
  ])('a list may hold so many %s', (_, value) => {
    expect(
      excessOf(
        `[${Array(MAX_JSON_VALUES - 1)
          .fill(value)
          .join(',')}]`,
      ),
    ).toBeNull();
    expect(excessOf(`[${Array(MAX_JSON_VALUES).fill(value).join(',')}]`)).toBe(TOO_MANY);
  });

  it('counts objects and their values, whether or not the text is valid', () => {
    expect(excessOf('{"a":1},'.repeat(100_000))).toBeNull();
    expect(excessOf('{"a":1},'.repeat(MAX_JSON_VALUES / 2))).toBe(TOO_MANY);
    expect(excessOf('['.repeat(900) + '[],'.repeat(MAX_JSON_VALUES))).toBe(TOO_MANY);
  });

  it('does not count what stands in texts', () => {
    expect(excessOf(JSON.stringify([',[{"'.repeat(MAX_JSON_VALUES)]))).toBeNull();
  });
});
