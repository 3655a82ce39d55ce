import { describe, expect, inject } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { openStaging, type Staging } from '../../support/environments.ts';
import { createFlag } from '../../support/flags.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { mutate } from '../../support/mutate.ts';
import { addOrganization } from '../../support/organizations.ts';
import { addPerson } from '../../support/people.ts';
import { rowsChecksum } from '../../support/rows.ts';
import { subscribe } from '../../support/socket.ts';

const { kind } = inject('testDatabase');

const it = gatewayTest();
let gateway: TestApp;
let staging: Staging;
let count = 0;
const run = (name: string, input: object, selection?: string) => mutate(gateway.graphql, name, input, selection);

it.beforeAll(async ({ gateway: started }) => {
  gateway = started;
  staging = await openStaging(gateway);
});

const create = async (input: object = {}, projectId = gateway.projectId): Promise<string> =>
  (await run('createTour', { projectId, name: `Tour ${++count}`, ...input })).tour.uuid;

const WHOLE = `name description status autoLaunch startDate archived revision hasDraft targetingFlagFilters content { raw } draft { raw }
  linkedFlag { key } internalTargetingFlag { key filters active } linkedSurveys { uuid name } versions { nodes { number name } }
  activity { nodes { activity actor { email } } }`;
const read = async (id: string, selection = WHOLE) => (await gateway.graphql(`{ tour(id: "${id}") { ${selection} } }`)).tour;
const asks = (id: string, questionText: string) => ({ id, type: 'survey', survey: { type: 'open', questionText } });

/** The same refusal, and nothing written in either project. */
async function refused(publish: () => Promise<object>, refusal: object): Promise<void> {
  const before = await rowsChecksum(gateway.app.db);
  expect(await publish()).toMatchObject(refusal);
  expect(await rowsChecksum(gateway.app.db)).toBe(before);
}

const invalid = (path: string | null, message: unknown, code = 'invalid_input') => ({
  __typename: 'ValidationError',
  fields: [{ path, code, message }],
});

