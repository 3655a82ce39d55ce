import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { addPerson, type Person } from '../../support/people.ts';

const it = gatewayTest();
let gateway: TestApp;
let project: string;
let author: Person;
let count = 0;

it.beforeAll(async ({ gateway: started }) => {
  gateway = started;
  project = String(gateway.projectId);
  author = await addPerson(gateway);
});

async function createTour(fields: object = {}): Promise<string> {
  const created = await author.rest('POST', `${project}/product_tours/`, { name: `Logged ${++count}`, ...fields });
  expect(created.status).toBe(201);
  return created.body.id;
}

async function change(id: string, fields: object): Promise<void> {
  expect(await author.rest('PATCH', `${project}/product_tours/${id}/`, fields)).toMatchObject({ status: 200 });
}

async function createFlag(key: string): Promise<number> {
  const { createFeatureFlag } = await author.graphql(
    `mutation ($input: CreateFeatureFlagInput!) {
      createFeatureFlag(input: $input) { ... on CreateFeatureFlagSuccess { featureFlag { databaseId } } ... on Error { message } }
    }`,
    { input: { projectId: gateway.projectId, key, name: `Flag ${key}`, filters: { groups: [{ properties: [] }] } } },
  );
  return createFeatureFlag.featureFlag.databaseId;
}

// biome-ignore lint/suspicious/noExplicitAny: tests look into bodies as they came over the wire
async function logOf(id: string): Promise<any[]> {
  const log = await author.rest('GET', `${project}/activity_log/?scope=ProductTour&item_id=${id}`);
  expect(log.status).toBe(200);
  expect(log.body.count).toBe(log.body.results.length);
  return log.body.results;
}

async function lastChanges(id: string): Promise<unknown[]> {
  return (await logOf(id))[0].detail.changes;
}

describe('a page of the activity log', () => {
  const LOG =
    'query ($limit: Int!, $offset: Int!, $itemId: String) { activityLog(projectId: 1, limit: $limit, offset: $offset, itemId: $itemId) { totalCount nodes { uuid } } }';

  it('tells how many entries there are in all when it is empty or past the end', async () => {
    const id = await createTour();
    for (const description of ['a', 'b']) await change(id, { description });
    for (const [limit, offset] of [
      [0, 0],
      [2, 3],
      [2, 1000],
    ]) {
      const { activityLog } = await author.graphql(LOG, { limit, offset, itemId: id });
      expect(activityLog).toEqual({ totalCount: 3, nodes: [] });
    }
    const past = await author.rest('GET', `${project}/activity_log/?item_id=${id}&limit=2&offset=1000`);
    expect(past.body).toMatchObject({ count: 3, next: null, results: [] });
  });

  it('goes on where the one before ended, also among entries of one moment', async () => {
    const id = randomUUID();
    await gateway.app.db.sql.query(
      `INSERT INTO activities (project_id, scope, item_id, activity, detail, created_at)
       SELECT 1, 'ProductTour', $1, 'updated', '{"name": "", "changes": []}', '2026-01-01T00:00:00Z' FROM generate_series(1, 5)`,
      [id],
    );
    const uuids: string[] = [];
    for (let offset = 0; offset < 5; offset++) {
      const { activityLog } = await author.graphql(LOG, { limit: 1, offset, itemId: id });
      expect(activityLog.totalCount).toBe(5);
      uuids.push(...activityLog.nodes.map(({ uuid }: { uuid: string }) => uuid));
    }
    expect(uuids).toEqual([...new Set(uuids)].sort().reverse());
    expect(uuids).toHaveLength(5);
  });
});

