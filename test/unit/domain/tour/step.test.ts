import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalizeStep } from '../../../../src/domain/tour/step.ts';
import { anyStep } from './arbitrary-content.ts';

describe('normalising a step', () => {
  it('reads an old manual selector as manual targeting', () => {
    expect(normalizeStep({ type: 'element', useManualSelector: true, inferenceData: { a: 1 } })).toEqual({
      type: 'element',
      useManualSelector: true,
      inferenceData: { a: 1 },
      elementTargeting: 'manual',
    });
  });

  it('reads inference data as automatic targeting and keeps the type', () => {
    expect(normalizeStep({ type: 'element', useManualSelector: false, inferenceData: { a: 1 } })).toEqual({
      type: 'element',
      inferenceData: { a: 1 },
      elementTargeting: 'auto',
    });
  });

  it('takes empty inference data for none', () => {
    for (const inferenceData of [{}, [], null, '', 0])
      expect(normalizeStep({ type: 'modal', inferenceData })).toEqual({ type: 'modal', inferenceData });
  });

  it('turns an element step without either into a modal with automatic targeting', () => {
    expect(normalizeStep({ id: 'a', type: 'element' })).toEqual({ id: 'a', type: 'modal', elementTargeting: 'auto' });
  });

  it('takes useManualSelector only when it is exactly true', () => {
    expect(normalizeStep({ type: 'modal', useManualSelector: 1 })).toEqual({ type: 'modal', useManualSelector: 1 });
  });

  it('keeps useManualSelector in step with elementTargeting', () => {
    expect(normalizeStep({ elementTargeting: 'manual' })).toEqual({ elementTargeting: 'manual', useManualSelector: true });
    expect(normalizeStep({ elementTargeting: 'auto', useManualSelector: true })).toEqual({ elementTargeting: 'auto' });
    expect(normalizeStep({ elementTargeting: 'odd', useManualSelector: true })).toEqual({ elementTargeting: 'odd' });
  });

  it('leaves a step alone whose elementTargeting is null', () => {
    const step = { type: 'element', elementTargeting: null, useManualSelector: true };
    expect(normalizeStep(step)).toEqual(step);
  });

  it('keeps the order of keys and all unknown ones, is idempotent, and changes no argument', () => {
    const ruled = ['type', 'elementTargeting', 'useManualSelector'];
    fc.assert(
      fc.property(anyStep, (step) => {
        const text = JSON.stringify(step);
        const once = normalizeStep(step);
        assert.deepStrictEqual(normalizeStep(once), once);
        const kept = (keys: string[]) => keys.filter((key) => Object.hasOwn(step, key) && Object.hasOwn(once, key));
        expect(kept(Object.keys(once))).toEqual(kept(Object.keys(step)));
        for (const key of Object.keys(step)) if (!ruled.includes(key)) expect(once[key]).toBe(step[key]);
        expect(JSON.stringify(step)).toBe(text);
      }),
      { numRuns: 500 },
    );
  });
});
