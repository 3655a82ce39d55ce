import { expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { browserEvent, sendEvents } from '../../support/events.ts';
import { gatewayTest } from '../../support/gateway-test.ts';

const it = gatewayTest();
let app: TestApp;
let count = 0;

it.beforeAll(({ gateway }) => {
  app = gateway;
});

const HOUR = 3_600_000;
const START = Date.now() - 100 * HOUR;

/** An event of so many hours after the start. */
function at(hour: number, name: string, properties: Record<string, unknown>, event = '$set') {
  return { ...browserEvent(app.token, event, name, properties), timestamp: new Date(START + hour * HOUR).toISOString() };
}

/** Each batch is written before the next is sent. */
async function send(...batches: object[][]): Promise<void> {
  for (const batch of batches) await sendEvents(app.url, app.token, batch as Parameters<typeof sendEvents>[2]);
}

async function row(distinctId: string): Promise<{ properties: Record<string, unknown>; times: Record<string, string> } | undefined> {
  const rows = await app.app.db.sql.query<object>(
    `SELECT p.properties, p.property_times AS times FROM person_distinct_ids d JOIN persons p ON p.id = d.person_id WHERE d.distinct_id = $1`,
    [distinctId],
  );
  return JSON.parse(JSON.stringify(rows))[0];
}
const properties = async (distinctId: string) => (await row(distinctId))?.properties;
const someone = () => `late-${++count}`;

it('an event that arrives late changes only what nothing newer has changed', async () => {
  const name = someone();
  await send(
    [at(10, name, { $set: { plan: 'pro', seats: 5 } })],
    [at(4, name, { $set: { plan: 'free', city: 'Rome' } })],
    [at(12, name, { $set: { seats: 6 } })],
    [at(11, name, { $set: { plan: 'team', seats: 1 } })],
  );
  expect(await properties(name)).toEqual({ plan: 'team', seats: 6, city: 'Rome' });
});

it('of two changes at the same time, the one that arrives later counts', async () => {
  const name = someone();
  await send([at(10, name, { $set: { plan: 'a' } })], [at(10, name, { $set: { plan: 'b' } }), at(10, name, { $set: { plan: 'c' } })]);
  expect(await properties(name)).toEqual({ plan: 'c' });
});

it('a removal counts by its time too', async () => {
  const name = someone();
  await send(
    [at(10, name, { $set: { kept: 1, removed: 1 } })],
    [at(12, name, { $unset: ['removed'] }), at(8, name, { $unset: ['kept'] })],
    [at(11, name, { $set: { removed: 2 }, $set_once: { removed: 3 } })],
  );
  expect(await properties(name)).toEqual({ kept: 1 });
  await send([at(13, name, { $set_once: { removed: 4 } })]);
  expect(await properties(name)).toEqual({ kept: 1, removed: 4 });
});

it('the same holds within a batch, and for a person whom the batch makes', async () => {
  const name = someone();
  await send([
    at(10, name, { $set: { plan: 'pro' } }),
    at(4, name, { $set: { plan: 'free', old: 1 }, $unset: ['plan'] }),
    at(12, name, { $unset: ['gone'] }),
    at(11, name, { $set: { gone: 1 } }),
  ]);
  expect(await properties(name)).toEqual({ plan: 'pro', old: 1 });
});

it('properties keep their times when two persons turn out to be one', async () => {
  const [name, anonymous] = [someone(), someone()];
  await send(
    [at(10, anonymous, { $set: { theirs: 'new', both: 'anonymous', removed: 'anonymous' } })],
    [at(5, name, { $set: { both: 'named' } }), at(20, name, { $unset: ['removed'] })],
    [at(21, name, { $anon_distinct_id: anonymous }, '$identify')],
  );
  expect(await properties(name)).toEqual({ theirs: 'new', both: 'named' });
  await send([at(9, name, { $set: { theirs: 'late', both: 'newer' } })]);
  expect(await properties(name)).toEqual({ theirs: 'new', both: 'newer' });
});

it('a late event that changes nothing writes nothing', async () => {
  const name = someone();
  const version = () =>
    app.app.db.sql.query('SELECT p.xmin::text FROM persons p JOIN person_distinct_ids d ON d.person_id = p.id WHERE d.distinct_id = $1', [
      name,
    ]);
  await send([at(10, name, { $set: { plan: 'pro' } })]);
  const before = await version();
  await send([at(4, name, { $set: { plan: 'free' } })]);
  expect(await version()).toEqual(before);
});

it('remembers of what is gone a bounded number of times', async () => {
  const name = someone();
  const keys = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => `key ${from + n}`);
  await send([at(1, name, { $set: { kept: 1 } })]);
  for (let n = 0; n < 3; n++) await send([at(10 + n, name, { $unset: [...keys(n * 100, (n + 1) * 100), 'x'.repeat(500 + n)] })]);
  const { times } = (await row(name)) ?? { times: {} };
  expect(Object.keys(times)).toHaveLength(201);
  expect(Object.keys(times)).toEqual(expect.arrayContaining(['kept', 'key 299', 'key 100']));
  // What is newest is remembered, and what is forgotten can come back.
  await send([at(5, name, { $set: { 'key 299': 1, 'key 0': 1 } })]);
  expect(await properties(name)).toEqual({ kept: 1, 'key 0': 1 });
});
