import { describe, expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { mutate } from '../../support/mutate.ts';
import { addPerson } from '../../support/people.ts';

const it = gatewayTest();
let gateway: TestApp;
const run = (name: string, input: object) => mutate(gateway.graphql, name, input);
const create = async (name: string, input: object = {}): Promise<string> =>
  (await run('createTour', { projectId: gateway.projectId, name, ...input })).tour.uuid;

const VERSIONS = `query ($id: UUID!, $first: Int, $after: String, $last: Int, $before: String) { tour(id: $id) {
  versions(first: $first, after: $after, last: $last, before: $before) {
    totalCount edges { cursor } pageInfo { hasNextPage hasPreviousPage endCursor startCursor }
    nodes { number name description publishedAt publishedByName publishedBy { email } content { raw } diff { op path value } }
  }
} }`;
const ACTIVITY = `query ($id: UUID!, $first: Int, $after: String) { tour(id: $id) {
  activity(first: $first, after: $after) { totalCount nodes { activity actor { email } changes { field action before after } } pageInfo { hasNextPage endCursor } }
} }`;

it.beforeAll(({ gateway: started }) => {
  gateway = started;
});

const versions = async (id: string, page: object = {}) => (await gateway.graphql(VERSIONS, { id, ...page })).tour.versions;
const activity = async (id: string, page: object = {}) => (await gateway.graphql(ACTIVITY, { id, ...page })).tour.activity;

describe('the versions of a tour', () => {
  it('are one for the creation, each publish and each direct change of what is live, without gaps', async () => {
    const tourId = await create('First', { content: { steps: [{ id: 'a', type: 'modal' }] } });
    await run('updateTour', { tourId, name: 'Second' });
    await run('saveTourDraft', { tourId, name: 'Third' });
    await run('publishTourDraft', { tourId });
    await run('launchTour', { tourId });
    await run('updateTour', { tourId, endDate: '2999-01-01T00:00:00Z' });
    await run('updateTour', { tourId, name: 'Third' });
    const { nodes, totalCount } = await versions(tourId);
    expect(totalCount).toBe(3);
    expect(nodes.map(({ number, name }: { number: number; name: string }) => [number, name])).toEqual([
      [3, 'Third'],
      [2, 'Second'],
      [1, 'First'],
    ]);
    expect(nodes[0]).toMatchObject({
      publishedBy: { email: 'admin@example.com' },
      publishedByName: 'Admin',
      content: { raw: { steps: [{ id: 'a' }] } },
      diff: [{ op: 'replace', path: '/name', value: 'Third' }],
    });
    expect(nodes[2].diff).toEqual([]);
  });

  it('never change, and can be compared with any other', async () => {
    const tourId = await create('Compared', { description: 'one' });
    for (const description of ['two', 'three']) await run('updateTour', { tourId, description });
    const before = await versions(tourId);
    await run('restoreTourVersion', { tourId, number: 1 });
    await run('publishTourDraft', { tourId });
    const after = await versions(tourId);
    expect(after.nodes.slice(1)).toEqual(before.nodes);
    expect(after.nodes[0]).toMatchObject({ number: 4, description: 'one' });
    const compare = `query ($id: UUID!, $against: Int) { tour(id: $id) { versions(first: 1) { nodes { diff(against: $against) { path value } } } } }`;
    const against = async (number: number | null) => await gateway.graphql.send(compare, { id: tourId, against: number });
    expect((await against(1)).data.tour.versions.nodes[0].diff).toEqual([]);
    expect((await against(2)).data.tour.versions.nodes[0].diff).toEqual([{ path: '/description', value: 'one' }]);
    expect((await against(9)).data).toEqual({ tour: { versions: { nodes: [{ diff: null }] } } });
    expect((await against(9)).errors?.[0]).toMatchObject({
      message: expect.stringContaining('no version 9'),
      extensions: { code: 'VALIDATION_FAILED' },
    });
  });

  it('keep the name of whoever published them when the user is gone', async () => {
    const person = await addPerson(gateway);
    const { tour } = await mutate(person.graphql, 'createTour', { projectId: gateway.projectId, name: 'Orphan' });
    await gateway.app.db.sql.query('DELETE FROM users WHERE id = $1', [person.userId]);
    const { nodes } = await versions(tour.uuid);
    expect(nodes).toMatchObject([{ publishedBy: null, publishedByName: expect.stringContaining('Person') }]);
    expect((await activity(tour.uuid)).nodes).toEqual([{ activity: 'created', actor: null, changes: [] }]);
  });

  it('can be paged, forward and backward, each exactly once', async () => {
    const tourId = await create('Paged');
    for (let n = 2; n <= 12; n++) await run('updateTour', { tourId, description: `${n}` });
    const numbers = ({ nodes }: { nodes: { number: number }[] }) => nodes.map(({ number }) => number);
    const all = Array.from({ length: 12 }, (_, n) => 12 - n);
    const forward: number[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const page = await versions(tourId, { first: 5, after });
      expect(page.totalCount).toBe(12);
      forward.push(...numbers(page));
      [after, more] = [page.pageInfo.endCursor, page.pageInfo.hasNextPage];
    }
    expect(forward).toEqual(all);
    const backward: number[] = [];
    for (let before: string | null = null, more = true; more; ) {
      const page = await versions(tourId, { last: 5, before });
      backward.unshift(...numbers(page));
      [before, more] = [page.pageInfo.startCursor, page.pageInfo.hasPreviousPage];
    }
    expect(backward).toEqual(all);
  });
});

describe('the activity of a tour', () => {
  it('says who changed which field from what to what, newest first, in pages', async () => {
    const person = await addPerson(gateway);
    const tourId = await create('Watched');
    await mutate(person.graphql, 'updateTour', { tourId, description: 'Described' });
    await mutate(person.graphql, 'updateTour', { tourId, description: '' });
    await run('launchTour', { tourId, at: '2026-01-01T00:00:00Z' });
    await run('updateTour', { tourId, autoLaunch: true });
    const { nodes, totalCount } = await activity(tourId);
    expect(totalCount).toBe(5);
    const [switched, launched, cleared, described, created] = nodes;
    expect(switched.changes.map(({ field, action }: { field: string; action: string }) => [field, action])).toEqual([
      ['internal_targeting_flag', 'created'],
      ['auto_launch', 'changed'],
    ]);
    expect(launched).toMatchObject({
      actor: { email: 'admin@example.com' },
      changes: [{ field: 'start_date', action: 'created', before: null }],
    });
    expect(cleared.changes).toEqual([{ field: 'description', action: 'deleted', before: 'Described', after: '' }]);
    expect(described).toMatchObject({
      activity: 'updated',
      actor: { email: person.email },
      changes: [{ action: 'created', after: 'Described' }],
    });
    expect(created).toMatchObject({ activity: 'created', changes: [] });
    const first = await activity(tourId, { first: 2 });
    const second = await activity(tourId, { first: 3, after: first.pageInfo.endCursor });
    expect([...first.nodes, ...second.nodes]).toEqual(nodes);
  });

  it('stays in the project’s log when the tour is gone', async () => {
    const tourId = await create('Gone');
    await mutate(gateway.graphql, 'deleteTour', { tourId }, 'tourId');
    const { activityLog } = await gateway.graphql(
      `query ($projectId: Int!, $itemId: String) {
        activityLog(projectId: $projectId, scope: "ProductTour", itemId: $itemId) { totalCount nodes { activity name itemId } }
      }`,
      { projectId: gateway.projectId, itemId: tourId },
    );
    expect(activityLog).toEqual({
      totalCount: 2,
      nodes: [
        { activity: 'deleted', name: 'Gone', itemId: tourId },
        { activity: 'created', name: 'Gone', itemId: tourId },
      ],
    });
  });
});
