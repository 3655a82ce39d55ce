import { beforeEach, expect, vi } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { startProxy } from '../../support/proxy.ts';
import { createTour, openEditor, saveElsewhere } from './editor.ts';

const it = gatewayTest();
let gateway: TestApp;
let tourId: string;

it.beforeAll(({ gateway: started }) => {
  gateway = started;
});
beforeEach(async () => {
  tourId = await createTour(gateway);
});

/** What a proxy that knows no event streams makes of them, for as long as it is told to. */
function withoutStreams(status: number) {
  const middle = { isBlocking: true, attempts: 0, polls: [] as number[] };
  const send: typeof fetch = async (input, init) => {
    const isStream = new Headers(init?.headers).get('accept') === 'text/event-stream';
    if (isStream && middle.isBlocking) {
      middle.attempts += 1;
      return new Response('No.', { status });
    }
    const response = await fetch(input, init);
    if (String(input).endsWith('/draft_status/')) middle.polls.push(response.status);
    return response;
  };
  return { middle, send };
}

it.each([404, 405, 415])('polls when streams are answered with %i, and goes back to a stream when there is one', async (status) => {
  const { middle, send } = withoutStreams(status);
  const editor = openEditor(gateway, tourId, { fetch: send });
  await editor.reached('polling');
  expect(editor.statuses).toEqual(['polling']);
  expect(editor.watch.draft).toMatchObject({ revision: 1, hasDraft: false });
  await saveElsewhere(gateway, tourId, { name: 'Polled' });
  await editor.at(2);
  expect(await editor.watch.save({ description: 'Own' })).toMatchObject({ type: 'saved', revision: 3 });
  expect(editor.watch.draft).toMatchObject({ working: { name: 'Polled', description: 'Own' } });
  await editor.at(3);
  expect(editor.watch.draft).toMatchObject({ pending: [], draft: { name: 'Polled', description: 'Own' } });
  expect(middle.attempts).toBeGreaterThan(0);

  middle.isBlocking = false;
  await editor.reached('live');
  await saveElsewhere(gateway, tourId, { name: 'Streamed' });
  await editor.at(4);
  expect(editor.statuses).toEqual(['polling', 'live']);
  expect(editor.events.slice(0, 3).map(({ kind, revision }) => [kind, revision])).toEqual([
    ['SNAPSHOT', 1],
    ['RESET', 2],
    ['RESET', 3],
  ]);
  expect(editor.events.at(-1)).toMatchObject({ kind: 'SAVED', revision: 4, previousRevision: 3 });
});

it('goes on in the feed where it was, without what it has polled meanwhile', async () => {
  const { middle, send } = withoutStreams(405);
  middle.isBlocking = false;
  const line = await startProxy(gateway.url);
  const editor = openEditor({ ...gateway, url: line.url }, tourId, { fetch: send });
  await editor.reached('live');
  middle.isBlocking = true;
  line.cut();
  await editor.reached('polling');
  for (const name of ['Two', 'Three']) {
    await saveElsewhere(gateway, tourId, { name });
    await vi.waitFor(() => expect(editor.watch.draft?.draft?.name).toBe(name));
  }
  middle.isBlocking = false;
  await editor.reached('live');
  await saveElsewhere(gateway, tourId, { name: 'Four' });
  await editor.at(4);
  expect(editor.events.map(({ kind, revision }) => [kind, revision])).toEqual([
    ['SNAPSHOT', 1],
    ['RESET', 2],
    ['RESET', 3],
    ['SAVED', 4],
  ]);
  editor.watch.close();
  await line.close();
});

it('asks only whether anything has changed, and is told so in as many words', async () => {
  const { middle, send } = withoutStreams(405);
  const editor = openEditor(gateway, tourId, { fetch: send });
  await vi.waitFor(() => expect(middle.polls.length).toBeGreaterThan(5));
  expect(middle.polls.slice(0, 6)).toEqual([200, 304, 304, 304, 304, 304]);
  expect(editor.events).toHaveLength(1);
});

it('polls after three streams in a row have failed in any other way', async () => {
  const { send } = withoutStreams(502);
  const editor = openEditor(gateway, tourId, { fetch: send });
  await editor.reached('polling');
  expect(editor.statuses).toEqual(['offline', 'connecting', 'offline', 'connecting', 'polling']);
});

it('is offline while polls fail too', async () => {
  const { send } = withoutStreams(405);
  const line = await startProxy(gateway.url);
  const editor = openEditor({ ...gateway, url: line.url }, tourId, { fetch: send });
  await editor.reached('polling');
  line.refuse();
  await editor.reached('offline');
  await saveElsewhere(gateway, tourId, { name: 'Meanwhile' });
  line.recover();
  await editor.reached('polling');
  await editor.at(2);
  editor.watch.close();
  await line.close();
});

it('ends when the tour is deleted while it polls', async () => {
  const { send } = withoutStreams(404);
  const editor = openEditor(gateway, tourId, { fetch: send });
  await editor.reached('polling');
  await gateway.rest('DELETE', `${gateway.projectId}/product_tours/${tourId}/`);
  await editor.reached('closed');
  expect(editor.watch.error).toMatchObject({ code: 'NOT_FOUND' });
});
