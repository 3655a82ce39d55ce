import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AnalyticsEvent } from '../../../src/domain/analytics.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { addPerson, type Person } from '../../support/people.ts';

const events: AnalyticsEvent[] = [];
let gateway: TestApp;
let tours: string;
let author: Person;
let distinctId: string;

beforeAll(async () => {
  gateway = await startTestApp(
    {},
    {
      capture: (event) => events.push(event),
      contentWriter: async function* ({ steps }) {
        for (const { index } of steps) yield { index, title: 'A title', description: 'A text' };
      },
    },
  );
  tours = `${gateway.projectId}/product_tours/`;
  author = await addPerson(gateway);
  distinctId = (await author.graphql('{ viewer { user { distinctId } } }')).viewer.user.distinctId;
});
afterAll(() => gateway.stop());

/** The events since this was last asked: each its name, less the common beginning, and its properties. */
function taken(): [string, AnalyticsEvent['properties']][] {
  return events.splice(0).map((event) => {
    expect(event).toMatchObject({ distinctId, projectId: gateway.projectId });
    return [event.event.replace('product tour ', ''), event.properties];
  });
}

async function createTour(fields: object): Promise<string> {
  const created = await author.rest('POST', tours, fields);
  expect(created.status).toBe(201);
  return created.body.id;
}

describe('over REST, the acting user is said', () => {
  it('to have created, updated, launched, stopped and deleted a tour', async () => {
    const id = await createTour({ name: 'Measured', auto_launch: true, creation_context: 'toolbar' });
    expect(taken()).toEqual([
      ['created', expect.objectContaining({ tour_id: id, tour_name: 'Measured', has_targeting: true, creation_context: 'toolbar' })],
    ]);
    await author.rest('PATCH', `${tours}${id}/`, { start_date: '2024-01-01T00:00:00Z', creation_context: 'toolbar' });
    const changed = expect.objectContaining({ creation_context: 'toolbar', updated_by_creator: true });
    expect(taken()).toEqual([
      ['updated', changed],
      ['launched', changed],
    ]);
    await author.rest('PATCH', `${tours}${id}/`, { end_date: '2024-01-02T00:00:00Z' });
    expect(taken()).toMatchObject([
      ['updated', { creation_context: 'app' }],
      ['stopped', { creation_context: 'app' }],
    ]);
    await author.rest('DELETE', `${tours}${id}/`);
    expect(taken()).toMatchObject([['deleted', { tour_id: id }]]);
  });

  it('to have updated a tour by publishing its draft, whatever the context', async () => {
    const id = await createTour({ name: 'Published' });
    taken();
    await author.rest('PATCH', `${tours}${id}/draft/`, { name: 'Drafted' });
    expect(taken()).toEqual([]);
    await author.rest('POST', `${tours}${id}/publish_draft/`, { creation_context: 'toolbar' });
    expect(taken()).toMatchObject([['updated', { tour_name: 'Drafted', creation_context: 'app' }]]);
  });

  it('to have had texts generated', async () => {
    await gateway.app.db.prisma.project.update({ where: { id: gateway.projectId }, data: { aiDataProcessingApproved: true } });
    const id = await createTour({ name: 'Generated' });
    taken();
    const generated = await author.rest('POST', `${tours}${id}/generate/`, { steps: [{ id: 'a', type: 'modal' }] });
    expect(generated.body).toEqual({ steps: [{ step_id: 'a', title: 'A title', description: 'A text' }] });
    expect(taken()).toMatchObject([['ai generated', { tour_id: id, tour_name: 'Generated' }]]);
  });

  it('nothing, when the write was refused', async () => {
    const id = await createTour({ name: 'Refused' });
    taken();
    const refused = [
      await author.rest('POST', tours, { name: 'Refused' }),
      await author.rest('PATCH', `${tours}${id}/`, { linked_flag_id: 999_999 }),
      await author.rest('POST', `${tours}${id}/publish_draft/`),
      await author.rest('POST', `${tours}${id}/generate/`, { steps: [] }),
    ];
    expect(refused.map(({ status }) => status)).toEqual([400, 400, 400, 400]);
    expect(taken()).toEqual([]);
  });
});

describe('over GraphQL, the acting user is said', () => {
  it('to have created a tour once, however often the request is repeated', async () => {
    const create = `mutation ($input: CreateTourInput!) { createTour(input: $input) { __typename ... on CreateTourSuccess { tour { uuid } } } }`;
    const input = { projectId: gateway.projectId, name: 'Repeated', creationContext: 'TOOLBAR', idempotencyKey: 'one' };
    const first = await author.graphql(create, { input });
    expect(await author.graphql(create, { input })).toEqual(first);
    expect(taken()).toMatchObject([['created', { tour_name: 'Repeated', creation_context: 'toolbar' }]]);
  });

  it('to have launched, stopped and copied a tour', async () => {
    const tourId = await createTour({ name: 'Lived' });
    taken();
    for (const step of ['launchTour', 'stopTour', 'resumeTour', 'duplicateTour']) {
      const { done } = await author.graphql(`mutation ($tourId: UUID!) { done: ${step}(input: { tourId: $tourId }) { __typename } }`, {
        tourId,
      });
      expect(done.__typename).toMatch(/Success$/);
    }
    expect(taken()).toMatchObject([
      ['updated', {}],
      ['launched', {}],
      ['updated', {}],
      ['stopped', {}],
      ['updated', {}],
      ['created', { tour_name: 'Lived (copy)' }],
    ]);
  });

  it('not to be the author, when another one is', async () => {
    const tourId = await createTour({ name: 'Shared' });
    taken();
    const other = await addPerson(gateway);
    await other.rest('PATCH', `${tours}${tourId}/`, { description: 'By another one' });
    expect(events.splice(0)).toMatchObject([{ event: 'product tour updated', properties: { updated_by_creator: false } }]);
  });
});
