import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Generation, startGeneration } from '../../support/generate.ts';
import { staysSilent, writes } from '../../support/model-server.ts';
import { openRawSocket } from '../../support/raw-socket.ts';

const STEPS = [{ id: 'a', type: 'modal' }];
const DOCUMENT = 'mutation ($input: GenerateTourContentInput!) { generateTourContent(input: $input) { __typename } }';

let generation: Generation;
beforeAll(async () => {
  generation = await startGeneration();
});
afterAll(() => generation.stop());

/** Asks, waits until the model has been asked, and goes away. */
async function leave(path: string, body: object, headers: Record<string, string> = {}): Promise<void> {
  const { gateway, model } = generation;
  const page = new AbortController();
  const answer = fetch(`${gateway.url}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${gateway.key}`, 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
    signal: page.signal,
  }).then((response) => response.text());
  await model.asked(1);
  page.abort();
  await expect(answer).rejects.toThrow('aborted');
}

/** The model's own connection is closed, long before the minute that it has; and the gateway goes on. */
async function expectEnd(): Promise<void> {
  const { model, rest, events } = generation;
  await model.requests[0]?.closed;
  expect(model.requests).toHaveLength(1);
  expect(events.filter(({ event }) => event === 'product tour ai generated')).toEqual([]);
  model.reply(writes({ index: 0, title: 'A title', description: 'A text.' }));
  expect((await rest({ steps: STEPS })).status).toBe(200);
  events.length = 0;
}

describe('a model need not go on when nobody waits any more', () => {
  it('over REST', async () => {
    generation.model.reply(staysSilent);
    await leave(`/api/projects/${generation.gateway.projectId}/product_tours/${generation.tourId}/generate/`, { steps: STEPS });
    await expectEnd();
  });

  it.each([
    ['over GraphQL', {}],
    ['over GraphQL, read by Yoga', { accept: 'text/plain, */*' }],
    ['over server-sent events', { accept: 'text/event-stream' }],
  ])('%s', async (_, headers) => {
    generation.model.reply(staysSilent);
    await leave('/graphql', { query: DOCUMENT, variables: { input: { tourId: generation.tourId, steps: STEPS } } }, headers);
    await expectEnd();
  });

  it('over a WebSocket', async () => {
    const { gateway, model, tourId } = generation;
    model.reply(staysSilent);
    const socket = await openRawSocket(gateway.url, gateway.key);
    expect(await socket.next()).toMatchObject({ type: 'connection_ack' });
    const payload = { query: DOCUMENT, variables: { input: { tourId, steps: STEPS } } };
    socket.send({ id: '1', type: 'subscribe', payload });
    await model.asked(1);
    socket.ws.terminate();
    await once(socket.ws, 'close');
    await expectEnd();
  });
});
