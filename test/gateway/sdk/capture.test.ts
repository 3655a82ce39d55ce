import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, vi } from 'vitest';
import { lockCapturedEvents } from '../../../src/domain/events/lock.ts';
import type { TestApp } from '../../support/app.ts';
import { type BrowserEvent, browserEvent, sendEvents } from '../../support/events.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { restTours } from '../../support/rest-tours.ts';
import { LAUNCHED, sdkRequest } from '../../support/sdk.ts';

const it = gatewayTest();
let app: TestApp;
let tourId: string;

it.beforeAll(async ({ gateway: started }) => {
  app = started;
  tourId = (await restTours(app, app.projectId).create(LAUNCHED)).id;
});

const shown = (more: Record<string, unknown> = {}, properties: Record<string, unknown> = {}) =>
  browserEvent(app.token, 'product tour shown', 'ada', { $product_tour_id: tourId, $product_tour_type: 'tour', ...properties }, more);

const post = (path: string, body: BodyInit, headers: Record<string, string> = {}) =>
  sdkRequest(app.url, path, { method: 'POST', body, headers });

interface Row {
  name: string;
  distinctId: string;
  tourId: string;
  occurredAt: string;
  properties: Record<string, unknown>;
}

async function stored(event: BrowserEvent): Promise<Row | undefined> {
  const rows = await app.app.db.sql.query<Row>(
    `SELECT name, distinct_id AS "distinctId", tour_id AS "tourId", occurred_at AS "occurredAt", properties FROM tour_events WHERE id = $1`,
    [event.uuid],
  );
  return JSON.parse(JSON.stringify(rows))[0];
}

async function count(): Promise<number> {
  const [row] = await app.app.db.sql.query<{ count: number }>('SELECT count(*) AS count FROM tour_events');
  return row?.count ?? 0;
}

