import { expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { openStaging, type Staging } from '../../support/environments.ts';
import { createFlag } from '../../support/flags.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { mutate } from '../../support/mutate.ts';
import { addOrganization } from '../../support/organizations.ts';
import { addPerson } from '../../support/people.ts';
import { rowsChecksum } from '../../support/rows.ts';

const it = gatewayTest();
let gateway: TestApp;
let staging: Staging;
let count = 0;
const run = (name: string, input: object, selection?: string) => mutate(gateway.graphql, name, input, selection);

it.beforeAll(async ({ gateway: started }) => {
  gateway = started;
  staging = await openStaging(gateway);
});

const SCHEDULE = 'scheduledPublish { isForEnvironment environment { databaseId } scheduledByName failure { reason message fields { path message } } }';
const read = async (id: string, client = gateway.graphql) =>
  (await client(`{ tour(id: "${id}") { name revision hasDraft draft { ${SCHEDULE} } environments { publishedRevision tour { name } } } }`)).tour;
const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();
const schedule = (tourId: string, input: object = {}, client = gateway.graphql) =>
  mutate(client, 'scheduleTourDraft', { tourId, publishAt: inAnHour(), environment: staging.projectId, ...input }, `tour { revision draft { ${SCHEDULE} } }`);
const passAnHour = (tourId: string) =>
  gateway.app.db.sql.query(`UPDATE scheduled_publishes SET publish_at = publish_at - interval '61 minutes' WHERE tour_id = $1`, [tourId]);
const untilFailed = (id: string) =>
  expect.poll(async () => (await read(id)).draft?.scheduledPublish?.failure, { timeout: 30_000, interval: 50 }).toBeTruthy();
const untilUnscheduled = (id: string) =>
  expect.poll(async () => (await read(id)).draft?.scheduledPublish, { timeout: 30_000, interval: 50 }).toBeNull();

async function draftTour(draft: object = {}): Promise<string> {
  const name = `Tour ${++count}`;
  const tourId = (await run('createTour', { projectId: gateway.projectId, name })).tour.uuid;
  await run('saveTourDraft', { tourId, name: `${name}, better`, ...draft });
  return tourId;
}

it('a draft that is scheduled to another project goes live there, once, and stays a draft here', async () => {
  const author = await addPerson(gateway, { projectIds: [gateway.projectId, staging.projectId] });
  const tourId = await draftTour();
  expect((await schedule(tourId, {}, author.graphql)).tour).toMatchObject({
    revision: 3,
    draft: { scheduledPublish: { isForEnvironment: true, environment: { databaseId: staging.projectId }, failure: null } },
  });
  expect((await read(tourId)).environments).toEqual([]);
  await passAnHour(tourId);
  await untilUnscheduled(tourId);
  expect(await read(tourId)).toEqual({
    name: `Tour ${count}`,
    revision: 4,
    hasDraft: true,
    draft: { scheduledPublish: null },
    // There is nothing newer to publish there.
    environments: [{ publishedRevision: 4, tour: { name: `Tour ${count}, better` } }],
  });
  expect(await staging.published(tourId, 'versions { totalCount nodes { publishedBy { email } } }')).toEqual({
    versions: { totalCount: 1, nodes: [{ publishedBy: { email: author.email } }] },
  });
});

it('a schedule for one project gives way to that for another', async () => {
  const tourId = await draftTour();
  await schedule(tourId);
  expect((await schedule(tourId, { environment: null })).tour.draft.scheduledPublish).toMatchObject({ isForEnvironment: false, environment: null });
  await passAnHour(tourId);
  await expect.poll(async () => (await read(tourId)).hasDraft, { timeout: 30_000 }).toBe(false);
  expect(await read(tourId)).toMatchObject({ name: `Tour ${count}, better`, environments: [] });
});

it.each([[true], [false]])('publishing to another project at once leaves the schedule as it is (for that project: %s)', async (isForEnvironment) => {
  const tourId = await draftTour();
  await schedule(tourId, isForEnvironment ? {} : { environment: null });
  expect((await staging.publish(tourId)).tour.revision).toBe(3);
  expect((await read(tourId)).draft.scheduledPublish).toMatchObject({ isForEnvironment, failure: null });
  await passAnHour(tourId);
  if (isForEnvironment) await untilUnscheduled(tourId);
  else await expect.poll(async () => (await read(tourId)).hasDraft, { timeout: 30_000 }).toBe(false);
  expect(await staging.published(tourId, 'versions { totalCount }')).toEqual({ versions: { totalCount: isForEnvironment ? 2 : 1 } });
});

it('a schedule for another project ends with the draft', async () => {
  const tourId = await draftTour();
  await schedule(tourId);
  await run('publishTourDraft', { tourId });
  await run('saveTourDraft', { tourId, name: `Again ${count}` });
  expect((await read(tourId)).draft.scheduledPublish).toBeNull();
});

it('what prevents it is reported as a publish reports it, and nothing is written', async () => {
  const key = `flag-${++count}`;
  const tourId = await draftTour({ linkedFlagId: await createFlag(gateway.graphql, gateway.projectId, key), description: null });
  await schedule(tourId);
  const refusal = await staging.publish(tourId);
  expect(refusal.fields).toHaveLength(2);
  await passAnHour(tourId);
  await untilFailed(tourId);
  const tour = await read(tourId);
  expect(tour).toMatchObject({ revision: 4, hasDraft: true, environments: [] });
  expect(tour.draft.scheduledPublish.failure).toMatchObject({
    reason: 'REFUSED',
    message: refusal.message,
    fields: refusal.fields.map(({ path, message }: { path: string; message: string }) => ({ path, message })),
  });
});

it('it is refused while the tour has a draft of its own there', async () => {
  const tourId = await draftTour();
  await staging.publish(tourId);
  const { uuid } = await staging.published(tourId, 'uuid');
  await run('saveTourDraft', { tourId: uuid, description: 'Of staging' });
  await schedule(tourId);
  await passAnHour(tourId);
  await untilFailed(tourId);
  expect((await read(tourId)).draft.scheduledPublish.failure).toMatchObject({ reason: 'REFUSED', message: expect.stringContaining('has a draft') });
});

it('it needs its user to stay a member of both projects', async () => {
  const author = await addPerson(gateway, { projectIds: [gateway.projectId, staging.projectId] });
  const tourId = await draftTour();
  await schedule(tourId, {}, author.graphql);
  await run('removeMember', { userId: author.userId, projectId: staging.projectId }, '__typename');
  // Who does not open that project is told that there is one, not which.
  expect((await read(tourId, author.graphql)).draft.scheduledPublish).toMatchObject({ isForEnvironment: true, environment: null });
  await passAnHour(tourId);
  await untilFailed(tourId);
  expect((await read(tourId)).draft.scheduledPublish.failure).toMatchObject({ reason: 'NOT_ALLOWED', fields: [] });
});

it('only a project that the tour can be published to is taken', async () => {
  const tourId = await draftTour();
  const foreign = await addOrganization(gateway.graphql);
  const outsider = await addPerson(gateway);
  const before = await rowsChecksum(gateway.app.db);
  expect(await schedule(tourId, { environment: 987_654 })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await schedule(tourId, {}, outsider.graphql)).toMatchObject({ code: 'NOT_FOUND' });
  for (const environment of [gateway.projectId, foreign.projectId]) {
    expect(await schedule(tourId, { environment })).toMatchObject({ code: 'VALIDATION_FAILED', fields: [{ path: 'environment' }] });
  }
  expect(await rowsChecksum(gateway.app.db)).toBe(before);
});
