import { beforeEach, expect, vi } from 'vitest';
import type { DraftState } from '../../../src/client/client.ts';
import type { TestApp } from '../../support/app.ts';
import { PUBLISH_DRAFT, UPDATE_TOUR } from '../../support/documents.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { mutate } from '../../support/mutate.ts';
import { createTour, openEditor, readDraft, saveElsewhere } from './editor.ts';

const it = gatewayTest();
let gateway: TestApp;
let tourId: string;

it.beforeAll(({ gateway: started }) => {
  gateway = started;
});
beforeEach(async () => {
  tourId = await createTour(gateway);
});

/** An editor whose requests are counted. */
function openCounted() {
  let requests = 0;
  const counting: typeof fetch = (...request) => {
    requests += 1;
    return fetch(...request);
  };
  return { editor: openEditor(gateway, tourId, { fetch: counting }), requests: () => requests };
}

it('begins with the state of the tour, without a draft or with one', async () => {
  const first = openEditor(gateway, tourId);
  expect(first.watch).toMatchObject({ status: 'connecting', draft: null });
  await first.reached('live');
  expect(first.watch.draft).toMatchObject({ revision: 1, hasDraft: false, draft: null, pending: [] });
  expect(first.watch.draft?.working).toEqual(first.watch.draft?.live);
  await saveElsewhere(gateway, tourId, { name: 'Begun' });
  const second = openEditor(gateway, tourId);
  await second.reached('live');
  expect(second.watch.draft).toMatchObject({ revision: 2, hasDraft: true, draft: { name: 'Begun' }, working: { name: 'Begun' } });
  expect(second.events).toMatchObject([{ kind: 'SNAPSHOT', revision: 2 }]);
});

