import { describe, expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { invalid } from '../../support/problem-body.ts';
import { type RestTours, restTours } from '../../support/rest-tours.ts';

const it = gatewayTest();
let gateway: TestApp;
let tours: RestTours;
let tourId: string;

it.beforeAll(async ({ gateway: started }) => {
  gateway = started;
  tours = restTours(gateway, gateway.projectId);
  tourId = (await tours.create()).id;
});

const WRONG_DATE = 'Datetime has wrong format. Use one of these formats instead: YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z].';
const NOT_NULL = 'This field may not be null.';
const NOT_TEXT = 'Not a valid string.';

/** The situation, the fields that are sent, and what is wrong with them. */
const FIELD_ERRORS: [string, Record<string, unknown>, ReturnType<typeof invalid>][] = [
  ['name is null', { name: null }, invalid(NOT_NULL, 'name', 'null')],
  ['description is null', { description: null }, invalid(NOT_NULL, 'description', 'null')],
  ['content is null', { content: null }, invalid(NOT_NULL, 'content', 'null')],
  ['auto_launch is null', { auto_launch: null }, invalid(NOT_NULL, 'auto_launch', 'null')],
  ['archived is null', { archived: null }, invalid(NOT_NULL, 'archived', 'null')],
  ['creation_context is null', { creation_context: null }, invalid(NOT_NULL, 'creation_context', 'null')],
  ['name is empty', { name: '' }, invalid('This field may not be blank.', 'name', 'blank')],
  ['name is only white space', { name: ' \n\t ' }, invalid('This field may not be blank.', 'name', 'blank')],
  [
    'name has 401 characters',
    { name: 'x'.repeat(401) },
    invalid('Ensure this field has no more than 400 characters.', 'name', 'max_length'),
  ],
  ['name is a boolean', { name: true }, invalid(NOT_TEXT, 'name')],
  ['name is a list', { name: ['a'] }, invalid(NOT_TEXT, 'name')],
  ['description is an object', { description: {} }, invalid(NOT_TEXT, 'description')],
  ['name has a NUL', { name: 'a\0b' }, invalid('Null characters are not allowed.', 'name', 'null_characters_not_allowed')],
  [
    'description has a NUL',
    { description: '\0' },
    invalid('Null characters are not allowed.', 'description', 'null_characters_not_allowed'),
  ],
  [
    'name has half a pair',
    { name: 'a\ud83d' },
    invalid('Surrogate characters are not allowed: U+D83D.', 'name', 'surrogate_characters_not_allowed'),
  ],
  ['auto_launch is odd', { auto_launch: 'maybe' }, invalid('Must be a valid boolean.', 'auto_launch')],
  ['auto_launch is 2', { auto_launch: 2 }, invalid('Must be a valid boolean.', 'auto_launch')],
  ['archived is a list', { archived: [] }, invalid('Must be a valid boolean.', 'archived')],
  ['linked_flag_id is text', { linked_flag_id: 'abc' }, invalid('A valid integer is required.', 'linked_flag_id')],
  ['linked_flag_id is true', { linked_flag_id: true }, invalid('A valid integer is required.', 'linked_flag_id')],
  ['linked_flag_id is broken', { linked_flag_id: 1.5 }, invalid('A valid integer is required.', 'linked_flag_id')],
  ['start_date is no date', { start_date: 'soon' }, invalid(WRONG_DATE, 'start_date')],
  ['start_date is a number', { start_date: 20240101 }, invalid(WRONG_DATE, 'start_date')],
  ['end_date is 30 February', { end_date: '2024-02-30' }, invalid(WRONG_DATE, 'end_date')],
  [
    'start_date is out of range',
    { start_date: '0001-01-01T00:00:00+10:00' },
    invalid('Datetime value out of range.', 'start_date', 'overflow'),
  ],
  [
    'creation_context is unknown',
    { creation_context: 'foo' },
    invalid('"foo" is not a valid choice.', 'creation_context', 'invalid_choice'),
  ],
  ['content is a list', { content: [] }, invalid('Content must be an object', 'content')],
  ['content is text', { content: 'a' }, invalid('Content must be an object', 'content')],
  ['an announcement has no steps', { content: { type: 'announcement' } }, invalid('Announcements must have exactly 1 step.', 'content')],
  [
    'an announcement has two steps',
    { content: { type: 'announcement', steps: [{}, {}] } },
    invalid('Announcements must have exactly 1 step.', 'content'),
  ],
  ['a flag is unknown', { linked_flag_id: 999_999 }, invalid('Feature Flag with this ID does not exist')],
  [
    'a variant has no flag',
    { content: { conditions: { linkedFlagVariant: 'any' } } },
    invalid('linkedFlagVariant can only be used when a linked_flag_id is specified'),
  ],
  [
    'a manual step is launched without selector',
    { start_date: '2024-01-01', content: { steps: [{}, { elementTargeting: 'manual' }] } },
    invalid('Step 2 is missing an element selector'),
  ],
  [
    'an automatic step is launched without an element',
    { start_date: '2024-01-01', content: { steps: [{ elementTargeting: 'auto' }] } },
    invalid('Step 1 requires an element to be selected'),
  ],
];

describe('a field', () => {
  it.each(FIELD_ERRORS)('is refused when %s, on POST as on PATCH', async (_, fields, expected) => {
    for (const [method, path] of [
      ['POST', '/'],
      ['PATCH', `/${tourId}/`],
    ] as const) {
      const answer = await tours.send(method, path, { ...(method === 'POST' && { name: 'Never made' }), ...fields });
      expect([answer.status, answer.body], method).toEqual([400, expected]);
      expect(Object.keys(answer.body)).toEqual(['type', 'code', 'detail', 'attr']);
    }
  });

  it('is missing only on POST', async () => {
    expect(await tours.send('POST', '/')).toMatchObject({ status: 400, body: invalid('This field is required.', 'name', 'required') });
    expect((await tours.send('PATCH', `/${tourId}/`)).status).toBe(200);
  });

  it.each(['NaN', 'Infinity', '-Infinity', '1e999'])('may not hold %s inside its JSON', async (number) => {
    for (const field of ['content', 'targeting_flag_filters']) {
      const answer = await tours.sendRaw('PATCH', `/${tourId}/`, `{"${field}": {"a": [${number}]}}`);
      expect(answer).toMatchObject({ status: 400, body: invalid('Value must be valid JSON.', field) });
    }
  });
});

describe('of several errors only one is told', () => {
  const WRONG: [string, unknown][] = [
    ['name', null],
    ['description', null],
    ['linked_flag_id', 'x'],
    ['targeting_flag_filters', 'x'],
    ['content', []],
    ['auto_launch', 'x'],
    ['start_date', 'x'],
    ['end_date', 'x'],
    ['archived', 'x'],
    ['creation_context', 'x'],
  ];

  it('the first in declared order, whatever the order of the body', async () => {
    for (let first = 0; first < WRONG.length; first++) {
      const body = Object.fromEntries(WRONG.slice(first).reverse());
      const answers = [await tours.send('POST', '/', { name: 'ok', ...body }), await tours.send('PATCH', `/${tourId}/`, body)];
      expect(answers.map(({ status, body: told }) => [status, told.attr])).toEqual(Array(2).fill([400, WRONG[first]?.[0]]));
    }
  });

  it('a field before any check of several fields together, and of those the flag, the variant, then the launch', async () => {
    const content = { steps: [{ elementTargeting: 'manual' }], conditions: { linkedFlagVariant: 'a' } };
    const body = { linked_flag_id: 999_999, content, start_date: '2024-01-01', creation_context: 'foo' };
    const details = [];
    for (const fields of [
      body,
      { ...body, creation_context: 'app' },
      { content, start_date: '2024-01-01' },
      { content: { steps: content.steps }, start_date: '2024-01-01' },
    ]) {
      details.push((await tours.send('PATCH', `/${tourId}/`, fields)).body.detail);
    }
    expect(details).toEqual([
      '"foo" is not a valid choice.',
      'Feature Flag with this ID does not exist',
      'linkedFlagVariant can only be used when a linked_flag_id is specified',
      'Step 1 is missing an element selector',
    ]);
  });
});
