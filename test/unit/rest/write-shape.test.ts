import { describe, expect, it } from 'vitest';
import { readTourWrite, type WriteMode } from '../../../src/rest/write-shape.ts';

const json = (fields: object, mode: WriteMode) => readTourWrite({ kind: 'json', fields: new Map(Object.entries(fields)) }, mode);
const form = (fields: Record<string, string>, mode: WriteMode) =>
  readTourWrite({ kind: 'form', fields: new Map(Object.entries(fields)) }, mode);
const refused = (path: string, code: string, message?: string) => ({
  problem: expect.objectContaining({ path, code, ...(message && { message }) }),
});

describe('a tour in a body', () => {
  it('is read field by field, unknown and read-only ones passed over', () => {
    const fields = {
      id: 'x',
      created_at: 5,
      unknown: [],
      name: 'Welcome',
      description: 5,
      linked_flag_id: '7',
      targeting_flag_filters: null,
      content: { steps: [], more: 1 },
      auto_launch: 'yes',
      start_date: '2024-01-01',
      end_date: null,
      archived: 0,
      creation_context: 'toolbar',
    };
    expect(json(fields, 'create')).toEqual({
      write: {
        name: 'Welcome',
        description: '5',
        linkedFlagId: 7,
        targetingFlagFilters: null,
        content: { steps: [], more: 1 },
        autoLaunch: true,
        startDate: '2024-01-01T00:00:00Z',
        endDate: null,
        archived: false,
        creationContext: 'TOOLBAR',
      },
    });
  });

  it('needs a name when it is new, and nothing when it is changed', () => {
    expect(json({}, 'create')).toEqual(refused('name', 'required', 'This field is required.'));
    expect(json({}, 'patch')).toEqual({ write: {} });
    expect(form({}, 'patch')).toEqual({ write: {} });
  });

  it.each(['name', 'description', 'content', 'auto_launch', 'archived', 'creation_context'])('may not have null as its %s', (name) => {
    const result = json({ [name]: null }, 'patch');
    expect(result).toMatchObject({ problem: { code: 'null', message: 'This field may not be null.' } });
  });

  it.each(['linked_flag_id', 'targeting_flag_filters', 'start_date', 'end_date'])('may have null as its %s', (name) => {
    expect(Object.values((json({ [name]: null }, 'patch') as { write: object }).write)).toEqual([null]);
  });

  it('is refused for the first field that is wrong, in declared order', () => {
    expect(json({ creation_context: 'x', end_date: 5, name: [] }, 'create')).toEqual(
      refused('name', 'invalid_input', 'Not a valid string.'),
    );
    expect(json({ name: 'a', creation_context: 'foo', archived: 'x' }, 'create')).toEqual(refused('archived', 'invalid_input'));
    expect(json({ name: 'a', creation_context: 'foo' }, 'create')).toEqual(
      refused('creationContext', 'invalid_choice', '"foo" is not a valid choice.'),
    );
  });

  it('is refused for an earlier field that only the domain finds wrong', () => {
    expect(json({ name: ' ', auto_launch: 'x' }, 'create')).toEqual(refused('name', 'blank'));
    expect(json({ name: 'a'.repeat(401), start_date: 5 }, 'patch')).toEqual(refused('name', 'max_length'));
    expect(json({ content: [], start_date: 5 }, 'patch')).toEqual(refused('content', 'invalid_input', 'Content must be an object'));
    expect(json({ content: { a: '\0' }, auto_launch: 'x' }, 'draft')).toEqual(refused('content', 'null_characters_not_allowed'));
  });

  it('is read from a form by the type of each field', () => {
    const fields = {
      name: 'a',
      content: '{"steps":[]}',
      auto_launch: 'on',
      linked_flag_id: '',
      start_date: '',
      end_date: '',
      archived: '',
      creation_context: '',
    };
    expect(form(fields, 'create')).toEqual({
      write: { name: 'a', content: { steps: [] }, autoLaunch: true, linkedFlagId: null, startDate: null, endDate: null },
    });
    expect(form({ name: 'a', content: '' }, 'create')).toEqual(refused('content', 'invalid_input', 'Value must be valid JSON.'));
    expect(form({ description: '' }, 'patch')).toEqual({ write: { description: '' } });
  });
});

describe('a draft in a body', () => {
  it('has the six draftable fields alone, from JSON and from a form', () => {
    const dropped = { start_date: 'nonsense', end_date: 'x', archived: 'x', creation_context: 'x' };
    expect(json({ name: '', content: null, auto_launch: false, ...dropped }, 'draft')).toEqual({
      write: { name: '', content: null, autoLaunch: false },
    });
    expect(form({ auto_launch: 'true', content: '{}', targeting_flag_filters: 'null', ...dropped }, 'draft')).toEqual({
      write: { autoLaunch: true, content: {}, targetingFlagFilters: null },
    });
  });

  it('is refused only for what could never be published', () => {
    expect(json({ name: [] }, 'draft')).toEqual(refused('name', 'invalid_input', 'Not a valid string.'));
    expect(json({ linked_flag_id: 'x' }, 'draft')).toEqual(refused('linkedFlagId', 'invalid_input'));
    expect(json({ name: 'a'.repeat(500), content: { steps: [{ elementTargeting: 'manual' }] } }, 'draft')).toHaveProperty('write');
  });
});
