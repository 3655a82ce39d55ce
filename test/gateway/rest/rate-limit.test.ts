import { randomUUID } from 'node:crypto';
import { createClient } from 'graphql-ws';
import { describe, expect } from 'vitest';
import WebSocket from 'ws';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { openEventStream } from '../../support/event-stream.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { addPerson, type Person } from '../../support/people.ts';

const VIEWER = '{ viewer { scopes } }';
const MESSAGE = 'Request was throttled. Expected available in 60 seconds.';
const RATE_LIMITED = { message: MESSAGE, extensions: { code: 'RATE_LIMITED', retryAfterSeconds: 60 } };

const time = fakeClock();
const it = gatewayTest({ RATE_LIMIT: 'on' }, { clock: time.clock });
let gateway: TestApp;
let tours: string;

it.beforeAll(async ({ gateway: started }) => {
  gateway = started;
  tours = `${gateway.projectId}/product_tours/`;
});

/** Lets the hour pass, so that nothing sent before counts. */
async function newPerson(options?: Parameters<typeof addPerson>[1]): Promise<Person> {
  time.pass(3_600_000);
  return addPerson(gateway, options);
}

/** Sends the same request so many times, a few at once, and gives the statuses. */
async function send(count: number, request: () => Promise<{ status: number }>): Promise<number[]> {
  const statuses: number[] = [];
  while (statuses.length < count) {
    const answers = await Promise.all(Array.from({ length: Math.min(20, count - statuses.length) }, request));
    statuses.push(...answers.map(({ status }) => status));
  }
  return statuses;
}

describe('over REST', () => {
  it('refuses the 481st request within a minute, in the envelope and with Retry-After', async () => {
    const { rest } = await newPerson();
    expect(await send(480, () => rest('GET', tours))).toEqual(Array(480).fill(200));
    const refused = await rest('GET', tours);
    expect(refused.status).toBe(429);
    expect(refused.body).toEqual({ type: 'throttled_error', code: 'throttled', detail: MESSAGE, attr: null });
    expect(refused.headers.get('retry-after')).toBe('60');
    expect(refused.headers.get('allow')).toBe('GET, POST, HEAD, OPTIONS');

    time.pass(59_500);
    expect(await rest('POST', tours, { name: 'Never made' })).toMatchObject({
      status: 429,
      body: { detail: 'Request was throttled. Expected available in 1 second.' },
    });
    time.pass(1000);
    expect((await rest('GET', tours)).body).toMatchObject({ count: 0 });
  });

  it('counts each key by itself', async () => {
    const [busy, quiet] = [await newPerson(), await addPerson(gateway)];
    await send(480, () => busy.rest('GET', tours));
    expect((await busy.rest('GET', tours)).status).toBe(429);
    expect((await quiet.rest('GET', tours)).status).toBe(200);
  });

  it('comes after authentication, method, project and scope, and before the tour and the body', async () => {
    const reader = await newPerson({ scopes: ['product_tour:read'] });
    await send(480, () => reader.rest('GET', tours));
    const answers = [
      await reader.rest('PUT', tours),
      await reader.rest('GET', '999999/product_tours/'),
      await reader.rest('POST', tours, { name: 'No scope' }),
      await reader.rest('GET', `${tours}${randomUUID()}/`),
      await reader.rest('GET', `${tours}no-uuid/`),
      await reader.rest('OPTIONS', tours),
    ];
    expect(answers.map(({ status }) => status)).toEqual([403, 404, 403, 429, 429, 429]);
  });

  it('does not count what was refused before', async () => {
    const reader = await newPerson({ scopes: ['product_tour:read'] });
    expect(await send(480, () => reader.rest('POST', tours, {}))).toEqual(Array(480).fill(403));
    expect((await reader.rest('GET', tours)).status).toBe(200);
  });
});

describe('over GraphQL', () => {
  it('takes from the same budget, and says so as a top-level error of a result', async () => {
    const { rest, graphql } = await newPerson();
    await send(240, () => rest('GET', tours));
    expect(await send(240, () => graphql.send(VIEWER))).toEqual(Array(240).fill(200));
    expect((await rest('GET', tours)).status).toBe(429);
    const refused = await graphql.send(VIEWER);
    expect(refused).toMatchObject({ status: 200, errors: [RATE_LIMITED] });
    expect(refused.data).toBeUndefined();
    expect(refused.headers.get('retry-after')).toBe('60');
  });

  it('says so in every form of a result', async () => {
    const { rest, key } = await newPerson();
    await send(480, () => rest('GET', tours));
    const strict = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', accept: 'application/graphql-response+json' },
      body: JSON.stringify({ query: VIEWER }),
    });
    expect(strict.status).toBe(429);
    expect(await strict.json()).toEqual({ errors: [RATE_LIMITED] });

    const { messages } = await openEventStream(gateway.url, key, { query: VIEWER });
    const seen = [];
    for await (const { event, data } of messages) seen.push([event, data && JSON.parse(data)]);
    expect(seen).toEqual([
      ['next', { errors: [RATE_LIMITED] }],
      ['complete', ''],
    ]);
  });

  it('counts every operation of a WebSocket', async () => {
    const { rest, key } = await newPerson();
    await send(479, () => rest('GET', tours));
    const client = createClient({
      url: `${gateway.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${key}` },
    });
    expect((await client.iterate({ query: VIEWER }).next()).value).toEqual({ data: { viewer: { scopes: ['*'] } } });
    await expect(client.iterate({ query: VIEWER }).next()).rejects.toMatchObject([RATE_LIMITED]);
    await client.dispose();
  });

  it('leaves those alone who are not signed in', async () => {
    const statuses = await send(500, () => fetch(`${gateway.url}/graphql?query={__typename}`));
    expect(new Set(statuses)).toEqual(new Set([200]));
  });
});

it('limits neither the health checks nor, when it is off, anybody', async () => {
  expect(new Set(await send(500, () => fetch(`${gateway.url}/health/live`)))).toEqual(new Set([200]));
  const unlimited = await startTestApp();
  const answers = await send(500, () => unlimited.rest('GET', `${unlimited.projectId}/product_tours/`));
  expect(new Set(answers)).toEqual(new Set([200]));
  await unlimited.stop();
});
