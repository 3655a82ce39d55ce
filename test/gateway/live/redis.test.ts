import { expect } from 'vitest';
import type { App } from '../../../src/server/app.ts';
import type { TestApp } from '../../support/app.ts';
import { CREATE_TOUR, SAVE_DRAFT, TOUR_CHANGED } from '../../support/documents.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { subscribe } from '../../support/socket.ts';
import { REDIS_URL } from '../../support/test-redis.ts';

const it = gatewayTest({ REDIS_URL: `${REDIS_URL}/3` });
let gateway: TestApp;
let other: App;
let tourId: string;

it.beforeAll(async ({ gateway: started }) => {
  gateway = started;
  other = await gateway.startNode();
  tourId = (await gateway.graphql(CREATE_TOUR, { input: { projectId: gateway.projectId, name: 'Followed' } })).createTour.tour.uuid;
});

it('wakes subscribers on every node over Redis, without a notification of the database', async () => {
  const notified: string[] = [];
  const stop = await gateway.app.db.listen(
    'tour_gateway_events',
    (payload) => notified.push(payload),
    () => {},
  );
  const events = subscribe<{ kind: string; revision: number }>(other.url, gateway.key, TOUR_CHANGED, { tourId });
  await events.next();
  // The slow check, which finds what nobody announced, would take most of a minute for ten of them.
  for (let n = 1; n <= 10; n++) {
    await gateway.graphql(SAVE_DRAFT, { input: { tourId, name: `Name ${n}` } });
    expect(await events.next()).toMatchObject({ kind: 'SAVED', revision: n + 1 });
  }
  expect(notified).toEqual([]);
  await Promise.all([events.close(), stop()]);
});
