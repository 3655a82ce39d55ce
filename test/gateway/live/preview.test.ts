import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, vi } from 'vitest';
import type { App } from '../../../src/server/app.ts';
import type { TestApp } from '../../support/app.ts';
import { openEventStream } from '../../support/event-stream.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { mutate } from '../../support/mutate.ts';
import { addPerson, type Person } from '../../support/people.ts';
import { addPreviewToken, PREVIEW_CHANGED, type PreviewToken } from '../../support/preview-token.ts';
import { openRawSocket } from '../../support/raw-socket.ts';
import { type RestTours, restTours } from '../../support/rest-tours.ts';
import { subscribe } from '../../support/socket.ts';

/** How often a node looks for keys that have expired, in milliseconds. */
const EXPIRY_INTERVAL_MS = 250;

interface PreviewEvent {
  cursor: string;
  kind: string;
  revision: number;
  preview: { isDraft: boolean; payload: { name: string } } | null;
}

const it = gatewayTest();
let gateway: TestApp;
let other: App;
let tours: RestTours;
let tourId: string;
let maker: Person;
let token: PreviewToken;

// The nodes look at nothing by themselves, and no time passes for them, unless a case says so: what ends is ended by a notification.
beforeAll(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] }));
afterEach(() => void vi.setSystemTime(vi.getRealSystemTime()));
afterAll(() => void vi.useRealTimers());

it.beforeAll(async ({ gateway: started }) => {
  gateway = started;
  other = await gateway.startNode();
  tours = restTours(gateway, gateway.projectId);
});
beforeEach(async () => {
  tourId = (await tours.create()).id;
  maker = await addPerson(gateway, { scopes: ['product_tour:read'] });
  token = await addPreviewToken({ ...gateway, ...maker }, tourId);
});

const sql = (statement: string, ...values: unknown[]) => gateway.app.db.sql.query(statement, values);

/** A stream of previews, and its events one after the other; an event with errors is the first of them. */
async function follow(url: string, key: string, variables: object = {}, options: Parameters<typeof openEventStream>[3] = {}) {
  const { messages } = await openEventStream(url, key, { query: PREVIEW_CHANGED, variables: { tourId, ...variables } }, options);
  return async () => {
    const { value } = await messages.next();
    if (value?.event !== 'next') return value?.event;
    const { data, errors } = JSON.parse(value.data);
    return errors?.[0] ?? { ...data.tourPreviewChanged, id: value.id };
  };
}

const shown = ({ kind, revision, preview }: PreviewEvent) => [kind, revision, preview?.isDraft, preview?.payload.name];

describe('whoever has a preview token', () => {
  it('sees every save, on every node, and goes on after a break where it was', async () => {
    const stop = new AbortController();
    const next = await follow(other.url, token.secret, {}, { signal: stop.signal });
    expect(await next()).toMatchObject({ kind: 'SNAPSHOT', revision: 1, preview: { isDraft: false } });
    await tours.draft(tourId, { name: 'First draft' });
    const saved = await next();
    expect(shown(saved)).toEqual(['SAVED', 2, true, 'First draft']);
    expect(saved.id).toBe(saved.cursor);
    stop.abort();
    await tours.draft(tourId, { name: 'Second draft' });
    const resumed = await follow(gateway.url, token.secret, {}, { lastEventId: saved.id });
    expect(shown(await resumed())).toEqual(['RESUMED', 2, true, 'Second draft']);
    expect(shown(await resumed())).toEqual(['SAVED', 3, true, 'Second draft']);
    await tours.publish(tourId);
    expect(shown(await resumed())).toEqual(['PUBLISHED', 4, false, 'Second draft']);
    const after = await follow(gateway.url, token.secret, { after: saved.cursor });
    expect(shown(await after())).toEqual(['RESUMED', 2, false, 'Second draft']);
  });

  it('may look at what is live instead', async () => {
    await tours.change(tourId, { name: `Live ${tourId}` });
    await tours.draft(tourId, { name: `Draft ${tourId}` });
    const events = subscribe<PreviewEvent>(gateway.url, token.secret, PREVIEW_CHANGED, { tourId, perspective: 'PUBLISHED' });
    expect(shown(await events.next())).toEqual(['SNAPSHOT', 3, false, `Live ${tourId}`]);
    await tours.draft(tourId, { description: 'Another' });
    expect(shown(await events.next())).toEqual(['SAVED', 4, false, `Live ${tourId}`]);
    await tours.publish(tourId);
    expect(shown(await events.next())).toEqual(['PUBLISHED', 5, false, `Draft ${tourId}`]);
    await events.close();
  });

  it('is shown what they asked for, whatever others with the same token look at', async () => {
    await tours.change(tourId, { name: `Live ${tourId}` });
    const [drafts, live] = ['DRAFT', 'PUBLISHED'].map((perspective) =>
      subscribe<PreviewEvent>(gateway.url, token.secret, PREVIEW_CHANGED, { tourId, perspective }),
    ) as [ReturnType<typeof subscribe<PreviewEvent>>, ReturnType<typeof subscribe<PreviewEvent>>];
    for (const events of [drafts, live]) expect(shown(await events.next())).toEqual(['SNAPSHOT', 2, false, `Live ${tourId}`]);
    await tours.draft(tourId, { name: `Draft ${tourId}` });
    expect(shown(await drafts.next())).toEqual(['SAVED', 3, true, `Draft ${tourId}`]);
    expect(shown(await live.next())).toEqual(['SAVED', 3, false, `Live ${tourId}`]);
    for (const events of [drafts, live]) await events.close();
  });

  it('follows no other tour, and nothing else', async () => {
    const { id } = await tours.create();
    expect(await (await follow(gateway.url, token.secret, { tourId: id }))()).toMatchObject({ extensions: { code: 'NOT_FOUND' } });
    for (const field of [`tourDraftChanged(tourId: "${tourId}") { kind }`, `tourPresence(tourId: "${tourId}") { clientId }`]) {
      const events = subscribe(gateway.url, token.secret, `subscription { ${field} }`, {});
      await expect(events.next()).rejects.toThrow(
        'A preview token opens `tourPreview` and `tourPreviewChanged` of its tour in GraphQL, and nothing else.',
      );
      await events.close();
    }
  });
});