describe('a batch of events', () => {
  it.each(['/e/', '/e', '/i/v0/e/', '/i/v0/e', '/batch/', '/batch', '/e/?ip=0&_=1&ver=1.449.2'])('is taken at %s', async (path) => {
    const event = shown();
    expect(await sendEvents(app.url, app.token, [event], path)).toMatchObject({ status: 200, body: { status: 1 } });
    expect(await stored(event)).toMatchObject({ name: 'product tour shown', distinctId: 'ada', tourId });
  });

  const encodings: [string, (json: string) => ReturnType<typeof post>][] = [
    ['JSON', (json) => post('/e/', json, { 'content-type': 'application/json' })],
    ['JSON as text, as a beacon sends it', (json) => post('/e/?beacon=1', json, { 'content-type': 'text/plain' })],
    ['gzip as text', (json) => post('/e/', gzipSync(json), { 'content-type': 'text/plain' })],
    ['gzip, named', (json) => post('/e/?compression=gzip-js', gzipSync(json), { 'content-type': 'text/plain' })],
    [
      'base64 in a form',
      (json) =>
        post('/e/?compression=base64', `data=${encodeURIComponent(Buffer.from(json).toString('base64'))}`, {
          'content-type': 'application/x-www-form-urlencoded',
        }),
    ],
    ['JSON in a form', (json) => post('/e/', `data=${encodeURIComponent(json)}`, { 'content-type': 'application/x-www-form-urlencoded' })],
  ];
  const shapes: [string, (events: BrowserEvent[]) => unknown][] = [
    ['{api_key, batch}', (batch) => ({ api_key: app.token, batch })],
    ['{token, batch}', (batch) => ({ token: app.token, batch })],
    ['a batch with the token in the properties', (batch) => ({ batch })],
    ['a bare list', (batch) => batch],
    ['a single event', ([event]) => event],
    [
      'a single event with the token beside it',
      ([event]) => ({ ...event, api_key: app.token, properties: { ...event?.properties, token: undefined } }),
    ],
  ];
  it.each(encodings.flatMap(([encoding, send]) => shapes.map(([shape, wrap]) => ({ encoding, shape, send, wrap }))))(
    'may be $shape in $encoding',
    async ({ send, wrap }) => {
      const event = shown({}, { $product_tour_name: 'Zürich + Ürümqi' });
      expect((await send(JSON.stringify(wrap([event])))).status).toBe(200);
      expect(await stored(event)).toMatchObject({ distinctId: 'ada', properties: { $product_tour_name: 'Zürich + Ürümqi' } });
    },
  );

  it('with an unknown token is refused with PostHog’s words, and without any', async () => {
    expect(await sendEvents(app.url, 'phc_wrong', [shown()])).toMatchObject({
      status: 401,
      body: { type: 'authentication_error', code: 'invalid_api_key', attr: null },
    });
    expect(await post('/e/', JSON.stringify([{ event: 'x', distinct_id: 'ada' }]))).toMatchObject({
      status: 401,
      body: { code: 'missing_api_key' },
    });
  });

  it('that cannot be read is refused with the reason, and none of it is kept', async () => {
    const before = await count();
    const wrong: [string, string][] = [
      ['', 'JSON parse error'],
      ['{', 'JSON parse error'],
      ['7', 'Expected an event'],
      ['{"batch": 7}', 'Expected an event'],
      [JSON.stringify({ api_key: app.token, batch: [shown(), 7] }), 'Event 1 is not an object.'],
      [JSON.stringify({ api_key: app.token, batch: [shown(), { distinct_id: 'ada' }] }), 'Event 1 has no name in "event".'],
      [JSON.stringify({ api_key: app.token, batch: [shown(), { event: 'x', distinct_id: [] }] }), 'Event 1 has no distinct_id.'],
      [JSON.stringify({ api_key: app.token, batch: Array(5001).fill({}) }), '5000 events at most, not 5001'],
    ];
    for (const [body, reason] of wrong) {
      const answer = await post('/e/', body);
      expect(answer, body.slice(0, 80)).toMatchObject({ status: 400, body: { attr: null, detail: expect.stringContaining(reason) } });
    }
    expect(await count()).toBe(before);
  });

  it('of more than five megabytes is refused, compressed or not', async () => {
    const large = JSON.stringify([{ ...shown(), padding: 'x'.repeat(5 * 1024 * 1024) }]);
    for (const body of [large, gzipSync(large)]) {
      expect(await post('/e/', body)).toMatchObject({ status: 413, body: { code: 'request_entity_too_large' } });
    }
  });

  it('that is empty is taken', async () => {
    expect((await sendEvents(app.url, app.token, [])).status).toBe(200);
  });

  it('that there is no room for is refused until there is, and the others are kept', async () => {
    const batch = (request: number) =>
      JSON.stringify(
        Array.from({ length: 5000 }, () => ({ event: '$set', token: app.token, distinct_id: `crowd ${request}`, $set: { told: request } })),
      );
    const batches = Array.from({ length: 8 }, (_, request) => batch(request));
    // The project that the gateway remembers does not age: it is found while the database is busy.
    const now = vi.spyOn(performance, 'now').mockReturnValue(performance.now());
    await post('/e/', batch(0));
    const refused: Awaited<ReturnType<typeof post>>[] = [];
    const requests = await app.app.db.transaction(async (tx) => {
      await lockCapturedEvents(tx, [app.projectId]);
      const sent = batches.map(async (body) => {
        const answer = await post('/e/', body);
        if (answer.status === 503) refused.push(answer);
        return answer.status;
      });
      // One is being written, and 10,000 events of a project may wait.
      await vi.waitFor(() => expect(refused).toHaveLength(5), 30_000);
      return { sent };
    });
    now.mockRestore();
    for (const { headers, body } of refused) {
      expect([headers.get('retry-after'), body.type, body.code, body.attr]).toEqual(['5', 'server_error', 'unavailable', null]);
    }
    expect((await Promise.all(requests.sent)).toSorted()).toEqual([200, 200, 200, 503, 503, 503, 503, 503]);
    for (const body of batches) expect((await post('/e/', body)).status).toBe(200);
    const [row] = await app.app.db.sql.query<{ count: number }>(`SELECT count(*) AS count FROM persons WHERE properties ? 'told'`);
    expect(row?.count).toBe(batches.length);
  });

  it('may come from a page of any origin, which may read how long to wait', async () => {
    const origin = 'https://shop.example';
    const preflight = await sdkRequest(app.url, '/i/v0/e/', {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
    });
    expect([preflight.status, preflight.headers.get('access-control-allow-origin')]).toEqual([200, origin]);
    expect(preflight.headers.get('access-control-expose-headers')).toBe('Retry-After');
    expect((await sdkRequest(app.url, '/e/')).status).toBe(405);
  });
});

