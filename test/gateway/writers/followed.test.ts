import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FOLLOW, type FollowedGeneration } from '../../support/follow-generation.ts';
import { type Generation, startGeneration } from '../../support/generate.ts';
import { begins, chunk, replies, streams, type Text } from '../../support/model-server.ts';
import { rowsChecksum } from '../../support/rows.ts';

const STEPS = ['first', 'second', 'third'].map((id) => ({ id, type: 'modal', contentHtml: `<p>${id}</p>` }));

const TEXTS: [Text, Text, Text] = [
  { index: 0, title: 'Welcome to invoices', description: 'It takes “two” minutes.' },
  { index: 1, title: 'Create an invoice', description: 'Press the {button}, [then] "OK" \\ 🧾.' },
  { index: 2, title: 'Send it off', description: 'It goes out by e-mail.' },
];

const GIVEN = TEXTS.map(({ index, title, description }) => ({ stepId: STEPS[index]?.id, title, description }));
const ANSWER = JSON.stringify({ steps: TEXTS });

let generation: Generation;
beforeAll(async () => {
  generation = await startGeneration({ AI_API_KEY: 'sk-test' });
});
beforeEach(() => {
  generation.events.length = 0;
});
afterAll(() => generation.stop());

describe.each(FOLLOW)('over %s, a model that is followed', (_, follow) => {
  const open = (fields: object = { steps: STEPS }) => follow(generation.gateway, { tourId: generation.tourId, ...fields });

  /** All of a generation that goes well. */
  async function texts(fields?: object): Promise<unknown[]> {
    const generated = await open(fields);
    const steps = await generated.all();
    expect(generated.errors()).toBeNull();
    return steps;
  }

  it('gives each step as soon as it has written it, and is told no more than when it is not followed', async () => {
    const { model, rest, events, gateway } = generation;
    model.reply(streams(ANSWER));
    await rest({ steps: STEPS });
    const [whole] = model.requests;

    const rows = await rowsChecksum(gateway.app.db);
    let res = null as unknown as ServerResponse;
    const [first, second, third] = TEXTS.map((text) => JSON.stringify(text)) as [string, string, string];
    model.reply((response) => {
      res = response;
      begins(chunk({ role: 'assistant', content: '' }), chunk({ content: `{"steps": [${first}` }))(res);
    });
    events.length = 0;
    const generated = await open();
    expect(await generated.next()).toEqual(GIVEN[0]);
    res.write(chunk({ content: `, ${second.slice(0, 20)}` }));
    res.write(chunk({ content: second.slice(20) }));
    expect(await generated.next()).toEqual(GIVEN[1]);
    expect(events).toEqual([]);
    res.end(chunk({ content: `, ${third}]}` }) + chunk({}, 'stop'));
    expect(await generated.all()).toEqual(GIVEN.slice(2));
    expect(generated.errors()).toBeNull();

    expect(model.requests).toHaveLength(1);
    expect(model.requests[0]?.body).toEqual({ ...whole?.body, stream: true });
    expect(whole?.body).not.toHaveProperty('stream');
    expect(events).toMatchObject([{ event: 'product tour ai generated', properties: { tour_id: generation.tourId } }]);
    expect(await rowsChecksum(gateway.app.db)).toBe(rows);
  });

  it.each<[string, string[]]>([
    ['at once', [ANSWER]],
    ['letter by letter, characters cut in two', ANSWER.split('')],
    [
      'with space and keys that nobody asked for',
      ['\n ', JSON.stringify({ steps: TEXTS, thoughts: [{ steps: [TEXTS[0]] }] }, null, 2), ' '],
    ],
  ])('may write %s', async (_, pieces) => {
    generation.model.reply(streams(...pieces));
    expect(await texts()).toEqual(GIVEN);
  });

  it('may write in any order, for some steps only, twice for one and for others that are not there', async () => {
    const [first, , third] = TEXTS;
    const others = [3, -1, 0.5, 1e300].map((index) => ({ ...first, index }));
    const again = { ...third, title: 'Said once more' };
    generation.model.reply(streams(JSON.stringify({ steps: [third, ...others, again, { ...first, title: '**Welcome to invoices**' }] })));
    expect(await texts()).toEqual([GIVEN[2], GIVEN[0]]);
    generation.model.reply(streams(JSON.stringify({ steps: [{ ...first, title: ' ' }, first, third] })));
    expect(await texts()).toEqual([GIVEN[2]]);
  });

  it('is asked again only before it has begun', async () => {
    const soon = { 'retry-after-ms': '1' };
    const { model } = generation;
    model.reply(replies(429, { error: { message: 'slow down' } }, soon), replies(503, 'busy', soon), streams(ANSWER));
    expect(await texts()).toEqual(GIVEN);
    expect(model.requests).toHaveLength(3);
    expect(generation.events).toHaveLength(1);
  });

  it('is not asked when no step has texts of its own', async () => {
    generation.model.reply(streams(ANSWER));
    expect(await texts({ steps: [{ type: 'banner' }] })).toEqual([]);
    expect(generation.model.requests).toEqual([]);
    expect(generation.events).toHaveLength(1);
  });

  it('holds no connection of the database meanwhile', async () => {
    const { model, gateway } = generation;
    const held: ServerResponse[] = [];
    model.reply((res) => void held.push(res));
    // More than the pool has.
    const generated = await Promise.all(Array.from({ length: 8 }, () => open()));
    const all = generated.map((one) => one.all());
    await model.asked(8);
    expect(await gateway.graphql('{ viewer { user { email } } }')).toHaveProperty('viewer');
    for (const res of held) streams(ANSWER)(res);
    expect(await Promise.all(all)).toEqual(Array(8).fill(GIVEN));
  });

  it('goes on for one of two that ask for the same when the other one leaves', async () => {
    const { model } = generation;
    const held: ServerResponse[] = [];
    model.reply((res) => {
      held.push(res);
      begins(chunk({ content: `{"steps": [${JSON.stringify(TEXTS[0])}` }))(res);
    });
    const one: FollowedGeneration = await open();
    expect(await one.next()).toEqual(GIVEN[0]);
    const other = await open();
    expect(await other.next()).toEqual(GIVEN[0]);
    one.leave();
    await model.requests[0]?.closed;
    for (const res of held) res.end(chunk({ content: `, ${JSON.stringify(TEXTS[1])}]}` }) + chunk({}, 'stop'));
    expect(await other.all()).toEqual([GIVEN[1]]);
    expect(other.errors()).toBeNull();
  });
});