it('a change is read once for all who have a token for the tour, and once more for whoever has another key', async () => {
  const another = await addPreviewToken(gateway, tourId);
  const watches: ReturnType<typeof subscribe<PreviewEvent>>[] = [];
  async function watch(key: string): Promise<void> {
    const events = subscribe<PreviewEvent>(gateway.url, key, PREVIEW_CHANGED, { tourId });
    watches.push(events);
    await events.next();
  }
  /** Statements of a save; of several, since a timer of the gateway may have asked something in between. */
  async function statements(): Promise<number> {
    const counts: number[] = [];
    for (const n of [1, 2, 3]) {
      const before = gateway.app.db.stats().queries;
      await tours.draft(tourId, { description: `Save ${n}` });
      for (const { kind } of await Promise.all(watches.map((events) => events.next()))) expect(kind).toBe('SAVED');
      counts.push(gateway.app.db.stats().queries - before);
    }
    return Math.min(...counts);
  }
  await watch(token.secret);
  const one = await statements();
  for (const key of [token.secret, another.secret, another.secret]) await watch(key);
  expect(await statements()).toBe(one);
  await watch(maker.key);
  expect(await statements()).toBe(one + 1);
  for (const { close } of watches) await close();
});

it('whoever may read the tour sees the same, to its end', async () => {
  const next = await follow(gateway.url, maker.key);
  expect(await next()).toMatchObject({ kind: 'SNAPSHOT' });
  await tours.draft(tourId, { name: 'Draft' });
  expect(shown(await next())).toEqual(['SAVED', 2, true, 'Draft']);
  await mutate(gateway.graphql, 'deleteTour', { tourId }, 'tourId');
  expect(await next()).toMatchObject({ kind: 'DELETED', preview: null });
  expect(await next()).toBe('complete');
});

const LOSSES: [loss: string, error: object, lose: () => Promise<unknown>][] = [
  ['it is revoked', invalid(), () => mutate(gateway.graphql, 'revokePreviewToken', { id: token.id }, '__typename')],
  ['its tour is deleted', invalid(), () => mutate(gateway.graphql, 'deleteTour', { tourId }, '__typename')],
  ['its maker becomes inactive', invalid(), () => sql('UPDATE users SET is_active = false WHERE id = $1', maker.userId)],
  [
    'it expires',
    { message: 'Preview token has expired.', extensions: { code: 'UNAUTHENTICATED' } },
    async () => {
      vi.setSystemTime(Date.parse(token.expiresAt));
      vi.advanceTimersByTime(EXPIRY_INTERVAL_MS);
    },
  ],
];

function invalid() {
  return { message: 'Invalid preview token.', extensions: { code: 'UNAUTHENTICATED' } };
}

describe('streams and sockets end at once, on every node', () => {
  it.each(LOSSES)('when %s', async (_, error, lose) => {
    const next = await follow(other.url, token.secret);
    await next();
    const socket = await openRawSocket(gateway.url, token.secret);
    expect(await socket.next()).toEqual({ type: 'connection_ack' });
    socket.send({ id: '1', type: 'subscribe', payload: { query: PREVIEW_CHANGED, variables: { tourId } } });
    expect(await socket.next()).toMatchObject({ type: 'next' });
    await lose();
    expect(await next()).toMatchObject(error);
    expect(await next()).toBe('complete');
    expect(await socket.next()).toMatchObject({ type: 'error', payload: [error] });
    expect(await socket.closed).toMatchObject({ code: 4403 });
  });

  it('when its maker leaves the project', async () => {
    const next = await follow(other.url, token.secret);
    await next();
    await sql('DELETE FROM memberships WHERE user_id = $1', maker.userId);
    expect(await next()).toMatchObject({ extensions: { code: 'NOT_FOUND' } });
  });

  it('and those of others go on', async () => {
    const bystander = await addPreviewToken(gateway, tourId);
    const next = await follow(gateway.url, bystander.secret);
    await next();
    await mutate(gateway.graphql, 'revokePreviewToken', { id: token.id }, '__typename');
    await tours.draft(tourId, { name: 'Still here' });
    expect(shown(await next())).toEqual(['SAVED', 2, true, 'Still here']);
  });
});
