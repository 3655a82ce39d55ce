import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDescription, checkDraftJson, checkDraftText, checkName } from '../../../../src/domain/tour/field-rules.ts';
import { anyJson } from '../../json/arbitrary-json.ts';

const NUL = { code: 'null_characters_not_allowed', message: 'Null characters are not allowed.' };
const SURROGATE = { code: 'surrogate_characters_not_allowed', message: 'Surrogate characters are not allowed: U+D83D.' };

describe('the name of a tour', () => {
  it('is trimmed', () => {
    expect(checkName(' \t Tour\u00a0\n')).toEqual({ value: 'Tour' });
  });

  it('may not be blank', () => {
    for (const blank of ['', '  \n']) {
      expect(checkName(blank)).toEqual({ problem: { path: 'name', code: 'blank', message: 'This field may not be blank.' } });
    }
  });

  it('has at most 400 characters after trimming, counted in code points', () => {
    const tooLong = { problem: { path: 'name', code: 'max_length', message: 'Ensure this field has no more than 400 characters.' } };
    expect(checkName(` ${'🎉'.repeat(400)} `)).toEqual({ value: '🎉'.repeat(400) });
    expect(checkName('a'.repeat(400))).toEqual({ value: 'a'.repeat(400) });
    expect(checkName('🎉'.repeat(401))).toEqual(tooLong);
    expect(checkName('a'.repeat(401))).toEqual(tooLong);
    expect(checkName(`${'a'.repeat(500)}\0`)).toEqual(tooLong);
  });

  it('holds neither NUL nor half a surrogate pair', () => {
    expect(checkName('a\0\ud83d')).toEqual({ problem: { path: 'name', ...NUL } });
    expect(checkName('a\ud83d')).toEqual({ problem: { path: 'name', ...SURROGATE } });
  });

  it('is a text', () => {
    for (const value of [null, 1, true, [], {}]) {
      expect(checkName(value)).toEqual({ problem: { path: 'name', code: 'invalid_input', message: 'Not a valid string.' } });
    }
  });
});

describe('the description of a tour', () => {
  it('is trimmed, may be blank and has no limit', () => {
    expect(checkDescription('  ')).toEqual({ value: '' });
    expect(checkDescription(` ${'a'.repeat(10_000)}`)).toEqual({ value: 'a'.repeat(10_000) });
  });

  it('holds neither NUL nor half a surrogate pair', () => {
    expect(checkDescription('\0')).toEqual({ problem: { path: 'description', ...NUL } });
    expect(checkDescription('\ud83d')).toEqual({ problem: { path: 'description', ...SURROGATE } });
  });
});

describe('any JSON value as a text field', () => {
  it('is stored in a form that is accepted again unchanged, or refused', () => {
    for (const check of [checkName, checkDescription]) {
      fc.assert(
        fc.property(anyJson, (value) => {
          const checked = check(value);
          if ('value' in checked) assert.deepStrictEqual(check(checked.value), checked);
          else expect(checked.problem.message).not.toBe('');
        }),
      );
    }
  });
});

describe('a draft', () => {
  it('may hold a blank or long name, but no text that the database cannot hold', () => {
    expect(checkDraftText('name', ' ')).toBeNull();
    expect(checkDraftText('name', 'a'.repeat(5000))).toBeNull();
    expect(checkDraftText('description', '\0')).toEqual({ path: 'description', ...NUL });
  });

  it('may hold any JSON but bad characters at any depth', () => {
    expect(checkDraftJson('content', { steps: 'odd' })).toBeNull();
    expect(checkDraftJson('content', undefined)).toBeNull();
    expect(checkDraftJson('targetingFlagFilters', { groups: [{ a: '\ud83d' }] })).toEqual({ path: 'targetingFlagFilters', ...SURROGATE });
  });
});
