import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FOLLOW } from '../../support/follow-generation.ts';
import { type Generation, startGeneration } from '../../support/generate.ts';
import { begins, chunk, streams } from '../../support/model-server.ts';
import { addPerson } from '../../support/people.ts';
import { openRawSocket } from '../../support/raw-socket.ts';

const STEPS = ['first', 'second'].map((id) => ({ id, type: 'modal' }));
const TEXT = { index: 0, title: 'A title', description: 'A text.' };
const FIRST = { stepId: 'first', title: 'A title', description: 'A text.' };

/** Writes one step and goes on for a minute. */
const lingers = begins(chunk({ content: `{"steps": [${JSON.stringify(TEXT)}` }));

let generation: Generation;
beforeAll(async () => {
  generation = await startGeneration({ MAX_SUBSCRIPTIONS: '4', PROJECT_SHARE_PERCENT: '100' });
});
beforeEach(() => {
  generation.events.length = 0;
});
afterAll(() => generation.stop());

/** The model's own connection is closed, long before its time is up; nothing is counted of it, and nothing is left. */
async function expectEnd(): Promise<void> {
  const { model, events, gateway } = generation;
  await model.requests[0]?.closed;
  await expect.poll(() => gateway.app.stats()).toEqual({ sockets: 0, eventStreams: 0, subscriptions: 0 });
  expect(model.requests).toHaveLength(1);
  expect(events).toEqual([]);
}

describe.each(FOLLOW)('over %s, a model need not go on', (_, follow) => {
  const open = (key = generation.gateway.key) => follow({ url: generation.gateway.url, key }, { tourId: generation.tourId, steps: STEPS });

  it('when its reader goes away', async () => {
    generation.model.reply(lingers);
    const generated = await open();
    expect(await generated.next()).toEqual(FIRST);
    generated.leave();
    await expectEnd();
  });

  it.each<[string, string, string]>([
    ['its reader’s key is revoked', 'UPDATE personal_api_keys SET revoked_at = now() WHERE id = $1', 'UNAUTHENTICATED'],
    ['its reader’s key may only read', `UPDATE personal_api_keys SET scopes = '{product_tour:read}' WHERE id = $1`, 'MISSING_SCOPE'],
    [
      'its reader leaves the project',
      'DELETE FROM memberships WHERE user_id = (SELECT user_id FROM personal_api_keys WHERE id = $1)',
      'NOT_FOUND',
    ],
  ])('when %s', async (_, statement, code) => {
    const { gateway, model } = generation;
    const person = await addPerson(gateway);
    model.reply(lingers);
    const generated = await open(person.key);
    expect(await generated.next()).toEqual(FIRST);
    await gateway.app.db.sql.query(statement, [person.keyId]);
    expect(await generated.next()).toBeNull();
    expect(generated.errors()).toMatchObject([{ extensions: { code } }]);
    generated.leave();
    await expectEnd();
  });

  it('and is not asked when too many subscriptions are open', async () => {
    const { model, gateway, events } = generation;
    model.reply(lingers);
    const two = [await open(), await open()];
    for (const generated of two) expect(await generated.next()).toEqual(FIRST);
    const third = await open();
    expect(await third.all()).toEqual([]);
    expect(third.errors()).toMatchObject([{ extensions: { code: 'RATE_LIMITED' } }]);
    expect(model.requests).toHaveLength(2);
    for (const generated of [...two, third]) generated.leave();
    await expect.poll(() => gateway.app.stats()).toEqual({ sockets: 0, eventStreams: 0, subscriptions: 0 });

    model.reply(streams(JSON.stringify({ steps: [TEXT] })));
    for (let n = 0; n < 3; n++) {
      const generated = await open();
      expect(await generated.all()).toEqual([FIRST]);
      generated.leave();
    }
    await expect.poll(() => gateway.app.stats().subscriptions).toBe(0);
    expect(events).toHaveLength(3);
  });
});

it('a model need not go on when its reader says that it has enough, and the socket serves others', async () => {
  const { gateway, model, tourId, events } = generation;
  model.reply(lingers);
  const socket = await openRawSocket(gateway.url, gateway.key);
  await socket.next();
  const query = 'subscription ($input: GenerateTourContentInput!) { generateTourContent(input: $input) { stepId } }';
  const payload = { query, variables: { input: { tourId, steps: STEPS } } };
  socket.send({ id: 'a', type: 'subscribe', payload });
  expect(await socket.next()).toMatchObject({ id: 'a', type: 'next' });
  socket.send({ id: 'a', type: 'complete' });
  await model.requests[0]?.closed;
  expect(events).toEqual([]);
  socket.send({ id: 'b', type: 'subscribe', payload: { query: '{ viewer { user { email } } }' } });
  expect(await socket.next()).toMatchObject({ id: 'b', type: 'next' });
  socket.ws.terminate();
});
