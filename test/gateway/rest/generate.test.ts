import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect } from 'vitest';
import type { AnalyticsEvent } from '../../../src/domain/analytics.ts';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { approve } from '../../support/generate.ts';
import { mutate } from '../../support/mutate.ts';
import { newProject } from '../../support/new-project.ts';
import { addPerson } from '../../support/people.ts';
import { forbidden, invalid } from '../../support/problem-body.ts';
import { type RestTours, restTours } from '../../support/rest-tours.ts';

const events: AnalyticsEvent[] = [];
const steps = [{ id: 'a', type: 'modal', contentHtml: '<p>Press it now</p>' }];
const TEXTS = [{ step_id: 'a', title: 'Press it now', description: 'Press it now.' }];
const NOT_APPROVED = { error: 'AI data processing must be approved for Product Tour AI generation.' };

const it = gatewayTest({ CONTENT_PROVIDER: 'template' }, { capture: (event) => void events.push(event) });
let gateway: TestApp;
let tours: RestTours;
let tourId: string;
it.beforeAll(async ({ gateway: started }) => {
  gateway = started;
  tours = restTours(gateway, gateway.projectId);
  ({ id: tourId } = await tours.create());
});

const generate = (client: Parameters<typeof mutate>[0], id: string, fields: object = { steps }) =>
  mutate(client, 'generateTourContent', { tourId: id, ...fields }, 'steps { stepId }');

describe('before the project has approved it', () => {
  it('nothing is generated, of tours that are there and others, whatever the body', async () => {
    for (const [id, body] of [
      [tourId, { steps }],
      [tourId, { steps: [] }],
      [randomUUID(), { steps }],
    ] as const) {
      const answer = await tours.send('POST', `/${id}/generate/`, body);
      expect([answer.status, answer.body]).toEqual([403, NOT_APPROVED]);
      expect(await generate(gateway.graphql, id, body)).toMatchObject({ __typename: 'PermissionError', code: 'NOT_APPROVED' });
    }
  });

  it('neither an id nor a body that cannot be read is told of', async () => {
    for (const id of [tourId, randomUUID(), 'no-uuid']) {
      for (const [body, type] of UNREADABLE) {
        const answer = await tours.sendRaw('POST', `/${id}/generate/`, body, type);
        expect([answer.status, answer.body], `${id} ${body}`).toEqual([403, NOT_APPROVED]);
      }
    }
  });
});

const UNREADABLE = [
  ['{', 'application/json'],
  ['[]', 'application/json'],
  ['null', 'application/json'],
  ['{}', 'text/plain'],
] as const;

