import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { beforeEach, describe, expect, vi } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { SAVE_DRAFT } from '../../support/documents.ts';
import { openEventStream } from '../../support/event-stream.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { mutate } from '../../support/mutate.ts';

const FOLLOW = `subscription ($tourId: UUID!, $after: String) {
  tourDraftChanged(tourId: $tourId, after: $after) { kind revision previousRevision }
}`;
const WITH_CURSOR = 'subscription ($tourId: UUID!) { tourDraftChanged(tourId: $tourId) { cursor kind } }';

const it = gatewayTest();
let gateway: TestApp;
let tourId: string;
let count = 0;
let reader: AbortController;

it.beforeAll(({ gateway: started }) => {
  gateway = started;
});
beforeEach(async () => {
  reader?.abort();
  reader = new AbortController();
  tourId = (await mutate(gateway.graphql, 'createTour', { projectId: gateway.projectId, name: `Tour ${++count}` })).tour.uuid;
});

const save = (description: string) => gateway.graphql(SAVE_DRAFT, { input: { tourId, description } });
const open = (query: string, variables: Record<string, unknown> = { tourId }, lastEventId?: string) =>
  openEventStream(
    gateway.url,
    gateway.key,
    { query, variables },
    { signal: reader.signal, ...(lastEventId !== undefined && { lastEventId }) },
  );

/** A request as it comes from clients that know nothing of event streams. */
function subscribe(accept: string, type = 'application/json'): Promise<Response> {
  const query = `subscription { tourDraftChanged(tourId: "${tourId}") { kind } }`;
  const headers = { accept, authorization: `Bearer ${gateway.key}`, 'content-type': type };
  const body = type === 'application/json' ? JSON.stringify({ query }) : query;
  return fetch(`${gateway.url}/graphql`, { method: 'POST', headers, body, signal: reader.signal });
}

type Stream = Awaited<ReturnType<typeof open>>;
const event = async ({ messages }: Stream) => {
  const { value } = await messages.next();
  return { id: value?.id, ...JSON.parse(value?.data ?? '{}').data?.tourDraftChanged };
};

