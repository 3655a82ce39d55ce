import { describe, expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { databaseNow } from '../../support/database-now.ts';
import { openEventStream } from '../../support/event-stream.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { mutate } from '../../support/mutate.ts';
import { addPerson, type Person } from '../../support/people.ts';

const it = gatewayTest();
let gateway: TestApp;
let other: Person;
let count = 0;
const run = (name: string, input: object, selection?: string) => mutate(gateway.graphql, name, input, selection);

it.beforeAll(async ({ gateway: started }) => {
  gateway = started;
  other = await addPerson(gateway);
});

const create = async (): Promise<string> =>
  (await run('createTour', { projectId: gateway.projectId, name: `Tour ${++count}`, content: { steps: [] } })).tour.uuid;

const LOST = `query ($id: UUID!, $first: Int, $after: String, $last: Int, $before: String) { tour(id: $id) {
  lostDrafts(first: $first, after: $after, last: $last, before: $before) {
    totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    nodes { revision cause endedAt endedBy { email } name content { steps { stepId } } raw }
  }
} }`;
const lostDrafts = async (id: string, page: object = {}) => (await gateway.graphql(LOST, { id, ...page })).tour.lostDrafts;
const revisions = ({ nodes }: { nodes: { revision: number }[] }) => nodes.map(({ revision }) => revision);

describe('the lost drafts of a tour', () => {
  it('are those that did not go live, newest first, each with how, when and by whom it ended', async () => {
    const tourId = await create();
    const started = await databaseNow(gateway.app.db);
    await run('saveTourDraft', { tourId, name: 'Discarded', content: { steps: [{ id: 'a' }] } });
    await run('discardTourDraft', { tourId });
    await run('saveTourDraft', { tourId, name: 'Overwritten' });
    await mutate(other.graphql, 'updateTour', { tourId, description: 'Direct' });
    await run('saveTourDraft', { tourId, name: 'Replaced', content: null });
    await run('restoreTourVersion', { tourId, number: 1 });
    await run('publishTourDraft', { tourId });
    const { nodes, totalCount, pageInfo } = await lostDrafts(tourId);
    expect(nodes).toMatchObject([
      { revision: 7, cause: 'REPLACED', name: 'Replaced', content: null, endedBy: { email: 'admin@example.com' } },
      { revision: 5, cause: 'OVERWRITTEN', name: 'Overwritten', content: { steps: [] }, endedBy: { email: other.email } },
      {
        revision: 3,
        cause: 'DISCARDED',
        name: 'Discarded',
        content: { steps: [{ stepId: 'a' }] },
        raw: { name: 'Discarded', description: '' },
      },
    ]);
    expect(totalCount).toBe(3);
    expect(pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: false });
    const ended = await databaseNow(gateway.app.db);
    for (const { endedAt } of nodes) expect(Date.parse(endedAt)).toBeLessThanOrEqual(ended);
    for (const { endedAt } of nodes) expect(Date.parse(endedAt)).toBeGreaterThanOrEqual(started);
  });

  it('can each be brought back by their revision', async () => {
    const tourId = await create();
    for (const name of ['One', 'Two', 'Three']) {
      await run('saveTourDraft', { tourId, name });
      await run('discardTourDraft', { tourId });
    }
    for (const { revision, name } of (await lostDrafts(tourId)).nodes) {
      expect(await run('restoreTourDraft', { tourId, revision }, 'tour { draft { name } }')).toMatchObject({ tour: { draft: { name } } });
    }
  });

  it('come in pages, forward and backward, and only with cursors of their own', async () => {
    const tourId = await create();
    for (let n = 1; n <= 5; n++) {
      await run('saveTourDraft', { tourId, name: `Draft ${n}` });
      await run('discardTourDraft', { tourId });
    }
    const all = [11, 9, 7, 5, 3];
    const first = await lostDrafts(tourId, { first: 2 });
    const rest = await lostDrafts(tourId, { first: 5, after: first.pageInfo.endCursor });
    expect([...revisions(first), ...revisions(rest)]).toEqual(all);
    expect([first.pageInfo.hasNextPage, rest.pageInfo.hasNextPage]).toEqual([true, false]);
    const last = await lostDrafts(tourId, { last: 2 });
    expect(revisions(last)).toEqual(all.slice(3));
    expect(revisions(await lostDrafts(tourId, { last: 2, before: last.pageInfo.startCursor }))).toEqual(all.slice(1, 3));
    for (const position of ['nonsense', Buffer.from('["x"]').toString('base64url'), Buffer.from('["99999999999"]').toString('base64url')]) {
      const { errors } = await gateway.graphql.send(LOST, { id: tourId, after: position });
      expect(errors?.[0]?.extensions?.code).toBe('VALIDATION_FAILED');
    }
  });

  it('leave out a draft that went away with its tour, since it comes back with it', async () => {
    const tourId = await create();
    await run('saveTourDraft', { tourId, name: 'Kept' });
    await run('deleteTour', { tourId }, 'tourId');
    await run('restoreDeletedTour', { tourId });
    expect(revisions(await lostDrafts(tourId))).toEqual([]);
    await run('discardTourDraft', { tourId });
    expect(revisions(await lostDrafts(tourId))).toEqual([5]);
  });

  it('are told of by the event that ends them', async () => {
    const tourId = await create();
    const query = `subscription { tourDraftChanged(tourId: "${tourId}") { kind revision lostDraft } }`;
    const { messages } = await openEventStream(gateway.url, gateway.key, { query });
    const next = async () => JSON.parse((await messages.next()).value.data).data.tourDraftChanged;
    expect(await next()).toEqual({ kind: 'SNAPSHOT', revision: 1, lostDraft: null });
    await run('updateTour', { tourId, description: 'No draft to lose' });
    expect(await next()).toEqual({ kind: 'UPDATED', revision: 2, lostDraft: null });
    await run('saveTourDraft', { tourId, name: 'Lost' });
    expect(await next()).toEqual({ kind: 'SAVED', revision: 3, lostDraft: null });
    await gateway.rest('PATCH', `${gateway.projectId}/product_tours/${tourId}/`, { description: 'Direct' });
    expect(await next()).toEqual({ kind: 'UPDATED', revision: 4, lostDraft: 'OVERWRITTEN' });
    await run('saveTourDraft', { tourId, name: 'Published' });
    await run('publishTourDraft', { tourId });
    await run('discardTourDraft', { tourId });
    expect([await next(), await next(), await next()].map(({ kind, lostDraft }) => [kind, lostDraft])).toEqual([
      ['SAVED', null],
      ['PUBLISHED', null],
      ['DISCARDED', null],
    ]);
    await messages.return(undefined);
  });
});
