import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkContent, listSteps, normalizeContent, readConditions, readSteps } from '../../../../src/domain/tour/content.ts';
import { isObject } from '../../../../src/json/json-object.ts';
import { SAMPLE_TOURS } from '../../../support/tours.ts';
import { anyJson } from '../../json/arbitrary-json.ts';
import { anyContent } from './arbitrary-content.ts';

const refused = (message: string, pointer = '/content') => ({ problem: { path: 'content', code: 'invalid_input', message, pointer } });
const step = { id: 'a', type: 'modal' };

describe('content', () => {
  it('must be an object', () => {
    for (const value of [null, [], 'text', 1, true, undefined]) expect(checkContent(value)).toEqual(refused('Content must be an object'));
  });

  it('of an announcement has exactly one step, and null or nothing is none', () => {
    for (const steps of [undefined, null, [], [step, step]]) {
      expect(checkContent({ type: 'announcement', steps })).toEqual(refused('Announcements must have exactly 1 step.', '/content/steps'));
    }
    expect(checkContent({ type: 'announcement', steps: [step] })).toEqual({ value: { type: 'announcement', steps: [step] } });
  });

  it('takes steps that are a list of objects', () => {
    expect(checkContent({ steps: { 0: step } })).toEqual(refused('Steps must be a list.', '/content/steps'));
    expect(checkContent({ steps: 'none' })).toEqual(refused('Steps must be a list.', '/content/steps'));
    expect(checkContent({ type: 'announcement', steps: 1 })).toEqual(refused('Steps must be a list.', '/content/steps'));
    expect(checkContent({ steps: [step, null] })).toEqual(refused('Step 2 must be an object.', '/content/steps/1'));
    expect(checkContent({ steps: [[], step] })).toEqual(refused('Step 1 must be an object.', '/content/steps/0'));
  });

  it('takes conditions that are an object', () => {
    for (const conditions of ['url', 1, [], true])
      expect(checkContent({ conditions })).toEqual(refused('Conditions must be an object.', '/content/conditions'));
  });

  it('may have null for steps, conditions, actions and events, and keeps it', () => {
    for (const content of [{ steps: null, conditions: null }, { conditions: { actions: null, events: null } }, {}]) {
      expect(checkContent(content)).toEqual({ value: content });
    }
  });

  it('reports its own form before its characters, and its characters before its steps', () => {
    expect(checkContent('\0')).toEqual(refused('Content must be an object'));
    expect(checkContent({ steps: '\0' })).toEqual({
      problem: { path: 'content', code: 'null_characters_not_allowed', message: 'Null characters are not allowed.', pointer: '/content' },
    });
    expect(checkContent({ 'a\ud83d': 1 })).toMatchObject({ problem: { path: 'content', code: 'surrogate_characters_not_allowed' } });
  });

  it('is accepted as editors make it, with nothing lost', () => {
    expect(SAMPLE_TOURS.length).toBeGreaterThanOrEqual(6);
    for (const { content } of SAMPLE_TOURS) {
      const checked = checkContent(content);
      assert('value' in checked);
      expect(readSteps(checked.value)).toHaveLength(content.steps.length);
      expect(Object.keys(checked.value)).toEqual(Object.keys(content));
    }
  });

  it('is either stored or refused with a reason, whatever it is', () => {
    const seen = { stored: 0, refused: 0 };
    fc.assert(
      fc.property(fc.oneof(anyContent, anyJson), (value) => {
        const checked = checkContent(value);
        if ('problem' in checked) expect(checked.problem).toMatchObject({ path: 'content', message: expect.stringMatching(/^[A-Z].+/) });
        else assert.deepStrictEqual(checkContent(checked.value), checked);
        seen['problem' in checked ? 'refused' : 'stored']++;
      }),
      { numRuns: 1000 },
    );
    expect(Math.min(seen.stored, seen.refused)).toBeGreaterThan(100);
  });
});

describe('normalising content', () => {
  it('changes nothing but steps, and nothing the second time', () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        const text = JSON.stringify(content);
        const once = normalizeContent(content);
        assert.deepStrictEqual(normalizeContent(once), once);
        expect(Object.keys(once)).toEqual(Object.keys(content));
        for (const key of Object.keys(content)) if (key !== 'steps') expect(once[key]).toBe(content[key]);
        expect(JSON.stringify(content)).toBe(text);
      }),
    );
  });

  it('leaves what is no step as it is', () => {
    expect(normalizeContent({ steps: [1, null, { type: 'element' }] }).steps).toEqual([
      1,
      null,
      { type: 'modal', elementTargeting: 'auto' },
    ]);
    expect(normalizeContent({ steps: 'none' })).toEqual({ steps: 'none' });
  });
});

describe('looking at content', () => {
  it('finds steps and conditions in whatever JSON, and none where there are none', () => {
    fc.assert(
      fc.property(fc.oneof(anyContent, anyJson), (content) => {
        expect(readSteps(content).every(isObject)).toBe(true);
        expect(Array.isArray(listSteps(content))).toBe(true);
        expect(isObject(readConditions(content))).toBe(true);
      }),
    );
    expect(readSteps({ steps: [1, step, null] })).toEqual([step]);
    expect(listSteps({ steps: [1, step, null] })).toEqual([1, step, null]);
    expect(readConditions({ conditions: { url: '/' } })).toEqual({ url: '/' });
    expect(readConditions({ conditions: [] })).toEqual({});
  });
});
