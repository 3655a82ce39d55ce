import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalizeContent } from '../../../../src/domain/tour/content.ts';
import { checkLaunchable, launchProblems } from '../../../../src/domain/tour/launch-check.ts';
import { SAMPLE_TOURS } from '../../../support/tours.ts';
import { anyJson } from '../../json/arbitrary-json.ts';
import { anyContent } from './arbitrary-content.ts';

const modal = { type: 'modal' };

describe('launching', () => {
  it('refuses a manual step without a selector', () => {
    for (const selector of [undefined, null, '']) {
      expect(checkLaunchable({ steps: [modal, { elementTargeting: 'manual', selector }] })).toEqual([
        { path: null, code: 'invalid_input', message: 'Step 2 is missing an element selector', pointer: '/content/steps/1/selector' },
      ]);
    }
  });

  it('refuses an automatic step without inference data', () => {
    for (const inferenceData of [undefined, null, {}]) {
      expect(checkLaunchable({ steps: [{ elementTargeting: 'auto', inferenceData, selector: '#a' }] })[0]?.message).toBe(
        'Step 1 requires an element to be selected',
      );
    }
  });

  it('accepts complete steps, steps without targeting, and no steps', () => {
    const manual = { elementTargeting: 'manual', selector: '#a' };
    const auto = { elementTargeting: 'auto', inferenceData: { autoData: '{}' } };
    expect(checkLaunchable({ steps: [modal, manual, auto, { elementTargeting: null }] })).toEqual([]);
    expect(checkLaunchable({})).toEqual([]);
  });

  it('names every incomplete step, with its place', () => {
    const content = { steps: [{ elementTargeting: 'auto' }, 'no step', { elementTargeting: 'manual' }] };
    expect(launchProblems(content)).toEqual([
      { stepIndex: 0, key: 'inferenceData', message: 'Step 1 requires an element to be selected' },
      { stepIndex: 2, key: 'selector', message: 'Step 3 is missing an element selector' },
    ]);
    expect(checkLaunchable(content).map(({ pointer }) => pointer)).toEqual(['/content/steps/0/inferenceData', '/content/steps/2/selector']);
  });

  it('accepts the sample tours but the one with an old element step', () => {
    const refused = SAMPLE_TOURS.filter(({ content }) => checkLaunchable(normalizeContent(content)).length > 0);
    expect(refused.map(({ content }) => content.steps[0]?.type)).toEqual(['element']);
  });

  it('never fails on odd content', () => {
    let seen = 0;
    fc.assert(
      fc.property(fc.oneof(anyContent, anyJson), (content) => {
        const problems = launchProblems(content);
        seen += problems.length;
        expect(checkLaunchable(content).map(({ message }) => message)).toEqual(problems.map(({ message }) => message));
      }),
      { numRuns: 1000 },
    );
    expect(seen).toBeGreaterThan(10);
  });
});
