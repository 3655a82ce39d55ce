import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { type DraftEvent, watchDraft } from '../../../src/client/client.ts';
import { addToken } from '../../support/access-token.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { addPerson } from '../../support/people.ts';
import { startProxy } from '../../support/proxy.ts';
import { createTour, openEditor, saveElsewhere } from './editor.ts';

const REVOKE = `mutation ($id: ID!) {
  revokePersonalApiKey(input: { id: $id }) { __typename }
}`;

let gateway: TestApp;
let tourId: string;
const unhandled: unknown[] = [];
const remember = (reason: unknown) => unhandled.push(reason);

beforeAll(async () => {
  process.on('unhandledRejection', remember);
  gateway = await startTestApp();
});
beforeEach(async () => {
  tourId = await createTour(gateway);
});
afterEach(() => expect(unhandled).toEqual([]));
afterAll(async () => {
  await gateway?.stop();
  process.off('unhandledRejection', remember);
});

it('ends when its key is revoked', async () => {
  const person = await addPerson(gateway);
  const statuses: [string, unknown][] = [];
  const editor = openEditor({ url: gateway.url, key: person.key }, tourId, { onStatus: (status, error) => statuses.push([status, error]) });
  await editor.reached('live');
  await gateway.graphql(REVOKE, { id: person.keyId });
  await editor.reached('closed');
  expect(editor.watch.error).toMatchObject({ name: 'GatewayError', code: 'UNAUTHENTICATED' });
  expect(statuses.at(-1)).toEqual(['closed', editor.watch.error]);
  await expect(editor.watch.save({ name: 'Too late' })).rejects.toMatchObject({ code: 'CLOSED' });
});

it('goes on with another access token when the one it had has expired, and ends when it gets no other', async () => {
  const [first, second] = [await addToken(gateway, { userId: 1 }), await addToken(gateway, { userId: 1 })];
  let token = first;
  const headers = () => ({ authorization: `Bearer ${token.secret}` });
  const expire = ({ id }: { id: string }) =>
    gateway.app.db.sql.query('UPDATE personal_api_keys SET expires_at = now() WHERE id = $1', [id]);
  const watch = watchDraft({ url: gateway.url, tourId, headers, timing: { retryMin: 5, retryMax: 50 } });
  await vi.waitFor(() => expect(watch.status).toBe('live'), 10_000);
  token = second;
  await expire(first);
  await vi.waitFor(() => expect(watch.status).not.toBe('live'), { timeout: 10_000, interval: 1 });
  const revision = await saveElsewhere(gateway, tourId, { name: 'Meanwhile' });
  await vi.waitFor(() => expect(watch.draft?.revision).toBe(revision), 10_000);
  expect(watch.status).toBe('live');
  await expire(second);
  await vi.waitFor(() => expect(watch.status).toBe('closed'), 10_000);
  expect(watch.error).toMatchObject({ code: 'UNAUTHENTICATED', message: 'Access token has expired.' });
});

it.each([
  ['a wrong key', () => ({ key: 'phx_wrong' }), 'UNAUTHENTICATED'],
  ['no key', () => ({ key: '' }), 'UNAUTHENTICATED'],
  ['a tour that is not there', () => ({ tourId: randomUUID() }), 'NOT_FOUND'],
  ['something that is no tour’s id', () => ({ tourId: 'tour-1' }), 'VALIDATION_FAILED'],
  ['an address where no gateway is', () => ({ url: `${gateway.url}/elsewhere` }), 'NOT_FOUND'],
])('ends with a clear error for %s', async (_, change, code) => {
  const { url, key, tourId: id } = { url: gateway.url, key: gateway.key, tourId, ...change() };
  const editor = openEditor({ url, key }, id);
  const reading = (async () => {
    for await (const event of editor.watch) expect(event).toBeUndefined();
  })();
  await expect(reading).rejects.toMatchObject({ code });
  expect(editor.watch).toMatchObject({ status: 'closed', draft: null, error: { code } });
  expect(editor.statuses.at(-1)).toBe('closed');
});

