import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DRAFTABLE_FIELDS, initialDraft, mergeDraft } from '../../../../src/domain/tour/merge-draft.ts';
import { RawJson } from '../../../../src/json/raw-json.ts';
import { anyJson } from '../../json/arbitrary-json.ts';

const live = {
  name: 'Tour',
  description: '',
  content: new RawJson('{"steps": [{"id": "a"}]}'),
  autoLaunch: true,
  targeting: null,
  linkedFlagId: 7,
  startDate: '2026-01-01T00:00:00Z',
};

const anyDraft = fc.record(Object.fromEntries(DRAFTABLE_FIELDS.map((field) => [field, anyJson])), { requiredKeys: [] });

describe('a draft', () => {
  it('starts as the draftable fields of the live tour, in the order of the wire', () => {
    const draft = initialDraft(live);
    expect(draft).toEqual({
      name: 'Tour',
      description: '',
      content: { steps: [{ id: 'a' }] },
      auto_launch: true,
      targeting_flag_filters: null,
      linked_flag_id: 7,
    });
    expect(Object.keys(draft)).toEqual(DRAFTABLE_FIELDS);
  });

  it('takes the keys of a patch as they are, whole', () => {
    const patch = { content: { appearance: {} }, linked_flag_id: null };
    expect(mergeDraft(initialDraft(live), patch)).toEqual({ ...initialDraft(live), ...patch });
  });

  it('keeps what a patch leaves undefined, and takes null for a value', () => {
    expect(mergeDraft({ name: 'a', content: 1 }, { name: undefined, content: null })).toEqual({ name: 'a', content: null });
  });

  it('takes nothing that is not draftable', () => {
    const patch = { name: 'b', start_date: '2026-01-01', archived: true, ['__proto__']: { polluted: 1 } };
    expect(mergeDraft({}, patch)).toEqual({ name: 'b' });
  });

  it('loses no key when two patches of different fields are merged in any order', () => {
    fc.assert(
      fc.property(anyDraft, anyDraft, fc.shuffledSubarray([...DRAFTABLE_FIELDS]), (draft, values, fields) => {
        const patches = fields.filter((field) => field in values).map((field) => ({ [field]: values[field] }));
        const merged = patches.reduce(mergeDraft, draft);
        assert.deepStrictEqual(patches.toReversed().reduce(mergeDraft, draft), merged);
        for (const field of DRAFTABLE_FIELDS) {
          expect(merged[field]).toBe(fields.includes(field) && field in values ? values[field] : draft[field]);
        }
      }),
    );
  });

  it('is unchanged by an empty patch, and never changed in place', () => {
    fc.assert(
      fc.property(anyDraft, anyDraft, (draft, patch) => {
        const text = JSON.stringify(draft);
        mergeDraft(draft, patch);
        expect(JSON.stringify(mergeDraft(draft, {}))).toBe(text);
        expect(JSON.stringify(draft)).toBe(text);
      }),
    );
  });
});