describe('the activity log', () => {
  it('tells who made a tour, and when', async () => {
    const id = await createTour({ name: 'First entry' });
    expect(await logOf(id)).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        user: expect.objectContaining({ id: author.userId, email: author.email, first_name: 'Person', last_name: expect.any(String) }),
        unread: false,
        team_id: gateway.projectId,
        organization_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        was_impersonated: false,
        is_system: false,
        client: null,
        ip_address: null,
        activity: 'created',
        scope: 'ProductTour',
        item_id: id,
        detail: { name: 'First entry', changes: [], short_id: null, type: null, trigger: null, context: null },
        created_at: expect.stringMatching(/^20.*Z$/),
      },
    ]);
  });

  const content = { steps: [{ id: 'a', type: 'modal' }] };
  it.each([
    ['name', { name: 'Renamed' }, 'changed', expect.stringMatching(/^Logged/), 'Renamed'],
    ['description', { description: 'Now described' }, 'created', '', 'Now described'],
    ['content', { content }, 'created', {}, content],
    ['auto_launch', { auto_launch: true }, 'changed', false, true],
    ['start_date', { start_date: '2024-01-01T00:00:00Z' }, 'created', null, '2024-01-01T00:00:00Z'],
    ['end_date', { end_date: '2024-01-02T00:00:00.5Z' }, 'created', null, '2024-01-02T00:00:00.500000Z'],
    ['archived', { archived: true }, 'changed', false, true],
  ])('tells a change of %s from what it was before', async (field, fields, action, before, after) => {
    const id = await createTour();
    await change(id, fields);
    const [entry] = await logOf(id);
    expect(entry).toMatchObject({ activity: 'updated', scope: 'ProductTour', item_id: id });
    const changes = entry.detail.changes.filter((logged: { field: string }) => logged.field !== 'internal_targeting_flag');
    expect(changes).toEqual([{ type: 'ProductTour', action, field, before, after }]);
  });

  it('tells what was emptied from what was changed', async () => {
    const id = await createTour({ description: 'Text', start_date: '2024-01-01T00:00:00Z', content });
    await change(id, { description: '', start_date: null, content: {} });
    expect(await lastChanges(id)).toEqual([
      { type: 'ProductTour', action: 'deleted', field: 'description', before: 'Text', after: '' },
      { type: 'ProductTour', action: 'deleted', field: 'content', before: content, after: {} },
      { type: 'ProductTour', action: 'deleted', field: 'start_date', before: '2024-01-01T00:00:00Z', after: null },
    ]);
  });

  it('tells a change of targeting that no flag shows yet, and then the flag alone', async () => {
    const id = await createTour();
    const targeting = { groups: [{ variant: '', rollout_percentage: 100, properties: [{ key: 'plan', value: 'a' }] }] };
    await change(id, { targeting_flag_filters: targeting });
    expect(await lastChanges(id)).toEqual([
      { type: 'ProductTour', action: 'created', field: 'targeting_flag_filters', before: null, after: targeting },
    ]);
    await change(id, { auto_launch: true });
    await change(id, { targeting_flag_filters: null });
    const flag = expect.objectContaining({ field: 'internal_targeting_flag' });
    expect(await lastChanges(id)).toEqual([flag]);
  });

  it('shows the internal flag as an object, made and changed', async () => {
    const id = await createTour();
    await change(id, { auto_launch: true });
    const made = (await logOf(id))[0].detail.changes[0];
    const flag = {
      id: expect.any(Number),
      key: expect.stringMatching(/^product-tour-targeting-logged-/),
      name: expect.stringMatching(/^Product Tour: Logged/),
      filters: { groups: expect.any(Array) },
      team_id: gateway.projectId,
      deleted: false,
      active: false,
    };
    expect(made).toEqual({ type: 'ProductTour', action: 'created', field: 'internal_targeting_flag', before: null, after: flag });
    await change(id, { start_date: '2024-01-01T00:00:00Z' });
    const launched = await lastChanges(id);
    expect(launched).toContainEqual({
      type: 'ProductTour',
      action: 'changed',
      field: 'internal_targeting_flag',
      before: made.after,
      after: { ...made.after, active: true },
    });
    expect(launched).toHaveLength(2);
  });

  it('shows a linked flag as an object, linked, replaced and unlinked', async () => {
    const [one, two] = [await createFlag('one'), await createFlag('two')];
    const id = await createTour();
    const flag = (flagId: number, key: string) => {
      const filters = { groups: [{ properties: [] }] };
      return { id: flagId, key, name: `Flag ${key}`, filters, team_id: gateway.projectId, deleted: false, active: true };
    };
    const entry = { type: 'ProductTour', field: 'linked_flag' };
    await change(id, { linked_flag_id: one });
    expect(await lastChanges(id)).toEqual([{ ...entry, action: 'created', before: null, after: flag(one, 'one') }]);
    await change(id, { linked_flag_id: two });
    expect(await lastChanges(id)).toEqual([{ ...entry, action: 'changed', before: flag(one, 'one'), after: flag(two, 'two') }]);
    await change(id, { linked_flag_id: null });
    expect(await lastChanges(id)).toEqual([{ ...entry, action: 'deleted', before: flag(two, 'two'), after: null }]);
  });

  it('leaves out drafts, reads, and writes that change nothing', async () => {
    const id = await createTour({ description: 'Same', start_date: '2024-01-01T00:00:00Z', content });
    await author.rest('PATCH', `${project}/product_tours/${id}/draft/`, { name: 'Drafted' });
    await author.rest('DELETE', `${project}/product_tours/${id}/discard_draft/`);
    await author.rest('GET', `${project}/product_tours/${id}/`);
    await change(id, { description: 'Same', start_date: '2024-01-01T01:00:00.000+01:00', content });
    await change(id, {});
    expect((await logOf(id)).map(({ activity }) => activity)).toEqual(['created']);
  });

  it('tells of a publish as of any other update', async () => {
    const id = await createTour();
    await author.rest('PATCH', `${project}/product_tours/${id}/draft/`, { description: 'Drafted' });
    await author.rest('POST', `${project}/product_tours/${id}/publish_draft/`);
    expect((await logOf(id)).map(({ activity, detail }) => [activity, detail.changes.length])).toEqual([
      ['updated', 1],
      ['created', 0],
    ]);
  });

  it('stays readable when the tour is gone', async () => {
    const id = await createTour({ name: 'Soon gone' });
    await change(id, { name: 'Gone' });
    await author.rest('DELETE', `${project}/product_tours/${id}/`);
    expect((await logOf(id)).map(({ activity, detail }) => [activity, detail.name, detail.changes.length])).toEqual([
      ['deleted', 'Gone', 0],
      ['updated', 'Gone', 1],
      ['created', 'Soon gone', 0],
    ]);
  });
});