it('ends without an error when the tour is deleted', async () => {
  const editor = openEditor(gateway, tourId);
  const events: DraftEvent[] = [];
  const reading = (async () => {
    for await (const event of editor.watch) events.push(event);
  })();
  await editor.reached('live');
  await gateway.rest('DELETE', `${gateway.projectId}/product_tours/${tourId}/`);
  await reading;
  expect(events.map(({ kind }) => kind)).toEqual(['SNAPSHOT', 'DELETED']);
  expect(editor.watch).toMatchObject({ status: 'closed', error: null, draft: { hasDraft: false, revision: 2 } });
});

it('leaves nothing behind when it is closed, whatever it was doing', async () => {
  const line = await startProxy(gateway.url);
  const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
  const before = timers();
  const heard: string[] = [];
  let count = 0;
  for (let n = 0; n < 40; n++) {
    const watch = watchDraft({
      url: line.url,
      key: gateway.key,
      tourId,
      onEvent: () => heard.push('event'),
      onDraft: () => heard.push('draft'),
    });
    // At once, during the first request, and when it is live.
    if (n % 3 === 1) for (let turn = 0; turn < n % 5; turn++) await nextTurn();
    if (n % 3 === 2) await vi.waitFor(() => expect(watch.status).toBe('live'));
    const next = watch[Symbol.asyncIterator]().next();
    watch.close();
    watch.close();
    expect(watch).toMatchObject({ status: 'closed', error: null });
    expect(await next).toEqual({ done: true, value: undefined });
    count += 1;
  }
  expect(count).toBe(40);
  const heardBefore = heard.length;
  await saveElsewhere(gateway, tourId, { name: 'Unheard' });
  // Idle connections are kept open by fetch for the next request, the streams are not.
  await vi.waitFor(() => expect(timers()).toBeLessThanOrEqual(before + 2), 10_000);
  await vi.waitFor(() => expect(line.open).toBeLessThan(5));
  expect(heard.length).toBe(heardBefore);
  await line.close();
});

it('closes while it waits to try again, and while it polls', async () => {
  const line = await startProxy(gateway.url);
  line.refuse();
  const waiting = openEditor({ ...gateway, url: line.url }, tourId, { timing: { retryMin: 3_600_000, retryMax: 3_600_000 } });
  await waiting.reached('offline');
  const polling = openEditor(gateway, tourId, { timing: { streamAttempts: 0, pollInterval: 3_600_000 }, fetch: withoutStreams });
  await polling.reached('polling');
  for (const editor of [waiting, polling]) {
    editor.watch.close();
    expect(editor.statuses.at(-1)).toBe('closed');
  }
  await line.close();
});

it('still sends what was to be saved when it closes', async () => {
  const editor = openEditor(gateway, tourId);
  await editor.reached('live');
  const saves = [editor.watch.save({ name: 'One before' }), editor.watch.save({ name: 'The last word' })];
  editor.watch.close();
  expect(await Promise.all(saves)).toMatchObject([{ type: 'saved' }, { type: 'saved' }]);
});

it('ends with the caller’s signal, even one that was given too late', async () => {
  const controller = new AbortController();
  const editor = openEditor(gateway, tourId, { signal: controller.signal });
  await editor.reached('live');
  controller.abort();
  expect(editor.watch).toMatchObject({ status: 'closed', error: null });
  const late = openEditor(gateway, tourId, { signal: controller.signal });
  expect(late.watch.status).toBe('closed');
  expect(await late.watch[Symbol.asyncIterator]().next()).toEqual({ done: true, value: undefined });
});

it('goes on when a callback throws, which is reported as uncaught', async () => {
  const uncaught: unknown[] = [];
  const listeners = process.rawListeners('uncaughtException');
  process.removeAllListeners('uncaughtException');
  process.on('uncaughtException', (error) => uncaught.push(error));
  const editor = openEditor(gateway, tourId, {
    onDraft() {
      throw new Error('A fault of the page');
    },
  });
  await editor.reached('live');
  await saveElsewhere(gateway, tourId, { name: 'Further' });
  await editor.at(2);
  process.removeAllListeners('uncaughtException');
  for (const listener of listeners) process.on('uncaughtException', listener as never);
  expect(uncaught).toMatchObject([{ message: 'A fault of the page' }, { message: 'A fault of the page' }]);
  expect(editor.watch.status).toBe('live');
});

const withoutStreams: typeof fetch = async (input, init) =>
  new Headers(init?.headers).get('accept') === 'text/event-stream' ? new Response('No.', { status: 405 }) : fetch(input, init);
