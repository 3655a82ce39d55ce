import { afterEach, beforeEach, expect, vi } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { type Line, startProxy } from '../../support/proxy.ts';
import { createTour, type Editor, openEditor, readDraft, saveElsewhere } from './editor.ts';

/** Whoever has to resume never falls back to polling here, which would skip single events. */
const STREAM_ONLY = { streamAttempts: Number.POSITIVE_INFINITY, stableAfter: 0 };

const it = gatewayTest();
let gateway: TestApp;
let line: Line;
let tourId: string;

it.beforeAll(({ gateway: started }) => {
  gateway = started;
});
beforeEach(async () => {
  tourId = await createTour(gateway);
  line = await startProxy(gateway.url);
});
afterEach(() => line?.close());

function openFar(options: Parameters<typeof openEditor>[2] = {}): Editor {
  return openEditor({ url: line.url, key: gateway.key }, tourId, { ...options, timing: { ...STREAM_ONLY, ...options.timing } });
}

/** Each event goes on where the one before ended: nothing is missing and nothing came twice. */
function expectUnbroken({ events }: Editor, last: number): void {
  for (const [n, { previousRevision }] of events.entries()) if (n > 0) expect(previousRevision).toBe(events[n - 1]?.revision);
  expect(events.at(-1)?.revision).toBe(last);
}

it('loses nothing and gets nothing twice over twenty cuts while another saves two hundred times', async () => {
  const editor = openFar();
  await editor.reached('live');
  const cutAfter = new Set(Array.from({ length: 20 }, (_, n) => n * 10 + Math.floor(Math.random() * 10)));
  let cut = 0;
  for (let n = 0; n < 200; n++) {
    await saveElsewhere(gateway, tourId, { name: `Name ${n}`, content: { steps: [{ id: 'a', text: `${n}` }] } });
    if (!cutAfter.has(n)) continue;
    await vi.waitFor(() => expect(line.open).toBeGreaterThan(0), { interval: 1 });
    cut += line.cut();
    if (n % 3 === 0) await editor.reached('live');
  }
  await editor.at(201);
  await vi.waitFor(() => expect(editor.events.at(-1)?.revision).toBe(201));
  expectUnbroken(editor, 201);
  expect(editor.events.length).toBeGreaterThan(100);
  expect(editor.events.map(({ kind }) => kind).slice(1)).not.toContain('SNAPSHOT');
  expect(editor.watch.draft).toMatchObject(await readDraft(gateway, tourId));
  expect(cutAfter.size).toBe(20);
  expect(cut).toBeGreaterThanOrEqual(20);
});

it('knows its own saves, and keeps what was typed, across cuts', async () => {
  const editor = openFar();
  await editor.reached('live');
  const saved: number[] = [];
  const revisionOf = async () => (await readDraft(gateway, tourId)).revision;

  /** Goes on once the editor has noticed that the line broke, and the line is there again. */
  async function reconnect(): Promise<void> {
    line.refuse();
    await editor.reached('offline');
    line.recover();
    await editor.reached('live');
  }
  /** The line breaks before the save arrives. */
  async function loseSave(patch: object): Promise<void> {
    line.refuse();
    await expect(editor.watch.save(patch)).rejects.toMatchObject({ code: 'NETWORK' });
    await reconnect();
  }
  /** The line breaks after the gateway has saved, before the answer arrives. */
  async function loseAnswer(patch: object): Promise<void> {
    const before = await revisionOf();
    line.mute();
    const lost = expect(editor.watch.save(patch)).rejects.toMatchObject({ code: 'NETWORK' });
    await expect.poll(revisionOf, { timeout: 10_000 }).toBe(before + 1);
    line.refuse();
    await lost;
    await reconnect();
    saved.push(before + 1);
  }

  for (let n = 0; n < 30; n++) {
    const patch = { name: `Typed ${n}` };
    if (n % 8 === 1) await loseSave(patch);
    else if (n % 8 === 5) await loseAnswer(patch);
    else {
      const result = await editor.watch.save(patch);
      expect(result).toMatchObject({ type: 'saved' });
      saved.push(await revisionOf());
    }
  }
  expect(await editor.watch.save({ name: 'The last' })).toMatchObject({ type: 'saved' });
  const { revision } = await readDraft(gateway, tourId);
  await vi.waitFor(() => expect(editor.events.at(-1)?.revision).toBe(revision));
  expect(editor.watch.draft).toMatchObject({ pending: [], working: { name: 'The last' } });
  const echoes = editor.events.filter(({ isEcho }) => isEcho).map((event) => event.revision);
  expect(echoes).toEqual(expect.arrayContaining(saved));
  expect(saved).toHaveLength(26);
});

it('reads the tour again when its place in the feed is gone', async () => {
  await saveElsewhere(gateway, tourId, { name: 'Before' });
  const editor = openFar();
  await editor.reached('live');
  line.refuse();
  await editor.reached('offline');
  for (let n = 0; n < 5; n++) await saveElsewhere(gateway, tourId, { name: `Unseen ${n}` });
  const { sql } = gateway.app.db;
  await sql.query('DELETE FROM draft_events WHERE project_id = $1', [gateway.projectId]);
  await sql.query('UPDATE draft_feeds SET pruned_through = last_sequence WHERE project_id = $1', [gateway.projectId]);
  line.recover();
  await editor.at(7);
  expect(editor.watch.draft).toMatchObject({ draft: { name: 'Unseen 4' } });
  await saveElsewhere(gateway, tourId, { name: 'Seen' });
  await editor.at(8);
  expect(editor.events.map(({ kind, revision }) => [kind, revision])).toEqual([
    ['SNAPSHOT', 2],
    ['RESET', 7],
    ['SAVED', 8],
  ]);
});

it('leaves a line on which nothing moves any more', async () => {
  const editor = openFar({ timing: { silence: 200, answerWithin: 200 } });
  await editor.reached('live');
  line.stall();
  await saveElsewhere(gateway, tourId, { name: 'Unheard' });
  await editor.reached('offline');
  line.recover();
  await editor.at(2);
  expectUnbroken(editor, 2);
});

it('waits for the gateway when it is not there at the beginning', async () => {
  line.refuse();
  const editor = openFar();
  await vi.waitFor(() => expect(editor.statuses.length).toBeGreaterThan(6));
  expect(new Set(editor.statuses)).toEqual(new Set(['offline', 'connecting']));
  line.recover();
  await editor.reached('live');
  expect(editor.watch.draft).toMatchObject({ revision: 1 });
});

it('tries at once when the browser says that it is online again', async () => {
  const page = new EventTarget();
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
  line.refuse();
  vi.spyOn(Math, 'random').mockReturnValue(1);
  const editor = openFar({ timing: { retryMin: 3_600_000, retryMax: 3_600_000 } });
  await editor.reached('offline');
  line.recover();
  page.dispatchEvent(new Event('online'));
  await editor.reached('live');
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});