describe('once the project has approved it', () => {
  beforeAll(() => approve(gateway));

  it('texts come for a tour, in order, with one event', async () => {
    events.length = 0;
    const answer = await tours.send('POST', `/${tourId}/generate/`, { steps });
    expect([answer.status, answer.body]).toEqual([200, { steps: TEXTS }]);
    expect(events.map(({ event }) => event)).toEqual(['product tour ai generated']);
  });

  it('a tour that is archived, unknown, of another project or malformed is a 404 without a body', async () => {
    const { id: archived } = await tours.create({ archived: true });
    const elsewhere = await newProject(gateway.graphql);
    const { id: foreign } = await restTours(gateway, elsewhere).create();
    for (const id of [archived, randomUUID(), foreign, 'no-uuid']) {
      const answer = await tours.send('POST', `/${id}/generate/`, { steps });
      expect([answer.status, answer.text], id).toEqual([404, '']);
    }
    const { graphql } = await addPerson(gateway);
    for (const id of [archived, randomUUID(), foreign]) {
      expect(await generate(graphql, id), id).toMatchObject({ __typename: 'NotFoundError', code: 'NOT_FOUND' });
    }
  });

  it('a body that cannot be read is told of when the tour is there, and else the tour', async () => {
    const details = ['JSON parse error', 'Expected a dictionary, but got list', 'No data provided', 'Unsupported media type'];
    for (const [n, [body, type]] of UNREADABLE.entries()) {
      const answer = await tours.sendRaw('POST', `/${tourId}/generate/`, body, type);
      expect([answer.status, answer.body.detail]).toEqual([n === 3 ? 415 : 400, expect.stringContaining(details[n] as string)]);
      for (const id of [randomUUID(), 'no-uuid'])
        expect(await tours.sendRaw('POST', `/${id}/generate/`, body, type)).toMatchObject({ status: 404, text: '' });
    }
  });

  it('the project of the tour decides, among several', async () => {
    const elsewhere = await newProject(gateway.graphql);
    const { graphql } = await addPerson(gateway, { projectIds: [elsewhere, gateway.projectId] });
    const { id } = await restTours(gateway, elsewhere).create();
    expect(await generate(graphql, id)).toMatchObject({ __typename: 'PermissionError', code: 'NOT_APPROVED' });
    expect(await generate(graphql, tourId)).toMatchObject({ __typename: 'GenerateTourContentSuccess' });
    expect(await generate(graphql, randomUUID())).toMatchObject({ __typename: 'NotFoundError' });
  });

  it('it takes the scope to write, and membership', async () => {
    const path = `${gateway.projectId}/product_tours/${tourId}/generate/`;
    const reader = await addPerson(gateway, { scopes: ['product_tour:read'] });
    const refused = await reader.rest('POST', path, { steps });
    expect([refused.status, refused.body]).toEqual([403, forbidden("API key missing required scope 'product_tour:write'")]);
    expect(await generate(reader.graphql, tourId)).toMatchObject({ __typename: 'PermissionError', missingScope: 'product_tour:write' });
    const stranger = await addPerson(gateway, { projectIds: [await newProject(gateway.graphql)] });
    expect((await stranger.rest('POST', path, { steps })).status).toBe(403);
    expect((await generate(stranger.graphql, tourId)).__typename).toBe('PermissionError');
  });

  const MODAL = { id: 'a', type: 'modal' };
  const LONG = { ...MODAL, contentHtml: 'x'.repeat(60_000) };

  it.each<[string, object, string, string | null, string?]>([
    ['no steps', {}, 'Elements cannot be empty', null],
    ['null for steps', { steps: null }, 'Elements cannot be empty', null],
    ['an empty list', { steps: [] }, 'Elements cannot be empty', null],
    ['a text', { steps: 'x' }, 'Steps must be a list.', 'steps'],
    ['an object', { steps: {} }, 'Steps must be a list.', 'steps'],
    ['a number', { steps: 5 }, 'Steps must be a list.', 'steps'],
    ['null among the steps', { steps: [MODAL, null] }, 'Step 2 must be an object.', 'steps'],
    ['a list among the steps', { steps: [[]] }, 'Step 1 must be an object.', 'steps'],
    ['a step without an id', { steps: [MODAL, { type: 'modal' }] }, 'Step 2 has no id.', 'steps'],
    ['a step whose id is null', { steps: [{ ...MODAL, id: null }] }, 'Step 1 has no id.', 'steps'],
    ['a step whose id is empty', { steps: [{ ...MODAL, id: '' }] }, 'Step 1 has no id.', 'steps'],
    ['a step whose id is an object', { steps: [{ ...MODAL, id: {} }] }, 'Step 1 has no id.', 'steps'],
    ['too many steps', { steps: Array(201).fill(MODAL) }, 'At most 200 steps can be written for at once.', 'steps'],
    ['too much text', { steps: [LONG, LONG] }, 'The steps may have at most 100000 characters together.', 'steps'],
    [
      'too long a trigger',
      { steps: [{ ...MODAL, progressionTrigger: 'x'.repeat(100_001) }] },
      'The steps may have at most 100000 characters together.',
      'steps',
    ],
  ])('%s is refused, and the reason told', async (_, fields, message, path) => {
    const code = 'invalid_input';
    events.length = 0;
    const answer = await tours.send('POST', `/${tourId}/generate/`, fields);
    expect([answer.status, answer.body]).toEqual([400, invalid(message, path, code)]);
    const result = await generate(gateway.graphql, tourId, fields);
    expect(result).toMatchObject({ __typename: 'ValidationError', fields: [{ path, code, message }] });
    expect(events).toEqual([]);
  });

  it.each<[string, object]>([
    ['a title and a goal that are no text', { title: 5, goal: [], steps }],
    ['null for both', { title: null, goal: null, steps }],
    ['a title and a goal that are too long for GraphQL', { title: 'x'.repeat(4001), goal: 'y'.repeat(5000), steps }],
    [
      'keys of a step that are of no form',
      { steps: [{ ...steps[0], inferenceData: 5, selector: {}, progressionTrigger: [], survey: null }] },
    ],
    ['steps without texts, which need no id', { steps: [{ type: 'banner' }, {}, { type: 'modal', survey: { type: 'open' } }, ...steps] }],
  ])('%s is taken over REST', async (_, fields) => {
    const answer = await tours.send('POST', `/${tourId}/generate/`, fields);
    expect([answer.status, answer.body]).toEqual([200, { steps: TEXTS }]);
  });

  it.each(['title', 'goal'])('too long a %s is refused in GraphQL', async (path) => {
    expect(await generate(gateway.graphql, tourId, { [path]: 'x'.repeat(4001), steps })).toMatchObject({
      __typename: 'ValidationError',
      fields: [{ path, code: 'max_length', message: 'Ensure this field has no more than 4000 characters.' }],
    });
  });

  it('no steps whatever make a fault: each request is answered or refused', async () => {
    const odd = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.jsonValue({ maxDepth: 2, stringUnit: 'binary' }),
      fc.constantFrom('<p>One. Two.', '</p><script>', '. . .', '\0', '\ud83d', '“”', '#a[b="c', 'auto', 'manual', 'click'),
    );
    const key = (...likely: unknown[]) => fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...likely) }, { weight: 1, arbitrary: odd });
    const step = fc.record(
      {
        id: key('a', 'b', 3),
        type: key('modal', 'element'),
        elementTargeting: key('auto', 'manual', null),
        progressionTrigger: key('click', 'button'),
        contentHtml: odd,
        selector: odd,
        inferenceData: fc.oneof(odd, fc.record({ text: odd })),
        survey: key(null, {}),
      },
      { requiredKeys: ['id', 'type'] },
    );
    const found = { answered: 0, refused: 0 };
    const body = fc.record({ title: odd, goal: odd, steps: fc.oneof({ weight: 5, arbitrary: fc.array(step, { maxLength: 4 }) }, odd) });
    const check = async (fields: object) => {
      const answer = await tours.send('POST', `/${tourId}/generate/`, fields);
      expect([200, 400], answer.text).toContain(answer.status);
      if (answer.status === 400) found.refused++;
      else found.answered += answer.body.steps.length;
      for (const { title, description } of answer.body.steps ?? []) expect(title && description).toBeTruthy();
    };
    await fc.assert(fc.asyncProperty(body, check), { numRuns: 150 });
    expect(found.answered).toBeGreaterThan(20);
    expect(found.refused).toBeGreaterThan(5);
  });
});
