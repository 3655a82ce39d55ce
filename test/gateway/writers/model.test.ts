import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Generation, MODEL, startGeneration } from '../../support/generate.ts';
import { completes, replies, writes } from '../../support/model-server.ts';
import { rowsChecksum } from '../../support/rows.ts';

const KEY = 'sk-test-0123456789';

/** Steps of every kind: the second is of a type without texts, the fourth asks something, the last is of an editor from before `elementTargeting`. */
const STEPS = [
  {
    id: 'step-hello',
    type: 'modal',
    progressionTrigger: 'button',
    contentHtml: '<h1>Welcome &amp; hello</h1><p>Two\nminutes,<br><b>no</b> more.</p><style>p { color: red }</style>',
    screenshotMediaId: '0192f3a4-0000-7000-8000-000000000000',
    content: { type: 'doc' },
  },
  { id: 'step-banner', type: 'banner', contentHtml: '<p>Not this</p>' },
  {
    id: 'step-new',
    type: 'modal',
    elementTargeting: 'auto',
    progressionTrigger: 'click',
    contentHtml: '<p>Press it</p>',
    inferenceData: { text: ' New \n invoice ', autoData: '{"secret": true}' },
    selector: '#not-this',
  },
  { id: 'step-survey', type: 'modal', survey: { type: 'open', questionText: 'Why?' } },
  {
    id: 'step-send',
    type: 'element',
    useManualSelector: true,
    selector: 'button[data-attr="send"]',
    inferenceData: { text: 'Not this' },
    survey: {},
  },
];

const THREE = [
  { index: 0, title: 'Welcome to invoices', description: 'It takes two minutes.' },
  { index: 1, title: 'Create an invoice', description: 'Press the button.' },
  { index: 2, title: 'Send it off', description: 'It goes out by e-mail.' },
];

const REST_THREE = [
  { step_id: 'step-hello', title: 'Welcome to invoices', description: 'It takes two minutes.' },
  { step_id: 'step-new', title: 'Create an invoice', description: 'Press the button.' },
  { step_id: 'step-send', title: 'Send it off', description: 'It goes out by e-mail.' },
];

let generation: Generation;
beforeAll(async () => {
  // What the client library would help itself to.
  for (const name of ['OPENAI_API_KEY', 'OPENAI_ORG_ID', 'OPENAI_PROJECT_ID']) vi.stubEnv(name, `${name}-of-the-environment`);
  vi.stubEnv('OPENAI_BASE_URL', 'http://127.0.0.1:1/');
  generation = await startGeneration({ AI_API_KEY: KEY });
});
beforeEach(() => {
  generation.events.length = 0;
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await generation.stop();
});

const restTexts = async (steps: object[] = STEPS) => {
  const { status, body } = await generation.rest({ steps });
  expect(status).toBe(200);
  return body.steps;
};

