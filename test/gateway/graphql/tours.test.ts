import { describe, expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { mutate } from '../../support/mutate.ts';
import { addPerson } from '../../support/people.ts';
import { rowsChecksum } from '../../support/rows.ts';
import { createInput, SAMPLE_TOURS } from '../../support/tours.ts';

const TOUR = `tour {
  uuid name description status type revision autoLaunch startDate endDate archived hasDraft content { raw } targetingFlagFilters
  internalTargetingFlag { key active } linkedFlag { databaseId } createdBy { email } draft { name }
}`;

const it = gatewayTest();
let gateway: TestApp;
const run = (name: string, input: object, selection = TOUR) => mutate(gateway.graphql, name, input, selection);
const create = (name: string, input: object = {}) => run('createTour', { projectId: gateway.projectId, name, ...input });
const createId = async (name: string, input: object = {}): Promise<string> => (await create(name, input)).tour.uuid;
const nameTaken = { __typename: 'ValidationError', code: 'VALIDATION_FAILED', fields: [{ path: 'name', code: 'unique' }] };

async function countTours(name: string): Promise<number> {
  const [row] = await gateway.app.db.sql.query<{ count: number }>('SELECT count(*) AS count FROM tours WHERE name = $1', [name]);
  return row?.count ?? 0;
}

it.beforeAll(({ gateway: started }) => {
  gateway = started;
});

describe('creating a tour', () => {
  it('keeps every field of the sample tours', async () => {
    expect(SAMPLE_TOURS.length).toBeGreaterThanOrEqual(6);
    for (const sample of SAMPLE_TOURS) {
      const { tour } = await run('createTour', createInput(gateway.projectId, sample));
      expect(tour).toMatchObject({
        name: sample.name,
        description: sample.description.trim(),
        autoLaunch: sample.auto_launch,
        revision: 1,
        hasDraft: false,
        archived: false,
        createdBy: { email: 'admin@example.com' },
      });
      expect(tour.internalTargetingFlag === null).toBe(!sample.auto_launch);
    }
  });

  it('trims the name and takes defaults for all else', async () => {
    expect((await create('  Plain  ')).tour).toMatchObject({
      name: 'Plain',
      description: '',
      status: 'DRAFT',
      type: 'TOUR',
      content: { raw: {} },
      autoLaunch: false,
      startDate: null,
      endDate: null,
      targetingFlagFilters: null,
      internalTargetingFlag: null,
      linkedFlag: null,
    });
  });

  it('refuses bad input with the field and the rule, and writes nothing', async () => {
    const before = await rowsChecksum(gateway.app.db);
    const refused: [object, string | null, string][] = [
      [{ name: ' ' }, 'name', 'blank'],
      [{ name: 'x'.repeat(401) }, 'name', 'max_length'],
      [{ name: 'a\0b' }, 'name', 'null_characters_not_allowed'],
      [{ description: null }, 'description', 'null'],
      [{ autoLaunch: null }, 'autoLaunch', 'null'],
      [{ content: 'text' }, 'content', 'invalid_input'],
      [{ content: null }, 'content', 'null'],
      [{ content: { steps: 'none' } }, 'content', 'invalid_input'],
      [{ content: { steps: [{ id: '\0' }] } }, 'content', 'null_characters_not_allowed'],
      [{ targetingFlagFilters: [1] }, 'targetingFlagFilters', 'invalid_input'],
      [{ linkedFlagId: 4711 }, null, 'invalid_input'],
      [{ startDate: '2026-01-01T00:00:00Z', content: { steps: [{ id: 'a', elementTargeting: 'manual' }] } }, null, 'invalid_input'],
      [{ idempotencyKey: '' }, 'idempotencyKey', 'invalid_input'],
      [{ idempotencyKey: 'x'.repeat(256) }, 'idempotencyKey', 'invalid_input'],
      [{ idempotencyKey: 'a\0b' }, 'idempotencyKey', 'null_characters_not_allowed'],
    ];
    for (const [input, path, code] of refused) {
      const result = await create('Refused', input);
      expect(result, JSON.stringify(input).slice(0, 100)).toMatchObject({ __typename: 'ValidationError', fields: [{ code }] });
      if (path) expect(result.fields[0].path).toBe(path);
    }
    expect(await rowsChecksum(gateway.app.db)).toBe(before);
  });

  it('names every bad field at once', async () => {
    const { fields } = await create('', { description: null, content: 3 });
    expect(fields.map(({ path }: { path: string }) => path)).toEqual(['name', 'description', 'content']);
  });
});

describe('the name of a tour', () => {
  it('is unique among the tours of a project that are not archived', async () => {
    const id = await createId('Taken');
    expect(await create('Taken')).toMatchObject(nameTaken);
    expect(await create(' Taken ')).toMatchObject(nameTaken);
    const other = await createId('Other');
    expect(await run('updateTour', { tourId: other, name: 'Taken' })).toMatchObject(nameTaken);
    await run('archiveTour', { tourId: id });
    expect(await create('Taken')).toMatchObject({ __typename: 'CreateTourSuccess' });
    expect(await run('updateTour', { tourId: id, archived: false })).toMatchObject(nameTaken);
  });

  it('is free in another project', async () => {
    await createId('Everywhere');
    const { project } = await run('createProject', { name: 'Second' }, 'project { databaseId }');
    expect(await create('Everywhere', { projectId: project.databaseId })).toMatchObject({ __typename: 'CreateTourSuccess' });
  });

  it('goes to one of many requests that race for it', async () => {
    const results = await Promise.all(Array.from({ length: 12 }, () => create('Raced for')));
    expect(results.filter(({ __typename }) => __typename === 'CreateTourSuccess')).toHaveLength(1);
    for (const result of results.filter(({ __typename }) => __typename !== 'CreateTourSuccess')) expect(result).toMatchObject(nameTaken);
    expect(await countTours('Raced for')).toBe(1);
  });
});

describe('an idempotency key', () => {
  it('gives the same tour for the same input and writes nothing more', async () => {
    const input = { idempotencyKey: 'once', description: 'Same' };
    const { tour } = await create('Once', input);
    const before = await rowsChecksum(gateway.app.db);
    expect((await create('Once', input)).tour).toEqual(tour);
    expect(await rowsChecksum(gateway.app.db)).toBe(before);
    expect(await countTours('Once')).toBe(1);
  });

  it('is refused for another input', async () => {
    await create('First use', { idempotencyKey: 'reused' });
    expect(await create('Second use', { idempotencyKey: 'reused' })).toMatchObject({
      __typename: 'ValidationError',
      fields: [{ path: 'idempotencyKey', code: 'invalid_input' }],
    });
  });

  it('is each user’s own', async () => {
    const other = await addPerson(gateway);
    const mine = await createId('Mine', { idempotencyKey: 'shared text' });
    const { tour } = await mutate(other.graphql, 'createTour', {
      projectId: gateway.projectId,
      name: 'Theirs',
      idempotencyKey: 'shared text',
    });
    expect(tour.uuid).not.toBe(mine);
  });

  it('is free again when the request failed', async () => {
    const blocker = await createId('Blocked');
    expect(await create('Blocked', { idempotencyKey: 'retried' })).toMatchObject(nameTaken);
    await run('deleteTour', { tourId: blocker }, 'tourId');
    expect(await create('Blocked', { idempotencyKey: 'retried' })).toMatchObject({ __typename: 'CreateTourSuccess' });
  });

  it('does not bring back a tour that was deleted since', async () => {
    const tourId = await createId('Gone since', { idempotencyKey: 'gone since' });
    await run('deleteTour', { tourId }, 'tourId');
    expect(await create('Gone since', { idempotencyKey: 'gone since' })).toMatchObject({ __typename: 'NotFoundError', code: 'NOT_FOUND' });
  });

  it('makes one tour of many requests at once', async () => {
    const results = await Promise.all(Array.from({ length: 10 }, () => create('Sent often', { idempotencyKey: 'sent often' })));
    expect(new Set(results.map(({ tour }) => tour.uuid)).size).toBe(1);
    expect(await countTours('Sent often')).toBe(1);
  });
});

describe('updating a tour', () => {
  it('keeps what is absent and clears what is null', async () => {
    const { project } = { project: gateway.projectId };
    const { featureFlag } = await run('createFeatureFlag', { projectId: project, key: 'linked' }, 'featureFlag { databaseId }');
    const filters = {
      groups: [{ properties: [{ key: 'plan', value: 'pro', operator: 'exact', type: 'person' }], rollout_percentage: 40 }],
    };
    const tourId = await createId('Kept', {
      description: 'Stays',
      startDate: '2026-01-01T00:00:00.123456Z',
      endDate: '2026-02-01T00:00:00Z',
      linkedFlagId: featureFlag.databaseId,
      targetingFlagFilters: filters,
      autoLaunch: true,
    });
    const renamed = (await run('updateTour', { tourId, name: 'Renamed' })).tour;
    expect(renamed).toMatchObject({
      name: 'Renamed',
      description: 'Stays',
      revision: 2,
      startDate: '2026-01-01T00:00:00.123456Z',
      endDate: '2026-02-01T00:00:00Z',
      linkedFlag: { databaseId: featureFlag.databaseId },
      targetingFlagFilters: { groups: [{ rollout_percentage: 40 }] },
    });
    const clearing = { tourId, startDate: null, endDate: null, linkedFlagId: null, targetingFlagFilters: null };
    expect((await run('updateTour', clearing)).tour).toMatchObject({
      name: 'Renamed',
      startDate: null,
      endDate: null,
      linkedFlag: null,
      targetingFlagFilters: null,
      revision: 3,
    });
  });

  it('ends a pending draft', async () => {
    const tourId = await createId('With a draft');
    await run('saveTourDraft', { tourId, name: 'Drafted' });
    expect((await run('updateTour', { tourId, description: 'Direct' })).tour).toMatchObject({ hasDraft: false, draft: null });
  });

  it('refuses an old revision', async () => {
    const tourId = await createId('Moved on');
    await run('updateTour', { tourId, description: 'Two' });
    expect(await run('updateTour', { tourId, expectedRevision: 1, description: 'Three' })).toMatchObject({
      __typename: 'ConflictError',
      code: 'CONFLICT',
      expectedRevision: 1,
      currentRevision: 2,
      conflictingPaths: ['/description'],
    });
    expect(await run('updateTour', { tourId, expectedRevision: 9, description: 'Three' })).toMatchObject({
      fields: [{ path: 'expectedRevision' }],
    });
  });
});

describe('duplicating a tour', () => {
  it('copies the live tour, unlaunched, under a name that is free', async () => {
    const steps = [{ id: 'a', type: 'survey', survey: { type: 'open', questionText: 'Why?' } }];
    const tourId = await createId('Original', { content: { steps }, autoLaunch: true, startDate: '2026-01-01T00:00:00Z' });
    const selection = 'tour { uuid name status autoLaunch revision internalTargetingFlag { key } linkedSurveys { uuid } }';
    const first = (await run('duplicateTour', { tourId }, selection)).tour;
    const second = (await run('duplicateTour', { tourId }, selection)).tour;
    expect(first).toMatchObject({ name: 'Original (copy)', status: 'DRAFT', autoLaunch: true, revision: 1 });
    expect(second.name).toBe('Original (copy 2)');
    const { tour } = await gateway.graphql(
      'query ($id: UUID!) { tour(id: $id) { internalTargetingFlag { key } linkedSurveys { uuid } } }',
      { id: tourId },
    );
    const flags = [tour, first, second].map(({ internalTargetingFlag }) => internalTargetingFlag.key);
    const surveys = [tour, first, second].flatMap(({ linkedSurveys }) => linkedSurveys.map(({ uuid }: { uuid: string }) => uuid));
    expect(new Set(flags).size).toBe(3);
    expect(new Set(surveys).size).toBe(3);
  });

  it('takes a name, which must be free, and cuts a long one', async () => {
    const tourId = await createId('N'.repeat(400));
    expect((await run('duplicateTour', { tourId, name: ' Named ' })).tour.name).toBe('Named');
    expect(await run('duplicateTour', { tourId, name: 'Named' })).toMatchObject(nameTaken);
    const { tour } = await run('duplicateTour', { tourId });
    expect(tour.name).toMatch(/^N+ \(copy\)$/);
    expect(tour.name.length).toBeLessThanOrEqual(400);
  });
});

describe('deleting a tour', () => {
  it('takes it away, and restoring brings it back with draft, versions and flag', async () => {
    const tourId = await createId('Mortal', { autoLaunch: true });
    await run('saveTourDraft', { tourId, name: 'Half-done' });
    const read =
      'query ($id: UUID!) { tour(id: $id) { name hasDraft revision draft { name } internalTargetingFlag { key } versions { totalCount } } }';
    const before = (await gateway.graphql(read, { id: tourId })).tour;
    expect(await run('deleteTour', { tourId }, 'tourId')).toEqual({ __typename: 'DeleteTourSuccess', tourId });
    expect((await gateway.graphql(read, { id: tourId })).tour).toBeNull();
    expect(await run('deleteTour', { tourId }, 'tourId')).toMatchObject({ __typename: 'NotFoundError', code: 'NOT_FOUND' });
    await run('restoreDeletedTour', { tourId });
    expect((await gateway.graphql(read, { id: tourId })).tour).toEqual({ ...before, revision: before.revision + 2 });
    expect(await run('restoreDeletedTour', { tourId })).toMatchObject({ __typename: 'NotFoundError' });
  });

  it('cannot be undone while another tour has the name', async () => {
    const tourId = await createId('Replaced');
    await run('deleteTour', { tourId }, 'tourId');
    await createId('Replaced');
    expect(await run('restoreDeletedTour', { tourId })).toMatchObject(nameTaken);
  });

  it('heeds the revision', async () => {
    const tourId = await createId('Guarded');
    await run('saveTourDraft', { tourId, description: 'New' });
    expect(await run('deleteTour', { tourId, expectedRevision: 1 }, 'tourId')).toMatchObject({ __typename: 'ConflictError' });
    expect(await countTours('Guarded')).toBe(1);
  });
});

describe('the life of a tour', () => {
  it('goes from draft over launch, stop and resume to the archive, and the internal flag with it', async () => {
    const tourId = await createId('Living', { autoLaunch: true });
    const life = async (name: string, input: object = {}) => {
      const { tour } = await run(name, { tourId, ...input });
      return [tour.status, tour.internalTargetingFlag.active];
    };
    expect(await life('launchTour')).toEqual(['RUNNING', true]);
    expect(await life('stopTour')).toEqual(['STOPPED', false]);
    expect(await life('resumeTour')).toEqual(['RUNNING', true]);
    expect(await life('launchTour', { at: '2999-01-01T00:00:00Z' })).toEqual(['SCHEDULED', true]);
    expect(await life('stopTour', { at: '2999-02-01T00:00:00Z' })).toEqual(['SCHEDULED', false]);
    expect(await life('archiveTour')).toEqual(['ARCHIVED', false]);
  });

  it('leaves a pending draft alone', async () => {
    const tourId = await createId('Launched while edited');
    await run('saveTourDraft', { tourId, name: 'Edited' });
    for (const name of ['launchTour', 'stopTour', 'resumeTour', 'archiveTour']) {
      expect((await run(name, { tourId })).tour.draft).toEqual({ name: 'Edited' });
    }
  });

  it('refuses to launch and to resume an element step without a selector, and lets such a tour be stopped and renamed', async () => {
    const tourId = await createId('Incomplete', { content: { steps: [{ id: 'a', type: 'modal', elementTargeting: 'manual' }] } });
    const refusal = { __typename: 'ValidationError', message: 'Step 1 is missing an element selector' };
    expect(await run('launchTour', { tourId })).toMatchObject(refusal);
    await gateway.app.db.sql.query(`UPDATE tours SET start_date = '2026-01-01' WHERE id = $1`, [tourId]);
    expect(await run('updateTour', { tourId, name: 'Incomplete still' })).toMatchObject({ __typename: 'UpdateTourSuccess' });
    expect(await run('stopTour', { tourId })).toMatchObject({ __typename: 'StopTourSuccess', tour: { status: 'STOPPED' } });
    expect(await run('resumeTour', { tourId })).toMatchObject(refusal);
  });

  it('heeds the revision at each step', async () => {
    const tourId = await createId('Raced');
    await run('saveTourDraft', { tourId, name: 'Newer' });
    for (const name of ['launchTour', 'stopTour', 'resumeTour', 'archiveTour']) {
      expect(await run(name, { tourId, expectedRevision: 1 })).toMatchObject({ __typename: 'ConflictError', currentRevision: 2 });
    }
  });
});
