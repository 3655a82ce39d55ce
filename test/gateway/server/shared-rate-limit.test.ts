import { expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { graphqlClient } from '../../support/graphql.ts';
import { restTours } from '../../support/rest-tours.ts';
import { REDIS_URL } from '../../support/test-redis.ts';

const time = fakeClock();
const it = gatewayTest({ RATE_LIMIT: 'on', REDIS_URL }, { clock: time.clock });
let gateway: TestApp;

it.beforeAll(({ gateway: started }) => {
  gateway = started;
});

it('nodes on one Redis share the budget of a key, whichever door its requests come through', async () => {
  const other = await gateway.startNode();
  const [one, two] = [gateway.url, other.url].map((url) => restTours({ url, key: gateway.key }, gateway.projectId));
  const statuses: number[] = [];
  for (let round = 0; round < 16; round++) {
    const sent = Array.from({ length: 30 }, async (_, n) => (await (n % 2 ? one : two)?.send('GET', '/'))?.status ?? 0);
    statuses.push(...(await Promise.all(sent)));
  }
  expect(statuses).toEqual(Array(480).fill(200));

  for (const tours of [one, two]) {
    const refused = await tours?.send('POST', '/', { name: 'Never made' });
    expect(refused).toMatchObject({
      status: 429,
      body: { type: 'throttled_error', code: 'throttled', detail: 'Request was throttled. Expected available in 60 seconds.', attr: null },
    });
    expect(refused?.headers.get('retry-after')).toBe('60');
  }
  expect((await graphqlClient(other.url, gateway.key).send('{ viewer { scopes } }')).errors).toMatchObject([
    { extensions: { code: 'RATE_LIMITED', retryAfterSeconds: 60 } },
  ]);

  time.pass(60_000);
  expect([(await one?.send('GET', '/'))?.status, (await two?.send('GET', '/'))?.body.count]).toEqual([200, 0]);
});