describe('an event', () => {
  it('is stored once, however often it comes', async () => {
    const event = shown();
    await Promise.all([1, 2, 3].map(() => sendEvents(app.url, app.token, [event, { ...event, event: 'product tour completed' }])));
    const rows = await app.app.db.sql.query('SELECT 1 FROM tour_events WHERE id = $1', [event.uuid]);
    expect(rows).toHaveLength(1);
  });

  it('without an id, or with one that is none, is stored as one of its own', async () => {
    for (const uuid of [undefined, null, 7, 'not-a-uuid', '']) {
      const before = await count();
      expect((await sendEvents(app.url, app.token, [{ ...shown(), uuid }])).status).toBe(200);
      expect(await count(), String(uuid)).toBe(before + 1);
    }
  });

  it('keeps of its properties those about tours and surveys', async () => {
    const event = shown({}, { $product_tour_step_order: 0, $survey_id: randomUUID(), $ip: '127.0.0.1', email: 'ada@example.com' });
    await sendEvents(app.url, app.token, [event]);
    expect(Object.keys((await stored(event))?.properties ?? {}).sort()).toEqual([
      '$product_tour_id',
      '$product_tour_step_order',
      '$product_tour_type',
      '$survey_id',
    ]);
  });

  it('about a tour that is not the project’s, or about something else, is acknowledged and dropped', async () => {
    const before = await count();
    const events = [
      shown({}, { $product_tour_id: randomUUID() }),
      shown({}, { $product_tour_id: 'no id' }),
      browserEvent(app.token, 'survey sent', 'ada', { $survey_id: randomUUID() }),
      browserEvent(app.token, '$pageview', 'ada'),
      browserEvent(app.token, '$create_alias', 'ada', { alias: 'countess' }),
      browserEvent(app.token, '$groupidentify', 'ada', { $group_type: 'company', $group_key: 'x', $group_set: { a: 1 } }),
    ];
    expect((await sendEvents(app.url, app.token, events)).status).toBe(200);
    expect(await count()).toBe(before);
  });

  it('about a survey belongs to the tour that asks it', async () => {
    const tour = await restTours(app, app.projectId).create({
      ...LAUNCHED,
      content: { steps: [{ id: 'ask', type: 'survey', survey: { type: 'open', questionText: 'Why?' } }] },
    });
    const { linkedSurveyId } = tour.content.steps[0];
    expect(linkedSurveyId).toMatch(/^[0-9a-f-]{36}$/);
    const event = browserEvent(app.token, 'survey sent', 'ada', { $survey_id: linkedSurveyId });
    await sendEvents(app.url, app.token, [event]);
    expect(await stored(event)).toMatchObject({ name: 'survey sent', tourId: tour.id });
  });

  it('happened when its browser says, by the difference between the clocks', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    const age = async (event: BrowserEvent) => Date.now() - Date.parse((await stored(event))?.occurredAt ?? '');
    const event = shown({ timestamp: '2030-01-01T00:00:00.000Z' });
    await post('/e/', JSON.stringify({ api_key: app.token, batch: [event], sent_at: '2030-01-01T00:00:10.000Z' }));
    expect(await age(event)).toBe(10_000);
    const early = shown({ timestamp: undefined, offset: 3_600_000 });
    await post('/e/', JSON.stringify([early]));
    expect(await age(early)).toBe(3_600_000);
  });

  it.each(['2999-01-01T00:00:00Z', 'yesterday', '', 7, null, {}, '+275760-09-13T00:00:00.000Z'])(
    'with the time %j happened when it arrived',
    async (timestamp) => {
      vi.useFakeTimers({ toFake: ['Date'] });
      onTestFinished(() => void vi.useRealTimers());
      const event = shown({ timestamp });
      expect((await post('/e/', JSON.stringify([event]))).status).toBe(200);
      expect(Date.parse((await stored(event))?.occurredAt ?? '')).toBe(Date.now());
    },
  );

  it('older than events are kept is acknowledged and dropped', async () => {
    const event = shown({ timestamp: new Date(Date.now() - 91 * 86_400_000).toISOString() });
    expect((await sendEvents(app.url, app.token, [event])).status).toBe(200);
    expect(await stored(event)).toBeUndefined();
  });

  it.each([
    ['a NUL character', { x: 'a\0b' }],
    ['half of a surrogate pair', { x: 'a\ud800b' }],
    ['a name with a NUL character', { 'x\0': 1 }],
    ['a number without end', JSON.parse('{"x":1e999}')],
    ['nesting without end', { x: 'DEEP' }],
    ['a text without end', { x: 'x'.repeat(100_000) }],
    ['the name __proto__', JSON.parse('{"__proto__":{"polluted":true}}')],
  ])('is stored with %s in its properties and its person', async (_, odd) => {
    const properties = Object.fromEntries(Object.entries(odd).map(([key, value]) => [`$product_tour_${key}`, value]));
    const event = shown(
      { $set: odd, $set_once: odd, $unset: ['a\0b', '\udfff'], uuid: randomUUID() },
      { ...properties, $anon_distinct_id: 'a\0' },
    );
    const odder = { ...event, uuid: randomUUID(), event: '$identify', distinct_id: 'odd\0\ud800' };
    expect(await post('/e/', withNesting([event, odder]))).toMatchObject({ status: 200 });
    expect(await stored(event)).toBeDefined();
    const flags = { token: app.token, distinct_id: 'odd\0\ud800', $anon_distinct_id: '\0', person_properties: odd };
    expect((await post('/flags/?v=2', withNesting(flags))).status).toBe(200);
  });
});

/** Nested deeper than JSON.stringify could print it. */
function withNesting(value: unknown): string {
  return JSON.stringify(value).replaceAll('"DEEP"', `${'['.repeat(100_000)}${']'.repeat(100_000)}`);
}