describe('GET activity_log', () => {
  it('takes an id in every form of a UUID', async () => {
    const id = await createTour();
    for (const form of [id.toUpperCase(), id.replaceAll('-', '')]) expect(await logOf(form)).toHaveLength(1);
  });

  it('gives the whole project without an id, page by page, newest first', async () => {
    const ids = [await createTour(), await createTour(), await createTour()];
    const path = `${project}/activity_log/?scope=ProductTour&limit=2`;
    const first = await author.rest('GET', path);
    expect(first.body.results.map((entry: { item_id: string }) => entry.item_id)).toEqual([ids[2], ids[1]]);
    expect(first.body).toMatchObject({ count: expect.any(Number), previous: null });
    expect(first.body.count).toBeGreaterThanOrEqual(3);
    expect(first.body.next).toBe(`${gateway.url}/api/projects/${project}/activity_log/?limit=2&offset=2&scope=ProductTour`);
    const second = await author.rest('GET', `${path}&offset=2`);
    expect(second.body.results[0].item_id).toBe(ids[0]);
    expect(second.body.previous).toBe(`${gateway.url}/api/projects/${project}/activity_log/?limit=2&scope=ProductTour`);
    const times = first.body.results.concat(second.body.results).map((entry: { created_at: string }) => Date.parse(entry.created_at));
    expect(times).toEqual(times.toSorted((one: number, other: number) => other - one));
    expect((await author.rest('GET', `${project}/activity_log/`)).body.count).toBe(first.body.count);
  });

  it('opens to the scope of the log and to that of tours', async () => {
    for (const scope of ['activity_log:read', 'product_tour:read', 'product_tour:write']) {
      const reader = await addPerson(gateway, { scopes: [scope] });
      expect((await reader.rest('GET', `${project}/activity_log/`)).status, scope).toBe(200);
      const { data } = await reader.graphql.send('query ($id: Int!) { activityLog(projectId: $id) { totalCount } }', {
        id: gateway.projectId,
      });
      expect(data?.activityLog.totalCount, scope).toBeGreaterThan(0);
    }
    const reader = await addPerson(gateway, { scopes: ['activity_log:read'] });
    expect((await reader.rest('GET', `${project}/product_tours/`)).status).toBe(403);
  });

  it('is filtered by kinds, things, activities and people, and sorted either way', async () => {
    const [one, two] = [await createTour(), await createTour()];
    for (const description of ['a', 'b']) await change(one, { description });
    const colleague = await addPerson(gateway);
    await colleague.rest('DELETE', `${project}/product_tours/${two}/`);
    const uuid = (await colleague.rest('GET', `../users/@me/`)).body.uuid;
    const found = async (query: string) => {
      const { body } = await author.rest('GET', `${project}/activity_log/?${query}`);
      expect(body.count).toBe(body.results.length);
      return body.results.map(({ item_id, activity }: { item_id: string; activity: string }) => `${item_id === one ? 1 : 2} ${activity}`);
    };
    const both = `item_ids=${one},${two.toUpperCase()}`;
    expect(await found(both)).toEqual(['2 deleted', '1 updated', '1 updated', '2 created', '1 created']);
    expect(await found(`${both}&ordering=created_at`)).toEqual(['1 created', '2 created', '1 updated', '1 updated', '2 deleted']);
    expect(await found(`${both}&activity=created,deleted`)).toEqual(['2 deleted', '2 created', '1 created']);
    expect(await found(`${both}&item_id=${two}&scopes=Insight,ProductTour`)).toEqual(['2 deleted', '2 created']);
    expect(await found(`${both}&user=${uuid}`)).toEqual(['2 deleted']);
    for (const nothing of [
      'scopes=Insight',
      'scopes=ProductTour&scope=Insight',
      'activity=x',
      'user=x',
      `item_id=${randomUUID()}`,
      'activity=%00',
    ]) {
      expect(await found(`${both}&${nothing}`), nothing).toEqual([]);
    }
  });

  it('is paged by numbers', async () => {
    const id = await createTour();
    for (const description of ['a', 'b', 'c', 'd']) await change(id, { description });
    const path = `${project}/activity_log/?item_id=${id}&page_size=2`;
    const link = (page: string) => `${gateway.url}/api/projects/${project}/activity_log/?item_id=${id}${page}&page_size=2`;
    const pages = await Promise.all(['1', '2', '3', 'last'].map((page) => author.rest('GET', `${path}&page=${page}`)));
    expect(pages.map(({ body }) => [body.count, body.results.length, body.next, body.previous])).toEqual([
      [5, 2, link('&page=2'), null],
      [5, 2, link('&page=3'), link('')],
      [5, 1, null, link('&page=2')],
      [5, 1, null, link('&page=2')],
    ]);
    const ids = pages.slice(0, 3).flatMap(({ body }) => body.results.map((entry: { id: string }) => entry.id));
    expect(new Set(ids).size).toBe(5);
    for (const page of ['0', '-1', '4', 'x', '1.5', '99999999999999999999']) {
      const answer = await author.rest('GET', `${path}&page=${page}`);
      expect(answer, page).toMatchObject({ status: 404, body: { code: 'not_found', detail: 'Invalid page.' } });
    }
    expect((await author.rest('GET', path)).body).toMatchObject({ count: 5, results: { length: 2 } });
    const none = await author.rest('GET', `${project}/activity_log/?item_id=${randomUUID()}&page=1`);
    expect(none.body).toEqual({ count: 0, next: null, previous: null, results: [] });
  });

  it.each(['?scope=Insight', '?scope=producttour', '?scope=%00', '?item_id=%00', '?item_id=7', `?item_id=${randomUUID()}`])(
    'finds nothing for %s',
    async (query) => {
      const log = await author.rest('GET', `${project}/activity_log/${query}`);
      expect(log).toMatchObject({ status: 200, body: { count: 0, next: null, previous: null, results: [] } });
    },
  );

  it('answers under both names, with and without its slash, and to HEAD and OPTIONS', async () => {
    for (const path of ['activity_log', 'activity_log/']) {
      expect((await author.rest('GET', `${project}/${path}`)).status).toBe(200);
      expect((await author.rest('GET', `../environments/${project}/${path}`)).status).toBe(200);
      expect(await author.rest('HEAD', `${project}/${path}`)).toMatchObject({ status: 200, text: '' });
    }
    const options = await author.rest('OPTIONS', `${project}/activity_log/`);
    expect(options.headers.get('allow')).toBe('GET, HEAD, OPTIONS');
    expect(options.body).toMatchObject({ name: 'Activity Log List' });
  });

  it('makes the checks of every other endpoint', async () => {
    const [stranger, scopeless] = [
      await addPerson(gateway, { projectIds: [] }),
      await addPerson(gateway, { scopes: ['feature_flag:read'] }),
    ];
    const path = `${project}/activity_log/`;
    expect((await author.rest('GET', path, undefined, { authorization: 'Bearer phx_wrong' })).status).toBe(401);
    expect((await author.rest('POST', path, {})).body).toMatchObject({ detail: 'This action does not support personal API key access' });
    expect((await author.rest('GET', '999999/activity_log/')).body).toMatchObject({ detail: 'Project not found.' });
    expect((await stranger.rest('GET', path)).body).toMatchObject({ detail: "You don't have access to the project." });
    expect((await scopeless.rest('GET', path)).body).toMatchObject({ detail: "API key missing required scope 'activity_log:read'" });
    expect((await author.rest('GET', `${path}more/`)).body).toMatchObject({ detail: 'Endpoint not found.' });
    expect((await author.rest('GET', path, undefined, { accept: 'text/html' })).status).toBe(406);
  });

  it('shows nobody another project’s log, and says nothing of who is gone', async () => {
    const { createProject } = await gateway.graphql(
      `mutation { createProject(input: { name: "Other" }) { ... on CreateProjectSuccess { project { databaseId } } ... on Error { message } } }`,
    );
    const other = createProject.project.databaseId;
    const outsider = await addPerson({ ...gateway, projectId: other });
    const made = await outsider.rest('POST', `${other}/product_tours/`, { name: 'Elsewhere' });
    expect(await logOf(made.body.id)).toEqual([]);
    await gateway.app.db.prisma.user.delete({ where: { id: outsider.userId } });
    const log = await gateway.rest('GET', `${other}/activity_log/`);
    expect(log.body.results).toMatchObject([{ activity: 'created', user: null, item_id: made.body.id }]);
  });
});