describe('a draft that is published to another project', () => {
  it('is a tour of that project, not launched, and stays a draft here', async () => {
    const tourId = await create({ autoLaunch: true, startDate: '2024-01-01T00:00:00Z' });
    await run('saveTourDraft', { tourId, name: `Drafted ${count}`, content: { displayFrequency: 'show_once', steps: [{ id: 'a' }] } });
    const before = await read(tourId);
    expect(await staging.publish(tourId, {}, `tour { uuid ${WHOLE} }`)).toMatchObject({ tour: { uuid: tourId, ...before } });
    expect(await read(tourId)).toEqual(before);
    const there = await staging.published(tourId, `${WHOLE} createdBy { email } project { databaseId } source { uuid }`);
    expect(there).toMatchObject({
      name: `Drafted ${count}`,
      status: 'DRAFT',
      autoLaunch: true,
      startDate: null,
      revision: 1,
      hasDraft: false,
      content: { raw: { displayFrequency: 'show_once', steps: [{ id: 'a' }] } },
      internalTargetingFlag: { active: false },
      createdBy: { email: 'admin@example.com' },
      project: { databaseId: staging.projectId },
      source: { uuid: tourId },
      activity: { nodes: [{ activity: 'created', actor: { email: 'admin@example.com' } }] },
    });
    expect(there.internalTargetingFlag.key).not.toBe(before.internalTargetingFlag.key);
  });

  it('is what is live when there is no draft', async () => {
    const tourId = await create({ description: 'Live' });
    expect(await staging.publish(tourId)).toMatchObject({ tour: { revision: 1 } });
    expect(await staging.published(tourId, 'description')).toEqual({ description: 'Live' });
  });

  it('changes the same tour the next time, which goes on as it was launched, with a version for each', async () => {
    const tourId = await create({ autoLaunch: true });
    await staging.publish(tourId);
    const { uuid } = await staging.published(tourId, 'uuid');
    await run('launchTour', { tourId: uuid, at: '2024-01-01T00:00:00Z' });
    await run('saveTourDraft', { tourId, name: `Renamed ${count}`, content: { steps: [{ id: 'b' }] } });
    expect(await staging.publish(tourId)).toMatchObject({ tour: { revision: 2 } });
    expect(await staging.published(tourId, `uuid ${WHOLE}`)).toMatchObject({
      uuid,
      name: `Renamed ${count}`,
      status: 'RUNNING',
      startDate: '2024-01-01T00:00:00Z',
      revision: 3,
      content: { raw: { steps: [{ id: 'b' }] } },
      internalTargetingFlag: { active: true },
      versions: { nodes: [{ number: 2, name: `Renamed ${count}` }, { number: 1 }] },
      activity: { nodes: [{ activity: 'updated' }, { activity: 'updated' }, { activity: 'created' }] },
    });
    expect((await read(tourId)).name).toBe(`Tour ${count}`);
  });

  it('is one tour there, however many publish at once', async () => {
    const tourId = await create({ content: { steps: [asks('a', 'Once?')] } });
    const answers = await Promise.all(Array.from({ length: 6 }, () => staging.publish(tourId)));
    expect(answers.map(({ __typename }) => __typename)).toEqual(Array(6).fill('PublishTourDraftSuccess'));
    const { tours } = await gateway.graphql(`{ tours(projectId: ${staging.projectId}, first: 100) { nodes { name source { uuid } } } }`);
    expect(tours.nodes.filter(({ source }: { source: { uuid: string } | null }) => source?.uuid === tourId)).toHaveLength(1);
    expect(await staging.published(tourId, 'revision linkedSurveys { uuid }')).toMatchObject({ revision: 6, linkedSurveys: [{}] });
  });

  it('tells what was published where, when and at which revision, and of what it comes', async () => {
    const another = await openStaging(gateway);
    const tourId = await create();
    await staging.publish(tourId);
    await run('saveTourDraft', { tourId, description: 'Later' });
    await another.publish(tourId);
    const { environments } = await read(
      tourId,
      'environments { project { databaseId name token } publishedRevision publishedAt tour { description } }',
    );
    expect(environments).toEqual([
      {
        project: { databaseId: staging.projectId, name: 'Staging', token: staging.token },
        publishedRevision: 1,
        publishedAt: expect.stringMatching(/^\d{4}-.*Z$/),
        tour: { description: '' },
      },
      expect.objectContaining({ publishedRevision: 2, tour: { description: 'Later' } }),
    ]);
    await staging.publish(tourId);
    const [again] = (await read(tourId, 'environments { publishedRevision publishedAt }')).environments;
    expect(again.publishedRevision).toBe(2);
    expect(again.publishedAt > environments[0].publishedAt).toBe(true);
  });

  it('is published once for one idempotency key, which is for one environment', async () => {
    const tourId = await create();
    const input = { idempotencyKey: `key ${count}` };
    await staging.publish(tourId, input);
    await staging.publish(tourId, input);
    expect(await staging.published(tourId, 'revision')).toEqual({ revision: 1 });
    await refused(() => run('publishTourDraft', { tourId, ...input, draft: { name: 'Here' } }), { code: 'IDEMPOTENCY_KEY_REUSED' });
  });

  it('is heard of in that project alone', async () => {
    const tourId = await create();
    const listen = (projectId: number) =>
      subscribe<{ kind: string; tour: { name: string } | null }>(
        gateway.url,
        gateway.key,
        'subscription ($projectId: Int!) { projectDraftsChanged(projectId: $projectId) { kind tour { name } } }',
        { projectId },
      );
    const [here, there] = [listen(gateway.projectId), listen(staging.projectId)];
    await Promise.all([here.next(), there.next()]);
    await staging.publish(tourId);
    await staging.publish(tourId);
    const name = `Tour ${count}`;
    expect([await there.next(), await there.next()]).toEqual([
      { kind: 'UPDATED', tour: { name } },
      { kind: 'PUBLISHED', tour: { name } },
    ]);
    await run('saveTourDraft', { tourId, name: 'Next' });
    expect((await here.next()).kind).toBe('SAVED');
    await Promise.all([here.close(), there.close()]);
  });
});

