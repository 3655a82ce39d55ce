import { afterAll, beforeAll, describe, expect } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { mutate } from '../../support/mutate.ts';

const steps = (count: number, mark = '') => Array.from({ length: count }, (_, n) => ({ id: `s${n}`, contentHtml: mark }));

const RESULT = '__typename ... on ValidationError { fields { path code message } }';
const CONFLICT = '... on ConflictError { conflictingPaths }';
const WRITES: Record<string, string> = {
  createTour: 'CreateTourInput',
  updateTour: 'UpdateTourInput',
  saveTourDraft: 'SaveTourDraftInput',
  publishTourDraft: 'PublishTourDraftInput',
  editTourDraftSteps: 'EditTourDraftStepsInput',
};

async function write(gateway: TestApp, name: string, input: object) {
  const data = await gateway.graphql(
    `mutation ($input: ${WRITES[name]}!) { ${name}(input: $input) { ${RESULT} ${name === 'createTour' ? '' : CONFLICT} } }`,
    { input },
  );
  return data[name];
}

const it = gatewayTest();

describe('the number of steps', () => {
  let gateway: TestApp;
  it.beforeAll(({ gateway: started }) => {
    gateway = started;
  });

  const TOO_MANY = {
    __typename: 'ValidationError',
    fields: [{ path: 'content', code: 'max_length', message: expect.stringContaining('500 steps') }],
  };

  it('is limited over GraphQL in every write', async () => {
    const { tour } = await mutate(gateway.graphql, 'createTour', { projectId: 1, name: 'Full', content: { steps: steps(500) } });
    const tourId = tour.uuid;
    const content = { steps: steps(501) };
    expect(await write(gateway, 'createTour', { projectId: 1, name: 'More', content })).toEqual(TOO_MANY);
    expect(await write(gateway, 'updateTour', { tourId, content })).toEqual(TOO_MANY);
    expect(await write(gateway, 'saveTourDraft', { tourId, content })).toEqual(TOO_MANY);
    expect((await write(gateway, 'publishTourDraft', { tourId, draft: { content } })).fields).toContainEqual(
      expect.objectContaining({ path: 'content', code: 'max_length' }),
    );
    expect(await write(gateway, 'editTourDraftSteps', { tourId, operations: [{ add: { step: { id: 'x' } } }] })).toEqual(TOO_MANY);
  });

  it('is free over REST, and a tour that has more is read and edited over GraphQL', async () => {
    const created = await gateway.rest('POST', '1/product_tours/', { name: 'Large', content: { steps: steps(600) } });
    expect(created.status).toBe(201);
    const tourId = created.body.id;
    expect((await gateway.graphql(`{ tour(id: "${tourId}") { content { steps { stepId } } } }`)).tour.content.steps).toHaveLength(600);
    const saved = 'SaveTourDraftSuccess';
    expect((await write(gateway, 'saveTourDraft', { tourId, content: { steps: steps(600, 'edited') } })).__typename).toBe(saved);
    expect((await write(gateway, 'saveTourDraft', { tourId, content: { steps: steps(599, 'fewer') } })).__typename).toBe(saved);
    expect(await write(gateway, 'saveTourDraft', { tourId, content: { steps: steps(601) } })).toMatchObject({
      fields: [{ code: 'max_length' }],
    });
    const edit = { update: { stepId: 's3', patch: { contentHtml: 'x' } } };
    expect((await write(gateway, 'editTourDraftSteps', { tourId, operations: [edit] })).__typename).toBe('EditTourDraftStepsSuccess');
  });

  it('makes a stale change of more than 500 steps a conflict on the whole list', async () => {
    const { body } = await gateway.rest('POST', '1/product_tours/', { name: 'Stale', content: { steps: steps(600) } });
    const tourId = body.id;
    const change = (stepId: string) => [{ update: { stepId, patch: { contentHtml: 'x' } } }];
    expect((await write(gateway, 'editTourDraftSteps', { tourId, expectedRevision: 1, operations: change('s1') })).__typename).toContain(
      'Success',
    );
    const stale = await write(gateway, 'editTourDraftSteps', { tourId, expectedRevision: 1, operations: change('s2') });
    expect(stale.conflictingPaths).toEqual(['/content/steps']);
    const other = await write(gateway, 'saveTourDraft', { tourId, expectedRevision: 1, content: { steps: steps(600, 'mine') } });
    expect(other.conflictingPaths).toEqual(['/content/steps']);
    expect((await write(gateway, 'saveTourDraft', { tourId, expectedRevision: 1, name: 'Other' })).__typename).toContain('Success');
  });
});