describe('activityLog of GraphQL', () => {
  it('gives the same entries, also when the tour is gone, and asks for the scope', async () => {
    const id = await createTour({ name: 'Asked with GraphQL' });
    await author.rest('DELETE', `${project}/product_tours/${id}/`);
    const query = `query ($projectId: Int!, $itemId: String) {
      activityLog(projectId: $projectId, itemId: $itemId) { totalCount nodes { id uuid activity name scope itemId actor { email } changes { field } } }
    }`;
    const variables = { projectId: gateway.projectId, itemId: id };
    const { activityLog } = await author.graphql(query, variables);
    expect(activityLog.totalCount).toBe(2);
    const entry = { name: 'Asked with GraphQL', scope: 'ProductTour', itemId: id, actor: { email: author.email }, changes: [] };
    expect(activityLog.nodes).toMatchObject([
      { ...entry, activity: 'deleted' },
      { ...entry, activity: 'created' },
    ]);
    const scopeless = await addPerson(gateway, { scopes: ['feature_flag:read'] });
    expect((await scopeless.graphql.send(query, variables)).errors).toMatchObject([{ extensions: { code: 'MISSING_SCOPE' } }]);
    const stranger = await addPerson(gateway, { projectIds: [] });
    expect((await stranger.graphql.send(query, variables)).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  });
});