describe('a model writes', () => {
  it('for both faces, is told no more than the contract says, and leaves no trace in the database', async () => {
    const { model, rest, graphql, gateway, tours, tourId, events } = generation;
    const [rows, before] = [await rowsChecksum(gateway.app.db), await tours.read(tourId)];
    model.reply(writes(...THREE));
    const fields = { title: 'First invoice', goal: 'People send\none', steps: STEPS };
    const answer = await rest(fields);
    expect([answer.status, answer.body]).toEqual([200, { steps: REST_THREE }]);
    expect(await graphql(fields)).toEqual({
      __typename: 'GenerateTourContentSuccess',
      steps: REST_THREE.map(({ step_id: stepId, ...texts }) => ({ stepId, ...texts })),
    });

    expect(model.requests).toHaveLength(2);
    const [request, same] = model.requests;
    expect(same?.body).toEqual(request?.body);
    expect(request?.path).toBe('/v1/chat/completions');
    expect(request?.headers).toMatchObject({ authorization: `Bearer ${KEY}`, 'content-type': 'application/json' });
    expect(Object.keys(request?.headers ?? {}).filter((name) => name.startsWith('openai-'))).toEqual([]);
    const { messages, response_format, ...others } = request?.body ?? {};
    expect(others).toEqual({ model: MODEL });
    expect(messages.map(({ role }: { role: string }) => role)).toEqual(['system', 'user']);
    expect(messages[0].content).toMatch(/2 to 5 words.*1 to 2 sentences.*no Markdown/s);
    expect(JSON.parse(messages[1].content)).toEqual({
      title: 'First invoice',
      goal: 'People send one',
      steps: [
        { index: 0, kind: 'pop-up', progression_trigger: 'button', text: 'Welcome & hello\nTwo minutes,\nno more.' },
        { index: 1, kind: 'element tooltip', progression_trigger: 'click', text: 'Press it', element_text: 'New invoice' },
        { index: 2, kind: 'element tooltip', selector: 'button[data-attr="send"]' },
      ],
    });
    expect(response_format).toMatchObject({ type: 'json_schema', json_schema: { strict: true } });
    const { items } = response_format.json_schema.schema.properties.steps;
    expect(items).toMatchObject({ required: ['index', 'title', 'description'], additionalProperties: false });
    expect(items.properties.index).toMatchObject({ type: 'integer' });
    expect(JSON.stringify(request?.body)).not.toMatch(/step-|0192f3a4|secret/);

    expect(await rowsChecksum(gateway.app.db)).toBe(rows);
    expect((await tours.read(tourId)).updated_at).toBe(before.updated_at);
    const event = { event: 'product tour ai generated', properties: expect.objectContaining({ tour_id: tourId, tour_name: 'Invoices' }) };
    expect(events).toMatchObject([event, event]);
  });

  it('in any order, and is read in the order of the steps', async () => {
    generation.model.reply(writes(...THREE.toReversed()));
    expect(await restTexts()).toEqual(REST_THREE);
  });

  it('more than once for a step, and the first counts', async () => {
    const [first, second] = THREE as [(typeof THREE)[0], (typeof THREE)[0]];
    generation.model.reply(writes(first, { ...first, title: 'Said once more' }, second, second));
    expect(await restTexts()).toEqual(REST_THREE.slice(0, 2));
  });

  it.each([3, -1, 0.5, 1e300])('for number %d, which no step has, and is not heard', async (index) => {
    generation.model.reply(writes({ index, title: 'Nobody asked', description: 'Nobody.' }, ...THREE.slice(1)));
    expect(await restTexts()).toEqual(REST_THREE.slice(1));
  });

  it('for some steps only, or says nothing for one, and those steps are missing', async () => {
    const [first, second, third] = THREE as [(typeof THREE)[0], (typeof THREE)[0], (typeof THREE)[0]];
    generation.model.reply(writes({ ...first, title: ' \n' }, { ...second, description: '\n' }, third));
    expect(await restTexts()).toEqual(REST_THREE.slice(2));
    generation.model.reply(writes());
    expect(await restTexts()).toEqual([]);
    expect(generation.events).toHaveLength(2);
  });

  it.each([
    ['**Create an invoice**', 'Create an invoice'],
    ['## Create an invoice', 'Create an invoice'],
    ['1. Create an invoice.', 'Create an invoice'],
    ['- _Create_ an `invoice`', 'Create an invoice'],
    ['"Create an invoice"', 'Create an invoice'],
    ['“Create an invoice.”', 'Create an invoice'],
    ['See [the list](https://example.com)', 'See the list'],
    ['Set snake_case_name to 2 * 3', 'Set snake_case_name to 2 * 3'],
    ['Press <Enter> to go on', 'Press <Enter> to go on'],
    ['What is next?', 'What is next?'],
    ['Wait for it...', 'Wait for it...'],
    ['Two\nlines\u0000\ud83d here', 'Two lines \ufffd here'],
    [`${'A very long title '.repeat(9)}`, 'A very long title A very long title A very long title A…'],
    ['x'.repeat(200), `${'x'.repeat(59)}…`],
    ['今すぐ請求書を作成する', '今すぐ請求書を作成する'],
  ])('the title %j, which reads %j', async (title, read) => {
    generation.model.reply(writes({ index: 0, title, description: 'Text.' }));
    expect(await restTexts()).toEqual([{ step_id: 'step-hello', title: read, description: 'Text.' }]);
  });

  it.each([
    ['**Press** it.\n\n- And *wait*.', 'Press it. And wait.'],
    ['One. Two! Three? Four.', 'One. Two!'],
    ['```\nOne.\n```', 'One.'],
    ['Here is ~~old~~ __new__ text', 'Here is old new text'],
    ['最初の文。次の文。三番目。', '最初の文。次の文。'],
  ])('the description %j, which reads %j', async (description, read) => {
    generation.model.reply(writes({ index: 0, title: 'A title', description }));
    expect(await restTexts()).toEqual([{ step_id: 'step-hello', title: 'A title', description: read }]);
  });

  it('JSON with keys and space that nobody asked for', async () => {
    generation.model.reply(
      completes({ content: `\n ${JSON.stringify({ thoughts: 1, steps: THREE.map((s) => ({ ...s, mood: 'good' })) })} ` }),
    );
    expect(await restTexts()).toEqual(REST_THREE);
  });

  it('when it is asked again: a server that is busy, or has a fault, is given two more chances', async () => {
    const { model } = generation;
    const soon = { 'retry-after-ms': '1' };
    model.reply(replies(429, { error: { message: 'slow down' } }, soon), replies(503, 'busy', soon), writes(...THREE));
    expect(await restTexts()).toEqual(REST_THREE);
    expect(model.requests).toHaveLength(3);
    expect(generation.events).toHaveLength(1);
  });

  it('for a form with the steps as JSON text', async () => {
    generation.model.reply(writes(...THREE));
    const form = new URLSearchParams({ title: 'First invoice', steps: JSON.stringify(STEPS) });
    const answer = await generation.rest(form);
    expect([answer.status, answer.body]).toEqual([200, { steps: REST_THREE }]);
  });

  it('for ids that are numbers', async () => {
    generation.model.reply(writes(...THREE));
    expect(await restTexts([{ id: 7, type: 'modal' }])).toEqual([{ ...REST_THREE[0], step_id: '7' }]);
  });
});

describe('a model is not asked', () => {
  it('when no step has texts of its own', async () => {
    generation.model.reply(writes(...THREE));
    expect(await restTexts([STEPS[1], STEPS[3]] as object[])).toEqual([]);
    expect(generation.model.requests).toHaveLength(0);
  });
});

describe('while a model thinks', () => {
  it('no connection of the database is held', async () => {
    const { model, gateway, rest } = generation;
    const held: (() => void)[] = [];
    model.reply((res) => held.push(() => writes(...THREE)(res)));
    // More than the pool has.
    const answers = Array.from({ length: 8 }, () => rest({ steps: STEPS }));
    await model.asked(8);
    expect(await gateway.graphql('{ viewer { user { email } } }')).toHaveProperty('viewer');
    for (const release of held) release();
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual(Array(8).fill(200));
  });
});

it('a server that needs no key is sent none', async () => {
  const keyless = await startGeneration();
  keyless.model.reply(writes(...THREE));
  expect((await keyless.rest({ steps: STEPS })).status).toBe(200);
  expect(keyless.model.requests[0]?.headers).not.toHaveProperty('authorization');
  await keyless.stop();
});