describe('the bytes of content', () => {
  let gateway: TestApp;
  beforeAll(async () => {
    gateway = await startTestApp({ MAX_CONTENT_BYTES: '2000' });
  });
  afterAll(() => gateway?.stop());

  const content = (bytes: number) => ({ note: 'ä'.repeat((bytes - 11) / 2) });
  const TOO_LONG = { type: 'validation_error', code: 'max_length', attr: 'content' };

  it('are limited over REST', async () => {
    expect(Buffer.byteLength(JSON.stringify(content(1999)))).toBe(1999);
    expect((await gateway.rest('POST', '1/product_tours/', { name: 'Fits', content: content(1999) })).status).toBe(201);
    const { status, body } = await gateway.rest('POST', '1/product_tours/', { name: 'Too long', content: content(2001) });
    expect({ status, body }).toMatchObject({ status: 400, body: TOO_LONG });
    const { body: tour } = await gateway.rest('POST', '1/product_tours/', { name: 'Changed' });
    for (const path of [`1/product_tours/${tour.id}/`, `1/product_tours/${tour.id}/draft/`]) {
      const refused = await gateway.rest('PATCH', path, { content: content(2001) });
      expect({ path, status: refused.status, body: refused.body }).toMatchObject({ status: 400, body: TOO_LONG });
      expect((await gateway.rest('PATCH', path, { content: content(1999) })).status).toBe(200);
    }
  });

  it('are limited where steps add up, and what is stored with more stays editable', async () => {
    const { tour } = await mutate(gateway.graphql, 'createTour', { projectId: 1, name: 'Grows' });
    const tourId = tour.uuid;
    const add = (id: string) => [{ add: { step: { id, contentHtml: 'x'.repeat(900) } } }];
    expect((await write(gateway, 'editTourDraftSteps', { tourId, operations: add('a') })).__typename).toContain('Success');
    expect((await write(gateway, 'editTourDraftSteps', { tourId, operations: add('b') })).__typename).toContain('Success');
    expect((await write(gateway, 'editTourDraftSteps', { tourId, operations: add('c') })).fields).toMatchObject([{ code: 'max_length' }]);

    const large = JSON.stringify({ note: 'x'.repeat(5000) });
    await gateway.app.db.sql.query(
      'UPDATE tours SET content = $1::jsonb, draft_content = NULL, draft_saved_at = NULL, draft_saved_by_id = NULL WHERE id = $2',
      [large, tourId],
    );
    expect((await write(gateway, 'saveTourDraft', { tourId, name: 'Renamed' })).__typename).toContain('Success');
    expect((await write(gateway, 'saveTourDraft', { tourId, content: { note: 'x'.repeat(4000) } })).__typename).toContain('Success');
    expect((await write(gateway, 'updateTour', { tourId, description: 'Live' })).__typename).toContain('Success');
  });
});

describe('the size of conditions', () => {
  const filters = (bytes: number) => ({ groups: [{ properties: [{ key: 'plan', operator: 'exact', value: ['x'.repeat(bytes)], type: 'person' }] }] });
  const MIB = 1024 * 1024;

  it('is limited for tours, over GraphQL and REST, and for flags', async ({ gateway }) => {
    const { tour } = await mutate(gateway.graphql, 'createTour', { projectId: 1, name: 'Targeted', targetingFlagFilters: filters(1000) });
    const refused = { fields: [{ path: 'targetingFlagFilters', code: 'max_length' }] };
    for (const [name, input] of [
      ['createTour', { projectId: 1, name: 'More', targetingFlagFilters: filters(MIB) }],
      ['updateTour', { tourId: tour.uuid, targetingFlagFilters: filters(MIB) }],
      ['saveTourDraft', { tourId: tour.uuid, targetingFlagFilters: filters(MIB) }],
    ] as const) {
      expect(await write(gateway, name, input), name).toMatchObject(refused);
    }
    const sent = await gateway.rest('POST', '1/product_tours/', { name: 'Sent', targeting_flag_filters: filters(MIB) });
    expect(sent).toMatchObject({ status: 400, body: { code: 'max_length', attr: 'targeting_flag_filters' } });
    const flag = { projectId: 1, key: 'large', filters: filters(MIB) };
    expect(await mutate(gateway.graphql, 'createFeatureFlag', flag, '__typename')).toMatchObject({
      fields: [{ path: 'filters', code: 'max_length' }],
    });
  });
});
