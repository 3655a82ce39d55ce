import { expect, it } from 'vitest';
import { exceedsDepth } from '../../../src/json/depth.ts';

const nested = (levels: number, wrap: (inner: unknown) => unknown): unknown =>
  Array.from({ length: levels }).reduce<unknown>((inner) => wrap(inner), 'x');

it.each<[string, (inner: unknown) => unknown]>([
  ['lists', (inner) => [1, inner]],
  ['objects', (inner) => ({ a: 1, b: inner })],
])('counts the levels of %s', (_, wrap) => {
  expect(exceedsDepth(nested(10, wrap), 10)).toBe(false);
  expect(exceedsDepth(nested(11, wrap), 10)).toBe(true);
  expect(exceedsDepth(nested(200_000, wrap), 1000)).toBe(true);
});

it('counts no level of a scalar', () => {
  for (const scalar of [null, 'text', 1, true, undefined]) expect(exceedsDepth(scalar, 0)).toBe(false);
  expect(exceedsDepth({}, 0)).toBe(true);
});
