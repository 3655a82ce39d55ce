import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { FOLLOW } from '../../support/follow-generation.ts';
import { approve, type Generation, startGeneration } from '../../support/generate.ts';
import { begins, chunk, hangsUp, type Reply, replies, stalls, staysSilent, streams } from '../../support/model-server.ts';
import { newProject } from '../../support/new-project.ts';
import { addPerson, type Person } from '../../support/people.ts';
import { restTours } from '../../support/rest-tours.ts';

const KEY = 'sk-test-0123456789';
const STEPS = ['first', 'second'].map((id) => ({ id, type: 'modal' }));
const TEXT = { index: 0, title: 'A title', description: 'A text.' };
const FIRST = { stepId: 'first', title: 'A title', description: 'A text.' };

/** The first step, and a beginning of the second. */
const BEGINNING = chunk({ content: `{"steps": [${JSON.stringify(TEXT)}, {"in` });

const goesOn = (...chunks: string[]): Reply => {
  return (res) => {
    begins(BEGINNING, ...chunks)(res);
    res.end();
  };
};

const UNREADABLE = "The model's server gave an answer that cannot be read.";
const NO_COMPLETION = "The model's server did not answer with a chat completion.";
const WRONG_FORM = "The model's answer is not of the form that was asked for.";

/** What a model's server does after the first step, and what the client hears of it. */
const BREAKS: [string, Reply, string][] = [
  [
    'is cut off',
    (res) => {
      res.writeHead(200, { 'content-type': 'text/event-stream' });
      res.write(BEGINNING, () => res.socket?.destroy());
    },
    UNREADABLE,
  ],
  ['ends without a word', goesOn(), "The model's answer broke off."],
  ['ends in order, but too soon', goesOn(chunk({}, 'stop')), WRONG_FORM],
  ['sends a malformed chunk', goesOn('data: {"choices": [\n\n'), UNREADABLE],
  ['sends a chunk of another form', goesOn('data: {"choices": "none"}\n\n'), NO_COMPLETION],
  [
    'reports an error',
    goesOn(`data: {"error": {"message": "out of memory, ${KEY}"}}\n\n`),
    "The model's server reported an error while it answered.",
  ],
  ['runs into its limit', goesOn(chunk({}, 'length')), "The model's answer broke off at its longest."],
  ['is filtered', goesOn(chunk({}, 'content_filter')), "A content filter withheld the model's answer."],
  [
    'refuses',
    goesOn(chunk({ refusal: 'I’m ' }), chunk({ refusal: 'sorry.' }), chunk({}, 'stop')),
    'The model refused to write these texts.',
  ],
  ['names a step by text', goesOn(chunk({ content: 'dex": "1", "title": "A", "description": "B"}]}' }), chunk({}, 'stop')), WRONG_FORM],
  ['goes over to prose, without an end', begins(BEGINNING, chunk({ content: 'dex" and so on' })), WRONG_FORM],
];

const soon = { 'retry-after-ms': '1' };

/** What fails before any step, as it does for the mutation, and how often it is asked. */
const FAILURES: [string, Reply, string, number?][] = [
  ['hangs up', hangsUp, "The model's server could not be reached.", 3],
  // It may refuse the stream alone, so it is asked for the whole answer too.
  ['answers 400', replies(400, { error: { message: 'no such model' } }), "The model's server answered with status 400.", 2],
  [
    'answers 401',
    replies(401, { error: { message: `no such key: ${KEY}` } }),
    "The model's server does not accept the key that this gateway has for it.",
  ],
  ['answers 500', replies(500, 'oops', soon), "The model's server answered with status 500.", 3],
  ['answers with a web page', replies(200, '<html>', { 'content-type': 'text/html' }), NO_COMPLETION],
  ['answers with malformed JSON', replies(200, '{"choices": ['), UNREADABLE],
  ['answers without a body', (res) => res.writeHead(204).end(), UNREADABLE],
  ['sends no chunk', (res) => res.writeHead(200, { 'content-type': 'text/event-stream' }).end('data: [DONE]\n\n'), NO_COMPLETION],
  ['writes prose', streams('Sure! Here are ', 'your texts:'), WRONG_FORM],
  ['writes a list', streams(JSON.stringify([TEXT])), WRONG_FORM],
  ['writes an object for the steps', streams(JSON.stringify({ steps: { first: TEXT } })), WRONG_FORM],
  ['writes null for the steps', streams('{"steps": null}'), WRONG_FORM],
];