describe('an event stream', () => {
  it('says what it is, and carries the cursor of each event as its id', async () => {
    const stream = await open(WITH_CURSOR);
    expect(stream.response.status).toBe(200);
    expect(stream.response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(stream.response.headers.get('cache-control')).toContain('no-cache');
    const first = await event(stream);
    expect(first).toMatchObject({ kind: 'SNAPSHOT', id: first.cursor });
    await save('one');
    const second = await event(stream);
    expect(second).toMatchObject({ kind: 'SAVED', id: second.cursor });
    expect(second.id).not.toBe(first.id);
  });

  it('carries the id though no cursor is selected, and goes on where Last-Event-ID says', async () => {
    const stream = await open(FOLLOW);
    const { id: beginning } = await event(stream);
    for (const description of ['one', 'two', 'three']) await save(description);
    const { id } = await event(stream);
    reader.abort();
    reader = new AbortController();
    // The browser repeats its first request: what it has seen since counts for more than the cursor in it.
    const resumed = await open(FOLLOW, { tourId, after: beginning }, id ?? '');
    expect(await event(resumed)).toMatchObject({ kind: 'RESUMED', revision: 2 });
    expect([await event(resumed), await event(resumed)]).toMatchObject([
      { kind: 'SAVED', revision: 3, previousRevision: 2 },
      { kind: 'SAVED', revision: 4, previousRevision: 3 },
    ]);
  });

  it.each(['*/*', 'text/*', 'application/json, */*;q=0.1'])('is what a client gets that asks for %s', async (accept) => {
    const response = await subscribe(accept);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    reader.abort();
  });

  it.each(['application/json', 'multipart/mixed'])('is refused to a client that asks for %s', async (accept) => {
    const response = await subscribe(accept);
    expect(response.status).toBe(406);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'NOT_ACCEPTABLE' } }] });
  });

  it('ends with complete when the tour is deleted', async () => {
    const stream = await open(FOLLOW);
    await event(stream);
    await mutate(gateway.graphql, 'deleteTour', { tourId }, 'tourId');
    expect(await event(stream)).toMatchObject({ kind: 'DELETED' });
    expect((await stream.messages.next()).value).toMatchObject({ event: 'complete' });
    expect((await stream.messages.next()).done).toBe(true);
  });

  it('is opened with GET as well, as browsers do', async () => {
    const search = new URLSearchParams({ query: FOLLOW, variables: JSON.stringify({ tourId }) });
    const response = await fetch(`${gateway.url}/graphql?${search}`, {
      headers: { accept: 'text/event-stream', authorization: `Bearer ${gateway.key}` },
      signal: reader.signal,
    });
    const { value } = await (response.body as ReadableStream<Uint8Array>)
      .pipeThrough(new TextDecoderStream() as never)
      .getReader()
      .read();
    expect(response.status).toBe(200);
    expect(String(value)).toMatch(/^:/);
  });

  it('does not carry mutations that come with GET', async () => {
    const query = `mutation { deleteTour(input: { tourId: "${tourId}" }) { __typename } }`;
    const search = new URLSearchParams({ query });
    for (const accept of ['text/event-stream', 'application/json', 'text/event-stream, application/json']) {
      const response = await fetch(`${gateway.url}/graphql?${search}`, { headers: { accept, authorization: `Bearer ${gateway.key}` } });
      expect(response.status, accept).toBe(405);
      expect(response.headers.get('allow')).toBe('POST');
    }
    expect(await gateway.app.db.prisma.tour.count({ where: { id: tourId } })).toBe(1);
  });

  it('answers queries and mutations with one result and complete', async () => {
    for (const query of ['{ viewer { scopes } }', `mutation { saveTourDraft(input: { tourId: "${tourId}", name: "x" }) { __typename } }`]) {
      const { messages } = await open(query, {});
      const first = (await messages.next()).value;
      expect(first).toMatchObject({ event: 'next', id: null });
      expect(JSON.parse(first?.data ?? '')).toMatchObject({ data: {} });
      expect((await messages.next()).value).toMatchObject({ event: 'complete' });
    }
  });

  it('says what is wrong with an operation, then completes', async () => {
    const nowhere = '00000000-0000-4000-8000-000000000000';
    const wrong: [string, Record<string, unknown>, string | undefined][] = [
      ['{', {}, 'GRAPHQL_PARSE_FAILED'],
      ['subscription { nothing }', {}, 'GRAPHQL_VALIDATION_FAILED'],
      [FOLLOW, {}, undefined],
      [FOLLOW, { tourId: nowhere }, 'NOT_FOUND'],
      [FOLLOW, { tourId, after: 'no cursor' }, 'VALIDATION_FAILED'],
      ['subscription { projectDraftsChanged(projectId: 4711) { kind } }', {}, 'NOT_FOUND'],
    ];
    for (const [query, variables, code] of wrong) {
      const { messages } = await open(query, variables);
      const { errors } = JSON.parse((await messages.next()).value?.data ?? '{}');
      expect(errors, query).toHaveLength(1);
      if (code) expect(errors[0].extensions.code).toBe(code);
      expect((await messages.next()).value).toMatchObject({ event: 'complete' });
    }
    const anonymous = await openEventStream(gateway.url, 'phx_wrong', { query: FOLLOW, variables: { tourId } });
    expect(JSON.parse((await anonymous.messages.next()).value?.data ?? '')).toMatchObject({
      errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
    });
  });

  it('whose reader reads nothing harms neither the others nor the process', async () => {
    const large = 'subscription ($tourId: UUID!) { tourDraftChanged(tourId: $tourId) { revision tour { draft { description } } } }';
    const stalled = await openStalled(JSON.stringify({ query: large, variables: { tourId } }));
    const lively = await open(FOLLOW);
    await event(lively);
    for (let n = 1; n <= 60; n++) await save(`${n}`.padEnd(200_000, '.'));
    let revision = 1;
    while (revision < 61) revision = (await event(lively)).revision;
    let received = '';
    for await (const chunk of stalled) {
      received += chunk;
      if (received.includes('"revision":61')) break;
    }
    expect(received.split('event: next').length - 1).toBeLessThan(60);
    stalled.destroy();
    reader.abort();
    await vi.waitFor(() => expect(gateway.app.stats()).toMatchObject({ eventStreams: 0, subscriptions: 0 }));
  });
});

/** A reader that takes the head of the answer and nothing of its body. */
async function openStalled(body: string): Promise<IncomingMessage> {
  const request = httpRequest(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { accept: 'text/event-stream', 'content-type': 'application/json', authorization: `Bearer ${gateway.key}` },
  });
  request.end(body);
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  response.on('error', () => {});
  return response;
}
