import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ContentWriter } from '../../../src/domain/tour/content-writer.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { approve, type Generation, SELECTION, startGeneration } from '../../support/generate.ts';
import { breaksOff, completes, hangsUp, type Reply, replies, stalls, staysSilent } from '../../support/model-server.ts';
import { invalid } from '../../support/problem-body.ts';
import { restTours } from '../../support/rest-tours.ts';
import { rowsChecksum } from '../../support/rows.ts';

const KEY = 'sk-test-0123456789';
const STEPS = [{ id: 'a', type: 'modal', contentHtml: '<p>Hello</p>' }];
const FAULT = { error: 'An internal error occurred while generating tour content.' };
const EMPTY = invalid('Gemini returned empty response');
const soon = { 'retry-after-ms': '1' };
const text = { index: 0, title: 'A title', description: 'A text.' };

const UNREADABLE = "The model's server gave an answer that cannot be read.";
const NO_COMPLETION = "The model's server did not answer with a chat completion.";
const WRONG_FORM = "The model's answer is not of the form that was asked for.";

/** What the model's server does, what the client hears of it, and how often it was asked. */
const FAILURES: [string, Reply, string, number?][] = [
  ['hangs up', hangsUp, "The model's server could not be reached.", 3],
  ['breaks off in the middle', breaksOff, UNREADABLE],
  ['answers 400', replies(400, { error: { message: 'response_format is not supported' } }), "The model's server answered with status 400."],
  [
    'answers 401',
    replies(401, { error: { message: `no such key: ${KEY}` } }),
    "The model's server does not accept the key that this gateway has for it.",
  ],
  ['answers 403', replies(403, 'forbidden'), "The model's server does not accept the key that this gateway has for it."],
  ['answers 404', replies(404, { error: { message: 'no such model' } }), "The model's server answered with status 404."],
  ['answers 429', replies(429, { error: { message: 'slow down' } }, soon), "The model's server takes no more requests for now.", 3],
  ['answers 500', replies(500, { error: { message: 'oops' } }, soon), "The model's server answered with status 500.", 3],
  ['answers with a web page', replies(200, '<html>', { 'content-type': 'text/html' }), NO_COMPLETION],
  ['answers with malformed JSON', replies(200, '{"choices": ['), UNREADABLE],
  ['answers with other JSON', replies(200, { error: 'model not found' }), NO_COMPLETION],
  ['answers with null', replies(200, 'null'), NO_COMPLETION],
  ['answers without a body', (res) => res.writeHead(204).end(), NO_COMPLETION],
  ['writes prose', completes({ content: 'Sure! Here are your texts:' }), WRONG_FORM],
  ['writes half of its JSON', completes({ content: '{"steps": [{"index": 0' }), WRONG_FORM],
  ['writes a list', completes({ content: JSON.stringify([text]) }), WRONG_FORM],
  ['names a step by text', completes({ content: JSON.stringify({ steps: [{ ...text, index: '0' }] }) }), WRONG_FORM],
  ['leaves a title out', completes({ content: JSON.stringify({ steps: [{ index: 0, description: 'x' }] }) }), WRONG_FORM],
  ['writes null for the steps', completes({ content: '{"steps": null}' }), WRONG_FORM],
  ['refuses', completes({ content: null, refusal: "I'm sorry, I can't help with that." }), 'The model refused to write these texts.'],
  ['runs into its limit', completes({ content: '{"steps": [{"ind' }, 'length'), "The model's answer broke off at its longest."],
  ['is filtered', completes({ content: '' }, 'content_filter'), "A content filter withheld the model's answer."],
];

/** An answer without a word in it. */
const NOTHING: [string, Reply][] = [
  ['no choices', replies(200, { choices: [] })],
  ['no content', completes({ content: null })],
  ['an empty text', completes({ content: '' })],
  ['a blank text', completes({ content: ' \n' })],
];

let generation: Generation;
let rows: string;

/** Asks over both faces, and makes sure that nothing came of it. */
async function fail(reply: Reply, asked = 1): Promise<{ rest: unknown; graphql: { __typename: string; code: string; message: string } }> {
  const { model, rest, graphql, gateway, events } = generation;
  model.reply(reply);
  const answer = await rest({ steps: STEPS });
  expect(model.requests).toHaveLength(asked);
  model.reply(reply);
  const result = await graphql({ steps: STEPS });
  expect(model.requests).toHaveLength(asked);
  expect(events).toEqual([]);
  expect(await rowsChecksum(gateway.app.db)).toBe(rows);
  return { rest: [answer.status, answer.body], graphql: result };
}

describe('a generation fails clearly, and leaves nothing behind, when the model', () => {
  beforeAll(async () => {
    generation = await startGeneration({ AI_API_KEY: KEY });
    rows = await rowsChecksum(generation.gateway.app.db);
    generation.events.length = 0;
  });
  afterAll(() => generation.stop());

  it.each(FAILURES)('%s', async (_, reply, message, asked) => {
    const { rest, graphql } = await fail(reply, asked);
    expect(rest).toEqual([500, FAULT]);
    expect(graphql).toEqual({ __typename: 'GenerationError', code: 'GENERATION_FAILED', message });
  });

  it.each(NOTHING)('gives %s', async (_, reply) => {
    const { rest, graphql } = await fail(reply);
    expect(rest).toEqual([400, EMPTY]);
    expect(graphql).toEqual({ __typename: 'GenerationError', code: 'GENERATION_EMPTY', message: 'The model answered with nothing.' });
  });
});

describe('a generation has its time and no more, retries and all, when the model', () => {
  beforeAll(async () => {
    generation = await startGeneration({ AI_TIMEOUT_SECONDS: '1' });
    rows = await rowsChecksum(generation.gateway.app.db);
    generation.events.length = 0;
  });
  afterAll(() => generation.stop());

  it.each<[string, Reply]>([
    ['never answers', staysSilent],
    ['begins to answer and never ends', stalls],
    ['asks to come back in an hour', replies(429, 'later', { 'retry-after': '3600' })],
  ])('%s', async (_, reply) => {
    const { rest, graphql } = await fail(reply);
    expect(rest).toEqual([500, FAULT]);
    expect(graphql).toEqual({
      __typename: 'GenerationError',
      code: 'GENERATION_FAILED',
      message: 'The model did not answer within 1 s.',
    });
  });
});

describe('a generation by a writer that breaks', () => {
  let gateway: TestApp;
  beforeAll(async () => {
    // biome-ignore lint/correctness/useYield: it breaks before
    const contentWriter: ContentWriter = async function* () {
      throw new Error('secret reason');
    };
    gateway = await startTestApp({}, { contentWriter });
    await approve(gateway);
  });
  afterAll(() => gateway.stop());

  it('is a fault like any other, told on each face in its own way', async () => {
    const tours = restTours(gateway, gateway.projectId);
    const { id: tourId } = await tours.create();
    const answer = await tours.send('POST', `/${tourId}/generate/`, { steps: STEPS });
    expect([answer.status, answer.body]).toEqual([500, FAULT]);
    const document = `mutation ($input: GenerateTourContentInput!) { generateTourContent(input: $input) { ... on GenerateTourContentSuccess { ${SELECTION} } } }`;
    const { errors } = await gateway.graphql.send(document, { input: { tourId, steps: STEPS } });
    expect(errors).toMatchObject([{ message: 'Unexpected error.', extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
  });
});
