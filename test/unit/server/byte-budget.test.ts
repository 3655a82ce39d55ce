import { expect, it } from 'vitest';
import { createByteBudget } from '../../../src/server/byte-budget.ts';

const key = (keyId: string, userId = 1, projectId = 1) => ({ keyId, userId, projectId, address: null });
const address = (text: string) => ({ keyId: null, userId: null, projectId: null, address: text });

it('gives one key half of the bytes, one user five eighths and one project three quarters', () => {
  const budget = createByteBudget(800);
  expect(budget.take(key('a'), 400)).toBe(true);
  expect(budget.take(key('a'), 1)).toBe(false);
  // Another key of the same user, another user of the same project.
  expect(budget.take(key('b'), 100)).toBe(true);
  expect(budget.take(key('b'), 1)).toBe(false);
  expect(budget.take(key('c', 2), 100)).toBe(true);
  expect(budget.take(key('c', 2), 1)).toBe(false);
  expect(budget.held()).toBe(600);
});

it('keeps a reserve for other projects, of which each has a part', () => {
  const budget = createByteBudget(800);
  expect(budget.take(key('a'), 400)).toBe(true);
  expect(budget.take(key('b', 2), 200)).toBe(true);
  expect(budget.take(key('c', 3, 2), 10)).toBe(true);
  expect(budget.take(key('c', 3, 2), 1)).toBe(false);
  expect(budget.take(key('d', 4, 3), 10)).toBe(true);
  budget.give(key('a'), 400);
  expect(budget.take(key('c', 3, 2), 300)).toBe(true);
});

it('gives one address without a credential an eighth, and all of them together half', () => {
  const budget = createByteBudget(800);
  expect(budget.take(address('1'), 110)).toBe(false);
  for (const text of ['1', '2', '3', '4']) expect(budget.take(address(text), 100)).toBe(true);
  expect(budget.take(address('1'), 1)).toBe(false);
  expect(budget.take(address('5'), 1)).toBe(false);
  expect(budget.take(key('a'), 200)).toBe(true);
  budget.give(address('2'), 100);
  expect(budget.take(address('5'), 100)).toBe(true);
});