describe('what a tour names', () => {
  it('is a flag: the one with the same key there', async () => {
    const key = `beta-${++count}`;
    const linkedFlagId = await createFlag(gateway.graphql, gateway.projectId, key, ['blue']);
    const tourId = await create({ linkedFlagId, content: { conditions: { linkedFlagVariant: 'blue' } } });
    await refused(
      () => staging.publish(tourId),
      invalid('linkedFlagId', `Project ${staging.projectId} has no feature flag with the key '${key}'.`),
    );
    await createFlag(gateway.graphql, staging.projectId, key);
    await refused(() => staging.publish(tourId), invalid(null, expect.stringContaining('no variants')));
    await run('updateTour', { tourId, content: {} });
    await staging.publish(tourId);
    expect(await staging.published(tourId, 'linkedFlag { key projectDatabaseId }')).toEqual({
      linkedFlag: { key, projectDatabaseId: staging.projectId },
    });
    await run('updateTour', { tourId, linkedFlagId: null });
    await staging.publish(tourId);
    expect(await staging.published(tourId, 'linkedFlag { key }')).toEqual({ linkedFlag: null });
  });

  it('is surveys: its own there, which keep their answers from publish to publish', async () => {
    const tourId = await create({ content: { steps: [asks('a', 'A?'), asks('b', 'B?')] } });
    const SURVEYS = 'content { raw } linkedSurveys { uuid questions endDate }';
    const here = await read(tourId, SURVEYS);
    await staging.publish(tourId);
    const first = await staging.published(tourId, SURVEYS);
    const ids = first.linkedSurveys.map(({ uuid }: { uuid: string }) => uuid);
    expect(first.content.raw.steps.map(({ linkedSurveyId }: { linkedSurveyId: string }) => linkedSurveyId)).toEqual(ids);
    for (const { uuid } of here.linkedSurveys) expect(ids).not.toContain(uuid);
    const [stepA, stepB] = here.content.raw.steps;
    await run('saveTourDraft', {
      tourId,
      content: { steps: [{ ...stepB, survey: { ...stepB.survey, questionText: 'B, really?' } }, stepA, asks('c', 'C?')] },
    });
    await staging.publish(tourId);
    const second = await staging.published(tourId, SURVEYS);
    expect(second.linkedSurveys).toMatchObject([
      { uuid: ids[1], questions: [{ id: first.linkedSurveys[1].questions[0].id, question: 'B, really?' }] },
      { uuid: ids[0], questions: [{ question: 'A?' }] },
      { questions: [{ question: 'C?' }] },
    ]);
    await run('saveTourDraft', { tourId, content: { steps: [{ ...stepA, survey: undefined }] } });
    await staging.publish(tourId);
    expect(await staging.published(tourId, SURVEYS)).toMatchObject({ content: { raw: { steps: [{ id: 'a' }] } }, linkedSurveys: [] });
    const open = await gateway.app.db.sql.query(
      'SELECT id FROM surveys WHERE project_id = $1 AND id = ANY($2::uuid[]) AND end_date IS NULL',
      [staging.projectId, ids],
    );
    expect(open).toEqual([]);
    expect(await read(tourId, SURVEYS)).toEqual(here);
  });

  it('is other tours, in its conditions: what these are published as there', async () => {
    const introId = await create();
    const completed = (id: string) => ({ key: `$product_tour_completed/${id}`, type: 'person', operator: 'is_set', value: 'is_set' });
    const plan = { key: 'plan', type: 'person', operator: 'exact', value: 'pro' };
    const elsewhere = completed('00000000-0000-4000-8000-000000000001');
    const groups = [{ properties: [completed(introId), plan, elsewhere] }];
    const tourId = await create({ autoLaunch: true, targetingFlagFilters: { groups } });
    await refused(
      () => staging.publish(tourId),
      invalid('targetingFlagFilters', `A condition names the tour ${introId}, which is not published to project ${staging.projectId}.`),
    );
    await staging.publish(introId);
    await staging.publish(tourId);
    const intro = await staging.published(introId, 'uuid');
    const { uuid, targetingFlagFilters, internalTargetingFlag } = await staging.published(tourId, `uuid ${WHOLE}`);
    expect(targetingFlagFilters.groups).toMatchObject([{ properties: [completed(intro.uuid), plan, elsewhere] }]);
    expect(internalTargetingFlag.filters.groups[0].properties.map(({ key }: { key: string }) => key)).toEqual([
      `$product_tour_completed/${uuid}`,
      `$product_tour_dismissed/${uuid}`,
      `$product_tour_completed/${intro.uuid}`,
      'plan',
      elsewhere.key,
    ]);
  });
});

