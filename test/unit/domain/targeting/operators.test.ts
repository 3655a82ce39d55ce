import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileCondition } from '../../../../src/domain/targeting/condition.ts';
import { FLAG_OPERATOR } from '../../../../src/domain/targeting/operators/operator.ts';
import { TARGETING_OPERATORS } from '../../../../src/domain/targeting/typed-targeting.ts';

const NOW = new Date('2026-03-31T12:00:00Z');
const RESULTS: Record<string, boolean | null> = { yes: true, no: false, 'not evaluated': null };

/** The examples of the page: operator, value, the person's value, result. */
const EXAMPLES = [
  ...readFileSync(new URL('../../../../docs/targeting.md', import.meta.url), 'utf8').matchAll(
    /^\| `(?<operator>[a-z_]+)` \| (?:`(?<value>.+?)`)? ?\| (?:`(?<given>.+?)`|missing) \| (?<result>yes|no|not evaluated) \|$/gm,
  ),
].map(({ groups: { operator, value, given, result } = {} }) => ({ operator, value, given, result }));

describe('the page about targeting', () => {
  it.each(EXAMPLES)('is right that $operator $value, for $given: $result', ({ operator = '', value, given, result = '' }) => {
    const condition = compileCondition({
      key: 'p',
      operator,
      type: operator === FLAG_OPERATOR ? 'flag' : 'person',
      value: value === undefined ? undefined : JSON.parse(value),
    });
    const actual = given === undefined ? undefined : JSON.parse(given);
    expect(condition.test(actual === undefined ? {} : { p: actual }, NOW, () => actual)).toBe(RESULTS[result]);
  });

  it('has examples of every operator, met and not met', () => {
    const shown = (result: string) => new Set(EXAMPLES.filter((example) => example.result === result).map(({ operator }) => operator));
    const [met, notMet] = [shown('yes'), shown('no')];
    expect(TARGETING_OPERATORS.filter((operator) => !met.has(operator) || !notMet.has(operator))).toEqual([]);
    expect(EXAMPLES.length).toBeGreaterThan(120);
  });
});