it('follows others’ saves by their patches, without reading the tour again', async () => {
  await saveElsewhere(gateway, tourId, { name: 'Zero' });
  const { editor, requests } = openCounted();
  await editor.reached('live');
  const before = requests();
  for (let n = 3; n <= 12; n++) await saveElsewhere(gateway, tourId, { name: `Name ${n}`, description: n % 2 ? 'odd' : 'even' });
  await editor.at(12);
  expect(editor.watch.draft).toMatchObject(await readDraft(gateway, tourId));
  expect(editor.events.map(({ revision }) => revision)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  expect(requests()).toBe(before);
});

it('goes on with the draft as it is when a publish of it is scheduled, and called off', async () => {
  await saveElsewhere(gateway, tourId, { name: 'Zero' });
  const { editor, requests } = openCounted();
  await editor.reached('live');
  const before = requests();
  const publishAt = new Date(Date.now() + 3_600_000).toISOString();
  await mutate(gateway.graphql, 'scheduleTourDraft', { tourId, publishAt });
  await mutate(gateway.graphql, 'unscheduleTourDraft', { tourId });
  await editor.at(4);
  expect(editor.events.slice(1)).toMatchObject([
    { kind: 'SAVED', revision: 3, patch: [], isEcho: false },
    { kind: 'SAVED', revision: 4, patch: [] },
  ]);
  expect(editor.watch.draft).toMatchObject({ hasDraft: true, draft: { name: 'Zero' } });
  expect(requests()).toBe(before);
});

it('follows the draft’s beginning, its publication and direct changes of the live tour', async () => {
  const editor = openEditor(gateway, tourId);
  await editor.reached('live');
  await saveElsewhere(gateway, tourId, { name: 'Better' });
  await editor.at(2);
  expect(editor.watch.draft).toMatchObject({ hasDraft: true, draft: { name: 'Better' } });
  await gateway.graphql(PUBLISH_DRAFT, { input: { tourId } });
  await editor.at(3);
  expect(editor.watch.draft).toMatchObject({ hasDraft: false, draft: null, live: { name: 'Better' }, working: { name: 'Better' } });
  await gateway.graphql(UPDATE_TOUR, { input: { tourId, description: 'Straight' } });
  await editor.at(4);
  expect(editor.watch.draft?.working).toMatchObject({ name: 'Better', description: 'Straight' });
  expect(editor.events.map(({ kind }) => kind)).toEqual(['SNAPSHOT', 'SAVED', 'PUBLISHED', 'UPDATED']);
});

it('knows its own saves from those of others', async () => {
  const [one, two] = [openEditor(gateway, tourId), openEditor(gateway, tourId)];
  await Promise.all([one.reached('live'), two.reached('live')]);
  expect(await one.watch.save({ name: 'Mine' })).toEqual({ type: 'saved', revision: 2, rebased: false });
  await Promise.all([one.at(2), two.at(2)]);
  expect(await two.watch.save({ description: 'Yours' })).toMatchObject({ type: 'saved', revision: 3 });
  await Promise.all([one.at(3), two.at(3)]);
  expect(one.events.map(({ isEcho }) => isEcho)).toEqual([false, true, false]);
  expect(two.events.map(({ isEcho }) => isEcho)).toEqual([false, false, true]);
});

it('knows its own saves again after a reload', async () => {
  const before = openEditor(gateway, tourId, { clientId: 'editor-7' });
  await before.reached('live');
  const after = openEditor(gateway, tourId, { clientId: 'editor-7' });
  await after.reached('live');
  await before.watch.save({ name: 'Typed before' });
  await after.at(2);
  expect(after.events.at(-1)).toMatchObject({ kind: 'SAVED', isEcho: true });
});

it('shows what was typed at once, and never goes back behind it', async () => {
  const states: DraftState[] = [];
  const editor = openEditor(gateway, tourId, { onDraft: (state) => states.push(state) });
  await editor.reached('live');
  const since = states.length;
  const saves = ['T', 'Ti', 'Tit', 'Titl', 'Title'].map((name) => editor.watch.save({ name }));
  expect(editor.watch.draft).toMatchObject({ revision: 1, working: { name: 'Title' } });
  expect(editor.watch.draft?.pending).toHaveLength(5);
  await saveElsewhere(gateway, tourId, { description: 'By another' });
  expect((await Promise.all(saves)).map(({ type }) => type)).toEqual(Array(5).fill('saved'));
  await editor.at(7);
  await vi.waitFor(() => expect(editor.watch.draft?.pending).toEqual([]));
  expect(editor.watch.draft?.draft).toMatchObject({ name: 'Title', description: 'By another' });
  const shown = states.slice(since).map(({ working }) => working.name);
  expect(shown.slice(shown.indexOf('Title')).filter((name) => name !== 'Title')).toEqual([]);
  expect(shown.length).toBeGreaterThan(10);
});

it('sends a save as it was asked for, whatever becomes of the objects afterwards', async () => {
  const editor = openEditor(gateway, tourId);
  await editor.reached('live');
  const content = { steps: [], note: 'first' };
  const saves = [editor.watch.save({ name: 'Before' }), editor.watch.save({ content })];
  content.note = 'second';
  await Promise.all(saves);
  expect((await readDraft(gateway, tourId)).draft).toMatchObject({ name: 'Before', content: { note: 'first' } });
});

it('tells a conflict from a save, and takes back what was refused', async () => {
  const editor = openEditor(gateway, tourId);
  await editor.reached('live');
  await saveElsewhere(gateway, tourId, { name: 'Theirs' });
  expect(await editor.watch.save({ description: 'Apart' }, { expectedRevision: 1 })).toMatchObject({ type: 'saved', rebased: true });
  const conflict = await editor.watch.save({ name: 'Mine' }, { expectedRevision: 1 });
  expect(conflict).toMatchObject({ type: 'conflict', expectedRevision: 1, currentRevision: 3, conflictingPaths: ['/name'] });
  expect(conflict).toMatchObject({ changedBy: { email: expect.stringContaining('@') } });
  await editor.at(3);
  expect(editor.watch.draft).toMatchObject({ pending: [], working: { name: 'Theirs', description: 'Apart' } });
});

it('says why a save was refused', async () => {
  const editor = openEditor(gateway, tourId);
  await editor.reached('live');
  const refused = editor.watch.save({ content: 'text' as never });
  await expect(refused).rejects.toMatchObject({ code: 'VALIDATION_FAILED', fields: [{ path: 'content' }] });
  expect(editor.watch.draft?.pending).toEqual([]);
  expect(await editor.watch.save({ name: 'After it' })).toMatchObject({ type: 'saved' });
});

it('gives each loop the events from then on', async () => {
  const { watch, reached } = openEditor(gateway, tourId);
  const kinds: string[] = [];
  const reading = (async () => {
    for await (const { kind, revision } of watch) {
      kinds.push(kind);
      if (revision === 3) break;
    }
  })();
  await reached('live');
  await watch.save({ name: 'Two' });
  const late = watch[Symbol.asyncIterator]();
  const next = late.next();
  await watch.save({ name: 'Three' });
  await reading;
  expect(kinds).toEqual(['SNAPSHOT', 'SAVED', 'SAVED']);
  expect((await next).value).toMatchObject({ kind: 'SAVED', isEcho: true });
  expect(watch.status).toBe('live');
});
