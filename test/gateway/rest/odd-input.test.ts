import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { type RestTours, restTours } from '../../support/rest-tours.ts';
import { rowsChecksum } from '../../support/rows.ts';

const it = gatewayTest();
let gateway: TestApp;
let tours: RestTours;

it.beforeAll(async ({ gateway: started }) => {
  gateway = started;
  tours = restTours(gateway, gateway.projectId);
});

/** Sends the fields to every endpoint that could store them; gives the statuses and asserts that a refusal wrote nothing and has the envelope. */
async function statusesOf(fields: object): Promise<number[]> {
  const { id } = await tours.create({ auto_launch: true });
  const statuses = [];
  const { sql } = gateway.app.db;
  await sql.query('UPDATE tours SET name = id::text WHERE id = $1', [id]);
  for (const [method, path, body] of [
    ['POST', '/', { name: `Odd ${id}`, auto_launch: true, ...fields }],
    ['PATCH', `/${id}/`, fields],
    ['PATCH', `/${id}/draft/`, fields],
    ['POST', `/${id}/publish_draft/`, fields],
  ] as const) {
    const before = await rowsChecksum(gateway.app.db);
    const answer = await tours.send(method, path, body);
    statuses.push(answer.status);
    if (answer.status < 400) continue;
    expect(Object.keys(answer.body)).toEqual(['type', 'code', 'detail', 'attr']);
    expect(await rowsChecksum(gateway.app.db), `${method} ${path}`).toBe(before);
  }
  return statuses;
}

const TAKEN = [201, 200, 200, 200];
const REFUSED = [400, 400, 400, 400];
/** An editor may keep it in a draft; only the publish is refused. */
const DRAFTED = [400, 400, 200, 400];

describe('odd but valid JSON', () => {
  it.each([
    [{ steps: null }],
    [{ conditions: null }],
    [{ steps: [], conditions: { actions: null, events: null, cancelEvents: null } }],
    [{ conditions: { seenTourWaitPeriod: null, linkedFlagVariant: null } }],
    [{ conditions: { seenTourWaitPeriod: [1] } }],
    [{ conditions: { seenTourWaitPeriod: { days: {}, types: {} } } }],
    [{ type: null, displayFrequency: null, appearance: 'x' }],
    [{ type: ['announcement'] }],
    [{ steps: [{ type: {}, survey: { type: [], questionText: {}, scale: 'x', display: 5 } }] }],
    [{ steps: [{ survey: true, elementTargeting: {}, inferenceData: 5, id: null }] }],
    [{ steps: [{ survey: [1], linkedSurveyId: {}, linkedSurveyQuestionId: 5 }] }],
    [{ constructor: 1, toString: 2, hasOwnProperty: 3 }],
  ])('in content is taken: %j', async (content) => {
    expect(await statusesOf({ content })).toEqual(TAKEN);
  });

  it.each([
    [{ steps: 'x' }],
    [{ steps: {} }],
    [{ steps: 5 }],
    [{ steps: [null] }],
    [{ steps: [{}, 'x'] }],
    [{ steps: [[]] }],
    [{ conditions: 'x' }],
    [{ conditions: [] }],
    [{ conditions: 5 }],
  ])('in content is refused on publish: %j', async (content) => {
    expect(await statusesOf({ content })).toEqual(DRAFTED);
  });

  it.each([
    [[]],
    ['x'],
    [5],
    [true],
    [{ groups: 'x' }],
    [{ groups: {} }],
    [{ groups: [null] }],
    [{ groups: ['x'] }],
    [{ groups: [{ properties: 'x' }] }],
    [{ groups: [{ properties: [null] }] }],
  ])('as targeting is refused on publish: %j', async (targeting_flag_filters) => {
    expect(await statusesOf({ targeting_flag_filters })).toEqual(DRAFTED);
  });

  it.each([0, -1, 2 ** 31, 2 ** 63])('as the linked flag is refused on publish: %d', async (linked_flag_id) => {
    expect(await statusesOf({ linked_flag_id })).toEqual(DRAFTED);
  });
});

describe('what the database cannot hold', () => {
  it.each([
    ['null_characters_not_allowed', { content: { a: 'x\0' } }],
    ['null_characters_not_allowed', { content: { 'a\0': 1 } }],
    ['null_characters_not_allowed', { content: { steps: [{ contentHtml: { deep: ['\0'] } }] } }],
    ['surrogate_characters_not_allowed', { content: { a: '\ud83d' } }],
    ['surrogate_characters_not_allowed', { content: { a: ['\ude00'] } }],
    ['null_characters_not_allowed', { targeting_flag_filters: { groups: [{ properties: [{ key: '\0' }] }] } }],
    ['surrogate_characters_not_allowed', { targeting_flag_filters: { groups: [{ properties: [{ '\ud83d': 1 }] }] } }],
    ['null_characters_not_allowed', { name: 'x\0' }],
    ['null_characters_not_allowed', { description: 'x\0' }],
    ['surrogate_characters_not_allowed', { description: '\ud83d' }],
  ])('is refused with %s on its field, in drafts too: %j', async (code, fields) => {
    const { id } = await tours.create();
    const attr = Object.keys(fields)[0];
    for (const path of ['/', '/draft/'])
      expect(await tours.send('PATCH', `/${id}${path}`, fields)).toMatchObject({ status: 400, body: { code, attr } });
    expect(await statusesOf(fields)).toEqual(REFUSED);
  });

  it('is refused however deep it goes', async () => {
    for (const depth of [400, 600, 999, 1001, 100_000]) {
      const content = `{"content": {"a": ${'['.repeat(depth)}${']'.repeat(depth)}}}`;
      const { id } = await tours.create();
      for (const path of ['/', '/draft/']) {
        const { status } = await tours.sendRaw('PATCH', `/${id}${path}`, content);
        expect(status, `${depth} ${path}`).toBe(depth < 500 ? 200 : 400);
      }
    }
  });
});

/** Bodies that cannot be read, and one that can. */
const UNREADABLE = [
  ['{', 'application/json'],
  ['[]', 'application/json'],
  ['null', 'application/json'],
  ['{}', 'text/plain'],
  ['{}', 'application/json'],
] as const;

describe('a generation', () => {
  it.each([[{ steps: 'x' }], [{ steps: {} }], [{ steps: [null, 5, {}] }], [{ title: [], goal: {} }], [[]], [null]])(
    'of %j is never a fault',
    async (body) => {
      const { id } = await tours.create();
      expect((await tours.send('POST', `/${id}/generate/`, body)).status).toBe(400);
      expect((await tours.send('POST', '/no-uuid/generate/', body)).status).toBe(400);
    },
  );

  it('on a server that writes nothing is told just that, whatever the request brings', async () => {
    const { id } = await tours.create();
    const detail = 'Product Tour AI generation is only supported in PostHog Cloud.';
    for (const tour of [id, randomUUID(), 'no-uuid']) {
      for (const [body, type] of UNREADABLE) {
        const answer = await tours.sendRaw('POST', `/${tour}/generate/`, body, type);
        expect(answer, `${tour} ${body}`).toMatchObject({ status: 400, body: { detail } });
      }
    }
  });
});
