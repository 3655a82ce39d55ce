import { expect, vi } from 'vitest';
import { watchDraft } from '../../../src/client/client.ts';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { createTour, saveElsewhere } from './editor.ts';

const it = gatewayTest();
let gateway: TestApp;

it.beforeAll(({ gateway: started }) => {
  gateway = started;
});

/** The example of the README, but for the import. */
function openEditor({ url, key, tourId, render, notify }: Editor) {
  const watch = watchDraft({
    url,
    key,
    tourId,
    onDraft: ({ working, pending }) => render(working, pending.length > 0 ? 'Saving …' : 'Saved'),
    onEvent: ({ isEcho, kind, actor }) => !isEcho && actor && notify(`${actor.firstName}: ${kind}`),
    onStatus: (status, error) => notify(error ? `${status}: ${error.message}` : status),
  });

  async function rename(name: string) {
    const seen = watch.draft?.revision;
    const result = await watch.save({ name }, seen === undefined ? {} : { expectedRevision: seen });
    if (result.type === 'conflict') notify(`${result.changedBy?.firstName} has just changed ${result.conflictingPaths.join(', ')}`);
  }

  return { rename, close: watch.close };
}

interface Editor {
  url: string;
  key: string;
  tourId: string;
  render: (draft: { name?: string | null }, note: string) => void;
  notify: (text: string) => void;
}

it('shows, saves, and tells of others', async () => {
  const tourId = await createTour(gateway);
  const [rendered, notes]: [[unknown, string][], string[]] = [[], []];
  const editor = openEditor({
    ...gateway,
    tourId,
    render: ({ name }, note) => rendered.push([name, note]),
    notify: (text) => notes.push(text),
  });
  await vi.waitFor(() => expect(notes).toEqual(['live']));
  await editor.rename('Renamed');
  await vi.waitFor(() => expect(rendered.at(-1)).toEqual(['Renamed', 'Saved']));
  expect(rendered).toContainEqual(['Renamed', 'Saving …']);
  await saveElsewhere(gateway, tourId, { name: 'By another' });
  await vi.waitFor(() => expect(rendered.at(-1)).toEqual(['By another', 'Saved']));
  expect(notes.at(-1)).toMatch(/^\S+: SAVED$/);
  editor.close();
  expect(notes.at(-1)).toBe('closed');
});
