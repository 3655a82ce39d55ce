import { describe, expect, it } from 'vitest';
import { findCrash, pageProblems } from '../../../../../src/domain/tour/page-safety/page-problems.ts';
import { pointer } from '../../../../../src/json/patch.ts';
import { PAGE_CASES, SAFE_CONTENTS } from '../../../../support/page-safety-cases.ts';

const summary = (content: unknown) => pageProblems(content).map(({ at, severity, code }) => ({ at: pointer(...at), severity, code }));

describe('the problems of a page', () => {
  it.each(PAGE_CASES)('$name', ({ content, at, severity, code }) => {
    expect(summary(content)).toEqual([{ at, severity, code }]);
    expect(findCrash(content) !== null).toBe(severity === 'CRASH');
  });

  it.each(SAFE_CONTENTS)('are none of a content that the SDK can evaluate (%#)', (content) => {
    expect(summary(content)).toEqual([]);
    expect(findCrash(content)).toBeNull();
  });

  it.each([null, 5, 'text', [], {}, { steps: 5, conditions: 'x', appearance: [] }])('are none of odd content: %j', (content) => {
    expect(summary(content)).toEqual([]);
  });

  it('say which selector is wrong, and how to write it', () => {
    const [problem] = pageProblems({ steps: [], conditions: { selector: '#1-a' } });
    expect(problem?.message).toMatch(/'#1-a' is not a valid CSS selector\. .*escaped/);
  });

  it('say where a regular expression fails', () => {
    const [problem] = pageProblems({ conditions: { url: '(', urlMatchType: 'regex' } });
    expect(problem?.message).toBe('Address of the pages: The regular expression does not compile: Unterminated group.');
  });

  it('are 100 at most', () => {
    const steps = Array.from({ length: 500 }, (_, n) => ({ id: `${n}`, type: 'modal', useManualSelector: true, selector: '#0' }));
    expect(pageProblems({ steps })).toHaveLength(100);
  });

  it('include a selector beyond the limit', () => {
    const problems = pageProblems({ conditions: { selector: `.${'a'.repeat(100_000)}` } });
    expect(problems).toMatchObject([{ severity: 'CRASH', code: 'invalid_selector' }]);
  });
});