describe('a publish to another project is refused, and nothing is written in either,', () => {
  it('where that project is no environment of the tour', async () => {
    const tourId = await create();
    const foreign = await addOrganization(gateway.graphql);
    await refused(() => staging.publish(tourId, { environment: 987_654 }), { code: 'NOT_FOUND', message: 'Project not found.' });
    await refused(
      () => staging.publish(tourId, { environment: gateway.projectId }),
      invalid('environment', expect.stringContaining('own project')),
    );
    await refused(
      () => staging.publish(tourId, { environment: foreign.projectId }),
      invalid('environment', `Project ${foreign.projectId} belongs to another organization.`),
    );
    await staging.publish(tourId);
    const { uuid } = await staging.published(tourId, 'uuid');
    await refused(() => staging.publish(uuid, { environment: gateway.projectId }), invalid('environment', expect.stringContaining(tourId)));
  });

  it('for a caller who may not see it, may not write, or may not see the tour', async () => {
    const tourId = await create();
    const both = [gateway.projectId, staging.projectId];
    const outsider = await addPerson(gateway);
    const limited = await addPerson(gateway, { projectIds: both, keyProjectIds: [gateway.projectId] });
    const thereAlone = await addPerson(gateway, { projectIds: [staging.projectId] });
    const reader = await addPerson(gateway, { projectIds: both, scopes: ['product_tour:read'] });
    for (const { key } of [outsider, limited, thereAlone])
      await refused(() => staging.publish(tourId, {}, undefined, key), { code: 'NOT_FOUND' });
    await refused(() => staging.publish(tourId, {}, undefined, reader.key), { code: 'MISSING_SCOPE', missingScope: 'product_tour:write' });
    const writer = await addPerson(gateway, { projectIds: both, scopes: ['product_tour:write'] });
    expect(await staging.publish(tourId, {}, undefined, writer.key)).toMatchObject({ tour: { uuid: tourId } });
  });

  it('together with changes of the draft, and for an older revision', async () => {
    const tourId = await create();
    await run('saveTourDraft', { tourId, name: `Drafted ${count}` });
    await refused(
      () => staging.publish(tourId, { draft: { name: 'More' } }),
      invalid('draft', expect.stringContaining('Save the draft first')),
    );
    await refused(() => staging.publish(tourId, { expectedRevision: 1 }), {
      code: 'CONFLICT',
      conflictingPaths: ['/name'],
      tour: { uuid: tourId },
    });
    expect(await staging.publish(tourId, { expectedRevision: 2, draft: {} })).toMatchObject({ tour: { revision: 2 } });
  });

  it('for content that may not go live, here or there', async () => {
    const tourId = await create();
    await staging.publish(tourId);
    const { uuid } = await staging.published(tourId, 'uuid');
    await run('launchTour', { tourId: uuid });
    await run('saveTourDraft', { tourId, content: { steps: [{ id: 'a', type: 'element', elementTargeting: 'manual' }] } });
    await refused(() => staging.publish(tourId), invalid(null, expect.stringContaining('missing an element selector')));
    await run('saveTourDraft', { tourId, name: ' ' });
    await refused(() => staging.publish(tourId), {
      fields: [
        { path: 'name', code: 'blank' },
        { path: null, message: 'Step 1 is missing an element selector' },
      ],
    });
  });

  it('with everything that prevents it, each at its place in the draft', async () => {
    const [key, name] = [`only-here-${++count}`, `Everything ${count}`];
    const linkedFlagId = await createFlag(gateway.graphql, gateway.projectId, key, ['blue']);
    const [one, two] = [await create(), await create()];
    const seen = [one, two].map((id) => ({ properties: [{ key: `$product_tour_completed/${id}`, operator: 'is_set', type: 'person', value: 'is_set' }] }));
    const tourId = await create();
    await staging.publish(tourId);
    await run('launchTour', { tourId: (await staging.published(tourId, 'uuid')).uuid });
    const namesake = await create({ name }, staging.projectId);
    const content = { conditions: { linkedFlagVariant: 'blue' }, steps: [{ id: 'a', elementTargeting: 'manual' }, { id: 'b', elementTargeting: 'auto' }] };
    await run('saveTourDraft', { tourId, name, linkedFlagId, content, targetingFlagFilters: { groups: seen } });
    const there = `project ${staging.projectId}`;
    const fields = [
      { path: 'name', code: 'unique', message: expect.stringContaining(namesake), pointer: '/name' },
      { path: 'linkedFlagId', message: `Project ${staging.projectId} has no feature flag with the key '${key}'.`, pointer: '/linked_flag_id' },
      ...[one, two].sort().map((id) => ({
        path: 'targetingFlagFilters',
        message: `A condition names the tour ${id}, which is not published to ${there}.`,
        pointer: '/targeting_flag_filters',
      })),
      { path: null, message: 'Step 1 is missing an element selector', pointer: '/content/steps/0/selector' },
      { path: null, message: 'Step 2 requires an element to be selected', pointer: '/content/steps/1/inferenceData' },
    ];
    const document = `mutation ($input: PublishTourDraftInput!) {
      publishTourDraft(input: $input) { ... on ValidationError { fields { path code message pointer } } }
    }`;
    const input = { tourId, environment: staging.projectId };
    const publish = async () => (await gateway.graphql(document, { input })).publishTourDraft;
    await refused(publish, { fields });
    // What the draft itself cannot be comes first, and the rest is found all the same.
    await run('saveTourDraft', { tourId, description: null });
    await refused(publish, { fields: [{ path: 'description', code: 'null' }, ...fields] });
  });

  it('while another tour has the name there', async () => {
    const tourId = await create();
    const otherId = await create({ name: `Tour ${count}` }, staging.projectId);
    await refused(() => staging.publish(tourId), invalid('name', expect.stringContaining(otherId), 'unique'));
    await run('archiveTour', { tourId: otherId });
    await staging.publish(tourId);
    const thirdId = await create({ name: 'Third' }, staging.projectId);
    await run('saveTourDraft', { tourId, name: 'Third' });
    await refused(() => staging.publish(tourId), invalid('name', expect.stringContaining(thirdId), 'unique'));
  });

  it('while the tour has a draft of its own there', async () => {
    const tourId = await create();
    await staging.publish(tourId);
    const { uuid } = await staging.published(tourId, 'uuid');
    await run('saveTourDraft', { tourId: uuid, description: 'Of staging' });
    await refused(() => staging.publish(tourId), {
      code: 'DRAFT_PENDING',
      message: `Tour ${uuid}, as which this one is published in project ${staging.projectId}, has a draft, which this change would end. Publish or discard it first.`,
      currentRevision: 2,
      conflictingPaths: ['/description'],
      tour: { uuid, draft: { raw: { description: 'Of staging' } } },
    });
    await run('discardTourDraft', { tourId: uuid });
    expect(await staging.publish(tourId)).toMatchObject({ tour: { uuid: tourId } });
  });
});

