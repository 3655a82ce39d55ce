import { expect, it } from 'vitest';
import { isTooDeep, MAX_JSON_DEPTH } from '../../../src/json/depth.ts';

const lists = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
const objects = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;

it.each([
  ['lists', lists],
  ['objects', objects],
])('%s may be nested as deep as the limit', (_, nested) => {
  expect(isTooDeep(nested(MAX_JSON_DEPTH))).toBe(false);
  expect(isTooDeep(nested(MAX_JSON_DEPTH + 1))).toBe(true);
  expect(isTooDeep(nested(200_000))).toBe(true);
});

it('brackets in texts, and values next to each other, are no levels', () => {
  expect(isTooDeep(JSON.stringify({ text: `${'['.repeat(2000)}"\\` }))).toBe(false);
  expect(isTooDeep(`[${Array(2000).fill('[]').join(',')}]`)).toBe(false);
});
