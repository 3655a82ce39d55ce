import createClient, { type Client } from 'openapi-fetch';
import { describe, expect } from 'vitest';
import type { components, paths } from '../../../src/generated/openapi.ts';
import type { OpenapiDocument } from '../../../src/openapi/document.ts';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { type Answers, checkedAnswers, operationsOf, readDocument } from '../../support/openapi.ts';

type Tour = components['schemas']['Tour'];

const it = gatewayTest({ CONTENT_PROVIDER: 'template' });
let gateway: TestApp;
let document: OpenapiDocument;
let answers: Answers;
let client: Client<paths>;
/** The project and, once it is made, the tour. */
let project: { project_id: number };
let tour: { project_id: number; id: string };

it.beforeAll(async ({ gateway: started }) => {
  gateway = started;
  document = await readDocument(gateway.url);
  answers = checkedAnswers(document);
  client = createClient<paths>({ baseUrl: gateway.url, headers: { authorization: `Bearer ${gateway.key}` }, fetch: answers.fetch });
  project = { project_id: gateway.projectId };
  await gateway.graphql('mutation ($input: UpdateProjectInput!) { updateProject(input: $input) { __typename ... on Error { message } } }', {
    input: { id: gateway.projectId, aiDataProcessingApproved: true },
  });
});

const TOURS = '/api/projects/{project_id}/product_tours/';
const TOUR = '/api/projects/{project_id}/product_tours/{id}/';
const STEP = { id: 'hello', type: 'modal', contentHtml: '<p>Hello</p>' };