describe('what a tour is published as', () => {
  it('stays archived, and is written over where it was changed directly', async () => {
    const tourId = await create({ description: 'Mine' });
    await staging.publish(tourId);
    const { uuid } = await staging.published(tourId, 'uuid');
    await run('updateTour', { tourId: uuid, description: 'Theirs', archived: true });
    await staging.publish(tourId);
    expect(await staging.published(tourId, 'uuid archived description')).toEqual({ uuid, archived: true, description: 'Mine' });
  });

  it('is made anew when it was deleted; one that comes back then stands for itself', async () => {
    const tourId = await create();
    await staging.publish(tourId);
    const first = await staging.published(tourId, 'uuid');
    await run('deleteTour', { tourId: first.uuid }, 'tourId');
    expect(await staging.published(tourId, 'uuid')).toBeUndefined();
    await run('restoreDeletedTour', { tourId: first.uuid });
    expect(await staging.published(tourId, 'uuid')).toEqual(first);
    await run('deleteTour', { tourId: first.uuid }, 'tourId');
    await staging.publish(tourId);
    const second = await staging.published(tourId, 'uuid');
    expect(second).not.toEqual(first);
    await run('updateTour', { tourId: second.uuid, name: `Tour ${count}, the second` });
    await run('restoreDeletedTour', { tourId: first.uuid });
    expect(await staging.published(tourId, 'uuid')).toEqual(second);
    expect(await read(first.uuid, 'source { uuid }')).toEqual({ source: null });
  });

  it.runIf(kind === 'postgresql')('is one tour, also when another one comes back at that moment', async () => {
    const tourId = await create();
    const { db } = gateway.app;
    const waiting = async () => {
      const [row] = await db.sql.query<{ count: number }>(
        "SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
      );
      return row?.count;
    };
    let publishing: Promise<object> | undefined;
    await db.transaction(async (tx) => {
      await tx.query(
        'INSERT INTO tours (project_id, name, source_tour_id, source_revision, source_published_at) VALUES ($1, $2, $3, 1, now())',
        [staging.projectId, `Tour ${count}, back`, tourId],
      );
      publishing = staging.publish(tourId);
      await expect.poll(waiting, { timeout: 10_000 }).toBe(1);
    });
    expect(await publishing).toMatchObject(invalid(null, expect.stringContaining('Try again'), 'unique'));
    expect(await staging.publish(tourId)).toMatchObject({ tour: { uuid: tourId } });
    expect(await staging.published(tourId, 'name')).toEqual({ name: `Tour ${count}` });
  });

  it('outlives its source, and belongs to it again when that comes back', async () => {
    const tourId = await create();
    await staging.publish(tourId);
    const { uuid } = await staging.published(tourId, 'uuid');
    await run('deleteTour', { tourId }, 'tourId');
    expect(await read(uuid, 'name source { uuid }')).toEqual({ name: `Tour ${count}`, source: null });
    await run('restoreDeletedTour', { tourId });
    await staging.publish(tourId);
    expect(await read(uuid, 'revision source { uuid }')).toEqual({ revision: 2, source: { uuid: tourId } });
  });

  it('is told only to those who may see it, as is its source', async () => {
    const tourId = await create();
    await staging.publish(tourId);
    const { uuid } = await staging.published(tourId, 'uuid');
    const here = await addPerson(gateway, { scopes: ['product_tour:read'] });
    const there = await addPerson(gateway, { scopes: ['product_tour:read'], projectIds: [staging.projectId] });
    expect(await here.graphql(`{ tour(id: "${tourId}") { environments { tour { name } } } }`)).toEqual({ tour: { environments: [] } });
    expect(await there.graphql(`{ tour(id: "${uuid}") { name source { name } } }`)).toEqual({
      tour: { name: `Tour ${count}`, source: null },
    });
  });

  it('is not the source of its copies', async () => {
    const tourId = await create();
    await staging.publish(tourId);
    const { uuid } = await staging.published(tourId, 'uuid');
    expect(await run('duplicateTour', { tourId: uuid }, 'tour { source { uuid } }')).toEqual({
      __typename: 'DuplicateTourSuccess',
      tour: { source: null },
    });
  });

  it('can be published on from there', async () => {
    const production = await openStaging(gateway);
    const tourId = await create();
    await staging.publish(tourId);
    const { uuid } = await staging.published(tourId, 'uuid');
    await production.publish(uuid);
    expect(await production.published(uuid, 'name source { uuid source { uuid } }')).toEqual({
      name: `Tour ${count}`,
      source: { uuid, source: { uuid: tourId } },
    });
    expect(await production.published(tourId, 'name')).toBeUndefined();
  });
});
