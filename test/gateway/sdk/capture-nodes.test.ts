import { expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { browserEvent, sendEvents } from '../../support/events.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { restTours } from '../../support/rest-tours.ts';
import { LAUNCHED } from '../../support/sdk.ts';

const it = gatewayTest();
let app: TestApp;
let urls: string[];

it.beforeAll(async ({ gateway: started }) => {
  app = started;
  urls = [app.url, (await app.startNode()).url, (await app.startNode()).url];
});

async function rows<Row>(statement: string, ...values: unknown[]): Promise<Row[]> {
  return JSON.parse(JSON.stringify(await app.app.db.sql.query<Row>(statement, values)));
}

it('loses nothing of persons whom several nodes write at once, and lets no node wait for another for ever', async () => {
  const persons = Array.from({ length: 20 }, (_, n) => `shared-${n}`);
  const requests = urls.flatMap((url, node) =>
    Array.from({ length: 15 }, (_, round) => {
      // Every batch has every person, in an order of its own.
      const batch = persons
        .map((person) => browserEvent(app.token, '$set', person, { $set: { [`key ${node} ${round}`]: true } }))
        .sort(() => Math.random() - 0.5);
      return () => sendEvents(url, app.token, batch);
    }),
  );
  const answers = await Promise.all(requests.map((send) => send()));
  expect(answers.map(({ status }) => status)).toEqual(requests.map(() => 200));
  const found = await rows<{ id: string; keys: number }>(
    `SELECT d.distinct_id AS id, (SELECT count(*) FROM jsonb_object_keys(p.properties)) AS keys
     FROM person_distinct_ids d JOIN persons p ON p.id = d.person_id WHERE d.distinct_id LIKE 'shared-%'`,
  );
  expect(found.sort((a, b) => a.id.localeCompare(b.id))).toEqual(
    persons.map((id) => ({ id, keys: requests.length })).sort((a, b) => a.id.localeCompare(b.id)),
  );
});

it('makes one person of what several nodes merge at once', async () => {
  const names = Array.from({ length: 10 }, (_, n) => `merged-${n}`);
  const requests = names.flatMap((name) =>
    urls.flatMap((url, node) => {
      const anonymous = `${name} anonymous ${node}`;
      return [
        () => sendEvents(url, app.token, [browserEvent(app.token, '$set', anonymous, { $set: { [`node ${node}`]: true } })]),
        () => sendEvents(url, app.token, [browserEvent(app.token, '$identify', name, { $anon_distinct_id: anonymous })]),
      ];
    }),
  );
  const answers = await Promise.all(requests.map((send) => send()));
  expect(answers.map(({ status }) => status)).toEqual(requests.map(() => 200));
  const found = await rows<{ persons: number; ids: number; keys: number }>(
    `SELECT count(DISTINCT d.person_id) AS persons, count(*) AS ids,
       (SELECT count(*) FROM persons p, jsonb_object_keys(p.properties) WHERE p.id = min(d.person_id)) AS keys
     FROM person_distinct_ids d WHERE d.distinct_id LIKE 'merged-%' GROUP BY split_part(d.distinct_id, ' ', 1)`,
  );
  expect(found).toEqual(names.map(() => ({ persons: 1, ids: urls.length + 1, keys: urls.length })));
});

it('stores an event once that comes to every node at once', async () => {
  const { id } = await restTours(app, app.projectId).create(LAUNCHED);
  const events = Array.from({ length: 50 }, () => browserEvent(app.token, 'product tour shown', 'ada', { $product_tour_id: id }));
  await Promise.all(urls.flatMap((url) => [sendEvents(url, app.token, events), sendEvents(url, app.token, [...events].reverse())]));
  expect(await rows('SELECT count(*) AS count FROM tour_events WHERE tour_id = $1', id)).toEqual([{ count: events.length }]);
});