describe('a client generated from the document', () => {
  it('makes a tour and reads it', async () => {
    const { data: made } = await client.POST(TOURS, {
      params: { path: project },
      body: { name: 'First invoice', content: { steps: [STEP] }, auto_launch: true, start_date: '2024-01-01T00:00:00Z' },
    });
    expect(made).toMatchObject({ name: 'First invoice', creation_context: 'app', linked_flag_id: null });
    tour = { ...project, id: made?.id ?? '' };

    const { data: read, response } = await client.GET(TOUR, { params: { path: tour } });
    expect(read?.internal_targeting_flag?.key).toMatch(/^product-tour-targeting-first-invoice-/);
    const etag = response.headers.get('etag') ?? '';
    const again = await client.GET(TOUR, { params: { path: tour, header: { 'If-None-Match': etag } } });
    expect([again.response.status, again.data]).toEqual([304, undefined]);

    const { data: page } = await client.GET(TOURS, {
      params: { path: { project_id: '@current' }, query: { search: 'invoice', limit: 5 } },
    });
    expect(page?.results.map(({ id }) => id)).toEqual([tour.id]);
  });

  it('drafts, publishes and discards', async () => {
    const draft = await client.PATCH(`${TOUR}draft/`, { params: { path: tour }, body: { name: 'Your first invoice' } });
    expect(draft.data?.draft_content).toMatchObject({ name: 'Your first invoice' });
    const status = await client.GET(`${TOUR}draft_status/`, { params: { path: tour } });
    expect(status.data).toEqual({ updated_at: draft.data?.updated_at, has_draft: true });
    const published = await client.POST(`${TOUR}publish_draft/`, { params: { path: tour }, body: { description: 'Two minutes' } });
    expect(published.data).toMatchObject({ name: 'Your first invoice', description: 'Two minutes', has_draft: false });
    const nothing = await client.POST(`${TOUR}publish_draft/`, { params: { path: tour } });
    expect(nothing.error).toEqual({ detail: 'No draft to publish.' });
    const discarded = await client.DELETE(`${TOUR}discard_draft/`, { params: { path: tour } });
    expect(discarded.data?.has_draft).toBe(false);
  });

  it('has texts written', async () => {
    const { data } = await client.POST(`${TOUR}generate/`, { params: { path: tour }, body: { title: 'First invoice', steps: [STEP] } });
    expect(data?.steps.map(({ step_id, title, description }) => [step_id, typeof title, typeof description])).toEqual([
      ['hello', 'string', 'string'],
    ]);
  });

  it('changes the live tour, with the errors of the document', async () => {
    const changed = await client.PATCH(TOUR, { params: { path: tour }, body: { end_date: null, creation_context: 'toolbar' } });
    expect(changed.data?.creation_context).toBe('toolbar');
    const stale = await client.PATCH(TOUR, { params: { path: tour, header: { 'If-Match': '"0"' } }, body: { name: 'Other' } });
    expect(stale.error?.code).toBe('precondition_failed');
    const blank = await client.PATCH(TOUR, { params: { path: tour }, body: { name: ' ' } });
    expect(blank.error).toEqual({ type: 'validation_error', code: 'blank', detail: 'This field may not be blank.', attr: 'name' });
  });

  it('makes, changes and lists flags, and reads who it is and where', async () => {
    const FLAGS = '/api/projects/{project_id}/feature_flags/';
    const made = await client.POST(FLAGS, { params: { path: project }, body: { key: 'beta', filters: { groups: [{}] } } });
    const flag = { ...project, id: made.data?.id ?? 0 };
    const renamed = await client.PATCH(`${FLAGS}{id}/`, { params: { path: flag }, body: { key: 'beta-2', active: false } });
    expect(renamed.data).toMatchObject({ key: 'beta-2', active: false, version: 2 });
    const read = await client.GET(`${FLAGS}{id}/`, { params: { path: flag } });
    expect(read.data).toEqual(renamed.data);
    const listed = await client.GET(FLAGS, { params: { path: project, query: { search: 'BETA' } } });
    expect(listed.data?.results.map(({ key }) => key)).toEqual(['beta-2']);
    expect((await client.DELETE(`${FLAGS}{id}/`, { params: { path: flag } })).response.status).toBe(405);
    const found = await client.GET('/api/projects/{id}/', { params: { path: { id: '@current' } } });
    const me = await client.PATCH('/api/users/{id}/', {
      params: { path: { id: '@me' } },
      body: { set_current_team: found.data?.id ?? 0, last_name: 'Byron' },
    });
    expect(me.data?.team?.id).toBe(found.data?.id);
    expect((await client.GET('/api/users/{id}/', { params: { path: { id: '@me' } } })).data?.last_name).toBe('Byron');
  });

  it('reads what browsers read, and sends what they send', async () => {
    const { token } = gateway;
    const shown = await client.GET('/api/product_tours/', { params: { query: { token } } });
    expect(shown.data?.product_tours.map(({ id, tour_type }) => [id, tour_type])).toEqual([[tour.id, 'tour']]);
    const key = shown.data?.product_tours[0]?.internal_targeting_flag_key ?? '';
    const flags = await client.POST('/flags/', { body: { token, distinct_id: 'ada', person_properties: {} } });
    expect(flags.data?.flags[key]).toMatchObject({ enabled: true, reason: { code: 'condition_match' } });
    for (const path of ['/e/', '/i/v0/e/', '/batch/'] as const) {
      const event = { event: 'product tour shown', distinct_id: 'ada', properties: { $product_tour_id: tour.id } };
      expect((await client.POST(path, { body: { api_key: token, batch: [event] } })).data).toEqual({ status: 1 });
    }
    const config = await client.GET('/array/{token}/config', { params: { path: { token } } });
    expect(config.data?.productTours).toBe(true);
    const script = await client.GET('/array/{token}/config.js', { params: { path: { token } }, parseAs: 'text' });
    expect(script.data).toContain('_POSTHOG_REMOTE_CONFIG');
    const sdk = await client.GET('/static/{file}', { params: { path: { file: 'array.js' } }, parseAs: 'text' });
    expect(sdk.data?.length).toBeGreaterThan(10_000);
    const unknown = await client.GET('/api/product_tours/', { params: { query: { token: 'phc_unknown' } } });
    expect(unknown.error).toMatchObject({ code: 'invalid_api_key' });
  });

  it('deletes it, and reads what was done', async () => {
    expect((await client.DELETE(TOUR, { params: { path: tour } })).response.status).toBe(204);
    expect((await client.GET(TOUR, { params: { path: tour } })).error?.code).toBe('not_found');
    const { data } = await client.GET('/api/projects/{project_id}/activity_log/', {
      params: { path: project, query: { scope: 'ProductTour', item_id: tour.id } },
    });
    expect(data?.results.map(({ activity }) => activity)).toEqual(['deleted', 'updated', 'created']);
    expect(data?.results[1]?.detail.changes.map(({ field }) => field).sort()).toEqual(['description', 'name']);
  });

  it('has called every operation with success', () => {
    const called = [...answers.seen].filter((answer) => / 20\d$/.test(answer)).map((answer) => answer.split(' ')[0]);
    const operations = operationsOf(document).flatMap(({ operationId, responses }) =>
      Object.keys(responses).some((status) => status.startsWith('2')) ? [operationId] : [],
    );
    expect(operations.length).toBeGreaterThanOrEqual(19);
    expect(new Set(called)).toEqual(new Set(operations));
  });

  it('cannot be written against what the document does not have', () => {
    // TypeScript refuses each of these; none is called.
    const refused = [
      // @ts-expect-error a tour has no such field
      (read: Tour) => read.nmae,
      // @ts-expect-error a new tour needs a name
      () => client.POST(TOURS, { params: { path: project }, body: { description: 'Nameless' } }),
      // @ts-expect-error there are two contexts
      () => client.POST(TOURS, { params: { path: project }, body: { name: 'Tour', creation_context: 'web' } }),
      // @ts-expect-error a tour is addressed by project and id
      () => client.GET(TOUR, { params: { path: project } }),
      // @ts-expect-error nothing is put
      () => client.PUT(TOUR, { params: { path: tour } }),
    ];
    expect(refused).toHaveLength(5);
  });
});
