import { afterEach, expect, vi } from 'vitest';
import { type DraftEvent, type DraftWatch, type DraftWatchOptions, type Status, watchDraft } from '../../../src/client/client.ts';
import type { TestApp } from '../../support/app.ts';
import { CREATE_TOUR, SAVE_DRAFT } from '../../support/documents.ts';
import { createInput, SAMPLE_TOURS } from '../../support/tours.ts';

/** A watch that remembers all it was told. */
export interface Editor {
  watch: DraftWatch;
  events: DraftEvent[];
  statuses: Status[];
  /** Waits until the watch has reached a status. */
  reached(status: Status): Promise<void>;
  /** Waits until the state has come to a revision. */
  at(revision: number): Promise<void>;
}

/** So that a test need not wait as long as people do. */
const FAST = { retryMin: 5, retryMax: 50, pollInterval: 20 };

const WAIT = { timeout: 10_000, interval: 5 };
const watches: DraftWatch[] = [];

afterEach(() => {
  for (const watch of watches.splice(0)) watch.close();
});

export function openEditor({ url, key }: Pick<TestApp, 'url' | 'key'>, tourId: string, options: Partial<DraftWatchOptions> = {}): Editor {
  const events: DraftEvent[] = [];
  const statuses: Status[] = [];
  const watch = watchDraft({
    url,
    key,
    tourId,
    onEvent: (event) => events.push(event),
    onStatus: (status) => statuses.push(status),
    ...options,
    timing: { ...FAST, ...options.timing },
  });
  watches.push(watch);
  return {
    watch,
    events,
    statuses,
    reached: (status) => vi.waitFor(() => expect(watch.status).toBe(status), WAIT),
    at: (revision) => vi.waitFor(() => expect(watch.draft?.revision).toBeGreaterThanOrEqual(revision), WAIT),
  };
}

export async function createTour({ graphql, projectId }: Pick<TestApp, 'graphql' | 'projectId'>): Promise<string> {
  const [sample] = SAMPLE_TOURS;
  if (!sample) throw new Error('There are no sample tours.');
  const { createTour } = await graphql(CREATE_TOUR, { input: { ...createInput(projectId, sample), name: `Tour ${Math.random()}` } });
  return createTour.tour.uuid;
}

/** Somebody else saves. @returns the revision */
export async function saveElsewhere({ graphql }: Pick<TestApp, 'graphql'>, tourId: string, patch: object): Promise<number> {
  const { saveTourDraft } = await graphql(SAVE_DRAFT, { input: { tourId, ...patch } });
  expect(saveTourDraft.__typename).toBe('SaveTourDraftSuccess');
  return saveTourDraft.revision;
}

/** The draft as the gateway has it. */
export async function readDraft({ graphql }: Pick<TestApp, 'graphql'>, tourId: string) {
  const { tour } = await graphql('query ($id: UUID!) { tour(id: $id) { revision hasDraft draft { raw } } }', { id: tourId });
  return { revision: tour.revision, hasDraft: tour.hasDraft, draft: tour.draft?.raw ?? null };
}
