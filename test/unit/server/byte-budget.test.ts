import { expect, it } from 'vitest';
import { createByteBudget } from '../../../src/server/byte-budget.ts';

const key = (id: string) => ({ id, isAuthenticated: true });
const address = (id: string) => ({ id, isAuthenticated: false });

it('gives one key half of the bytes, and the others what it leaves', () => {
  const budget = createByteBudget(80);
  expect(budget.take(key('a'), 40)).toBe(true);
  expect(budget.take(key('a'), 1)).toBe(false);
  expect(budget.take(key('b'), 40)).toBe(true);
  expect(budget.take(key('c'), 1)).toBe(false);
  budget.give(key('a'), 1);
  expect(budget.take(key('c'), 1)).toBe(true);
  expect(budget.held()).toBe(80);
});

it('gives one address without a credential an eighth, and all of them together half', () => {
  const budget = createByteBudget(80);
  expect(budget.take(address('1'), 11)).toBe(false);
  for (const id of ['1', '2', '3', '4']) expect(budget.take(address(id), 10)).toBe(true);
  expect(budget.take(address('1'), 1)).toBe(false);
  expect(budget.take(address('5'), 1)).toBe(false);
  expect(budget.take(key('a'), 40)).toBe(true);
  budget.give(address('2'), 10);
  expect(budget.take(address('5'), 10)).toBe(true);
});