describe.each(FOLLOW)('over %s', (_, follow) => {
  describe('what was written before stays good when a model that is followed', () => {
    let generation: Generation;
    beforeAll(async () => {
      generation = await startGeneration({ AI_API_KEY: KEY });
    });
    afterAll(() => generation.stop());
    beforeEach(() => {
      generation.events.length = 0;
    });

    it.each(BREAKS)('%s', async (_, reply, message) => {
      const { gateway, tourId, model, events } = generation;
      model.reply(reply);
      const generated = await follow(gateway, { tourId, steps: STEPS });
      expect(await generated.all()).toEqual([FIRST]);
      expect(generated.errors()).toMatchObject([{ message, extensions: { code: 'GENERATION_FAILED' } }]);
      await model.requests[0]?.closed;
      expect(model.requests).toHaveLength(1);
      expect(events).toEqual([]);
    });

    it.each(FAILURES)('nothing was, and it %s', async (_, reply, message, asked = 1) => {
      const { gateway, tourId, model, events } = generation;
      model.reply(reply);
      const generated = await follow(gateway, { tourId, steps: STEPS });
      expect(await generated.all()).toEqual([]);
      expect(generated.errors()).toMatchObject([{ message, extensions: { code: 'GENERATION_FAILED' } }]);
      expect(model.requests).toHaveLength(asked);
      expect(events).toEqual([]);
    });

    it('nothing was, and it says nothing', async () => {
      const { gateway, tourId, model } = generation;
      model.reply(streams(' ', '\n'));
      const generated = await follow(gateway, { tourId, steps: STEPS });
      expect(await generated.all()).toEqual([]);
      expect(generated.errors()).toMatchObject([{ message: 'The model answered with nothing.', extensions: { code: 'GENERATION_EMPTY' } }]);
    });
  });

  describe('a model that is followed has its time and no more, when it', () => {
    let generation: Generation;
    beforeAll(async () => {
      generation = await startGeneration({ AI_TIMEOUT_SECONDS: '1' });
    });
    afterAll(() => generation.stop());

    it.each<[string, Reply, object[]]>([
      ['never answers', staysSilent, []],
      ['begins to answer and never ends', stalls, []],
      ['stops after the first step', begins(BEGINNING), [FIRST]],
    ])('%s', async (_, reply, steps) => {
      const { gateway, tourId, model } = generation;
      model.reply(reply);
      const generated = await follow(gateway, { tourId, steps: STEPS });
      expect(await generated.all()).toEqual(steps);
      const message = 'The model did not answer within 1 s.';
      expect(generated.errors()).toMatchObject([{ message, extensions: { code: 'GENERATION_FAILED' } }]);
      await model.requests[0]?.closed;
      expect(model.requests).toHaveLength(1);
    });
  });

  describe('it is refused as the mutation is', () => {
    let gateway: TestApp;
    let tourId: string;
    beforeAll(async () => {
      gateway = await startTestApp({ CONTENT_PROVIDER: 'template' });
      ({ id: tourId } = await restTours(gateway, gateway.projectId).create());
    });
    afterAll(() => gateway.stop());

    async function refusal(input: object = {}, person: Pick<Person, 'key'> = gateway): Promise<object | undefined> {
      const generated = await follow({ url: gateway.url, key: person.key }, { tourId, steps: STEPS, ...input });
      expect(await generated.all()).toEqual([]);
      const [{ message, extensions } = { message: '', extensions: {} }] = generated.errors() ?? [];
      return { message, ...extensions };
    }

    it('without consent, whatever else is wrong', async () => {
      const message = 'AI data processing must be approved for Product Tour AI generation.';
      expect(await refusal()).toEqual({ code: 'NOT_APPROVED', message });
      expect(await refusal({ tourId: randomUUID(), steps: [] })).toEqual({ code: 'NOT_APPROVED', message });
    });

    it('for what is not there, is not well-formed, or not allowed', async () => {
      await approve(gateway);
      expect(await refusal({ tourId: randomUUID() })).toEqual({ code: 'NOT_FOUND', message: 'Not found.' });
      const empty = { path: null, code: 'invalid_input', message: 'Elements cannot be empty' };
      expect(await refusal({ steps: [] })).toEqual({ code: 'VALIDATION_FAILED', message: empty.message, fields: [empty] });
      const long = { path: 'goal', code: 'max_length', message: 'Ensure this field has no more than 4000 characters.' };
      expect(await refusal({ goal: 'x'.repeat(4001) })).toEqual({
        code: 'VALIDATION_FAILED',
        message: `goal: ${long.message}`,
        fields: [long],
      });
      const reader = await addPerson(gateway, { scopes: ['product_tour:read'] });
      const scope = 'product_tour:write';
      const message = `API key missing required scope '${scope}'`;
      expect(await refusal({}, reader)).toEqual({ code: 'MISSING_SCOPE', message, missingScope: scope });
      const stranger = await addPerson(gateway, { projectIds: [await newProject(gateway.graphql)] });
      expect(await refusal({}, stranger)).toMatchObject({ code: 'NOT_APPROVED' });
    });

    it('and the template gives all of its texts otherwise', async () => {
      const generated = await follow(gateway, { tourId, steps: STEPS });
      expect((await generated.all()).map(({ stepId }) => stepId)).toEqual(['first', 'second']);
      expect(generated.errors()).toBeNull();
    });
  });
});
