import { afterAll, describe, expect } from 'vitest';
import type { TestApp } from '../support/app.ts';
import { CREATE_TOUR, TOUR_CHANGED } from '../support/documents.ts';
import { gatewayTest } from '../support/gateway-test.ts';
import { addPerson, type Person } from '../support/people.ts';
import { type Subscription, subscribe } from '../support/socket.ts';
import { createInput, SAMPLE_TOURS } from '../support/tours.ts';

interface DraftEvent {
  kind: string;
  revision: number;
  previousRevision: number | null;
  hasDraft: boolean;
  actor: { email: string } | null;
  tour: { name: string; draft: { raw: Record<string, unknown> } | null } | null;
}

const it = gatewayTest();

describe('one tour’s whole life', () => {
  let gateway: TestApp;
  let author: Person;
  let editor: Person;
  let tourId: string;
  let events: Subscription<DraftEvent>;
  const sample = SAMPLE_TOURS[0];
  if (!sample) throw new Error('There are no sample tours.');

  it.beforeAll(async ({ gateway: started }) => {
    gateway = started;
    author = await addPerson(gateway);
    editor = await addPerson(gateway, { scopes: ['product_tour:write'] });
  });
  afterAll(async () => {
    await events?.close();
  });

  it('is created with GraphQL', async () => {
    const { createTour } = await author.graphql(CREATE_TOUR, { input: createInput(gateway.projectId, sample) });
    expect(createTour).toMatchObject({ __typename: 'CreateTourSuccess', tour: { name: sample.name, revision: 1, status: 'DRAFT' } });
    expect(createTour.tour.content.raw).toEqual(sample.content);
    tourId = createTour.tour.uuid;
  });

  it('is watched by its author', async () => {
    events = subscribe<DraftEvent>(gateway.url, author.key, TOUR_CHANGED, { tourId });
    expect(await events.next()).toMatchObject({ kind: 'SNAPSHOT', revision: 1, hasDraft: false, tour: { name: sample.name, draft: null } });
  });

  it('is drafted over REST by a second person, whose every change arrives', async () => {
    for (const [n, name] of ['First', 'Second', 'Third'].entries()) {
      const saved = await editor.rest('PATCH', `${gateway.projectId}/product_tours/${tourId}/draft/`, { name });
      expect(saved.status).toBe(200);
      expect(saved.body).toMatchObject({ id: tourId, name: sample.name, has_draft: true, draft_content: { name } });
      expect(await events.next()).toMatchObject({
        kind: 'SAVED',
        revision: n + 2,
        previousRevision: n + 1,
        hasDraft: true,
        actor: { email: editor.email },
        tour: { name: sample.name, draft: { raw: { name } } },
      });
    }
  });

  it('is published', async () => {
    const published = await editor.rest('POST', `${gateway.projectId}/product_tours/${tourId}/publish_draft/`);
    expect(published).toMatchObject({
      status: 200,
      body: { name: 'Third', has_draft: false, draft_content: null, content: sample.content },
    });
    expect(await events.next()).toMatchObject({
      kind: 'PUBLISHED',
      revision: 5,
      previousRevision: 4,
      hasDraft: false,
      tour: { name: 'Third' },
    });
  });

  it('is listed and found by search', async () => {
    const listed = await author.rest('GET', `${gateway.projectId}/product_tours/`);
    expect(listed.body).toMatchObject({ count: 1, next: null, previous: null, results: [{ id: tourId, name: 'Third' }] });
    const found = await author.graphql(
      `query ($projectId: Int!) { tours(projectId: $projectId, search: "thirdd") { totalCount nodes { uuid } } }`,
      {
        projectId: gateway.projectId,
      },
    );
    expect(found.tours).toEqual({ totalCount: 1, nodes: [{ uuid: tourId }] });
  });

  it('keeps its history', async () => {
    const { tour } = await author.graphql(
      `query ($id: UUID!) { tour(id: $id) {
        versions { totalCount nodes { number name publishedByName } } activity { nodes { activity actor { email } changes { field before after } } }
      } }`,
      { id: tourId },
    );
    expect(tour.versions.nodes).toEqual([
      { number: 2, name: 'Third', publishedByName: expect.stringContaining('Person') },
      { number: 1, name: sample.name, publishedByName: expect.stringContaining('Person') },
    ]);
    expect(tour.activity.nodes).toEqual([
      { activity: 'updated', actor: { email: editor.email }, changes: [{ field: 'name', before: sample.name, after: 'Third' }] },
      { activity: 'created', actor: { email: author.email }, changes: [] },
    ]);
  });

  it('is deleted, which ends the subscription', async () => {
    const deleted = await editor.rest('DELETE', `${gateway.projectId}/product_tours/${tourId}/`);
    expect(deleted).toMatchObject({ status: 204, text: '' });
    expect(await events.next()).toMatchObject({ kind: 'DELETED', revision: 6, tour: null });
    await expect(events.next()).rejects.toThrow('has ended');
    const { tour } = await author.graphql(`query ($id: UUID!) { tour(id: $id) { uuid } }`, { id: tourId });
    expect(tour).toBeNull();
  });
});
