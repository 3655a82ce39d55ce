import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FOLLOW } from '../../support/follow-generation.ts';
import { type Generation, startGeneration } from '../../support/generate.ts';
import { completes, type Reply, replies, staysSilent, streams, writes } from '../../support/model-server.ts';

const STEPS = [{ id: 'first', type: 'modal' }];
const TEXT = { index: 0, title: 'A title', description: 'A text.' };
const GIVEN = [{ stepId: 'first', title: 'A title', description: 'A text.' }];
const ANSWER = JSON.stringify({ steps: [TEXT] });

const refuses = (status: number) => replies(status, { error: { message: 'stream is not supported' } }, { 'retry-after-ms': '1' });

let generation: Generation;
// The process remembers what it found, so each case has its own.
beforeEach(async () => {
  generation = await startGeneration({ AI_TIMEOUT_SECONDS: '2' });
});
afterEach(() => generation.stop());

describe.each(FOLLOW)('over %s, a model server that does not stream', (_, follow) => {
  const generate = async () => {
    const generated = await follow(generation.gateway, { tourId: generation.tourId, steps: STEPS });
    return { steps: await generated.all(), errors: generated.errors() };
  };
  const streamed = () => generation.model.requests.map(({ body }) => body.stream === true);

  it.each([
    [400, 1],
    [404, 1],
    [422, 1],
    // As every 5xx, it is tried twice again.
    [501, 3],
  ])('and answers %d is asked for the whole answer, and from then on at once', async (status, asked) => {
    const { model, events } = generation;
    model.reply(...Array<Reply>(asked).fill(refuses(status)), writes(TEXT));
    expect(await generate()).toEqual({ steps: GIVEN, errors: null });
    expect(streamed()).toEqual([...Array(asked).fill(true), false]);
    expect(events).toHaveLength(1);
    model.reply(writes(TEXT));
    expect(await generate()).toEqual({ steps: GIVEN, errors: null });
    expect(streamed()).toEqual([false]);
  });

  it('and answers in one piece is read all the same, and from then on not asked to stream', async () => {
    const { model, events } = generation;
    model.reply(writes(TEXT));
    expect(await generate()).toEqual({ steps: GIVEN, errors: null });
    expect(streamed()).toEqual([true]);
    expect(events).toHaveLength(1);
    model.reply(writes(TEXT));
    expect(await generate()).toEqual({ steps: GIVEN, errors: null });
    expect(streamed()).toEqual([false]);
  });

  it.each<[string, Reply[]]>([
    ['refuses the whole answer too', [refuses(400)]],
    ['answers with JSON that is no completion', [replies(200, { detail: 'not found' })]],
    ['gives no whole answer that can be read', [refuses(404), completes({ content: 'Sure!' })]],
  ])('and %s is asked to stream the next time', async (_, answers) => {
    const { model } = generation;
    model.reply(...answers);
    expect(await generate()).toMatchObject({ steps: [], errors: [{ extensions: { code: 'GENERATION_FAILED' } }] });
    model.reply(streams(ANSWER));
    expect(await generate()).toEqual({ steps: GIVEN, errors: null });
    expect(streamed()).toEqual([true]);
  });

  it('has its time and no more for both answers together', async () => {
    const { model } = generation;
    model.reply(refuses(400), staysSilent);
    const message = 'The model did not answer within 2 s.';
    expect(await generate()).toMatchObject({ steps: [], errors: [{ message }] });
    expect(streamed()).toEqual([true, false]);
  });

  it('is not what another failure says', async () => {
    const { model } = generation;
    model.reply(replies(401, { error: { message: 'no such key' } }));
    expect((await generate()).steps).toEqual([]);
    expect(streamed()).toEqual([true]);
  });
});

it('the mutation asks no server to stream', async () => {
  generation.model.reply(writes(TEXT));
  expect(await generation.graphql({ steps: STEPS })).toMatchObject({ steps: GIVEN });
  expect(generation.model.requests.map(({ body }) => body.stream)).toEqual([undefined]);
});
