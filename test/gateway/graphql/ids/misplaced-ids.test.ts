import { describe, expect } from 'vitest';
import type { TestApp } from '../../../support/app.ts';
import { gatewayTest } from '../../../support/gateway-test.ts';
import { mutate } from '../../../support/mutate.ts';
import { newProject } from '../../../support/new-project.ts';
import { addPerson, type Person } from '../../../support/people.ts';
import { subscribe } from '../../../support/socket.ts';

const it = gatewayTest();
let gateway: TestApp;
let stranger: Person;
let tour: {
  id: string;
  uuid: string;
  project: { id: string; organization: { id: string; uuid: string } };
  createdBy: { id: string; uuid: string };
};

it.beforeAll(async ({ gateway: started }) => {
  gateway = started;
  stranger = await addPerson(gateway, { projectIds: [await newProject(gateway.graphql)] });
  const selection = 'tour { id uuid project { id organization { id uuid } } createdBy { id uuid } }';
  ({ tour } = await mutate(gateway.graphql, 'createTour', { projectId: gateway.projectId, name: 'Misplaced' }, selection));
});

const TOUR = 'query ($id: UUID!) { tour(id: $id) { uuid } }';

describe('the global id of the object itself', () => {
  it('is taken wherever its UUID is', async () => {
    expect(await gateway.graphql(TOUR, { id: tour.id })).toEqual({ tour: { uuid: tour.uuid } });
    expect(await gateway.graphql(`{ tour(id: "${tour.id}") { uuid } }`)).toEqual({ tour: { uuid: tour.uuid } });
    const { organization } = tour.project;
    const ORGANIZATION = 'query ($id: UUID!) { organization(id: $id) { uuid } }';
    expect(await gateway.graphql(ORGANIZATION, { id: organization.id })).toEqual({ organization: { uuid: organization.uuid } });
    expect(await mutate(gateway.graphql, 'saveTourDraft', { tourId: tour.id, name: 'Drafted' }, 'tour { uuid }')).toMatchObject({
      tour: { uuid: tour.uuid },
    });
    const key = { userId: 1, label: 'For one', scopes: ['*'], organizationIds: [organization.id] };
    expect(await mutate(gateway.graphql, 'createPersonalApiKey', key, 'apiKey { organizationIds }')).toMatchObject({
      apiKey: { organizationIds: [organization.uuid] },
    });
    const log = 'query ($itemId: String) { activityLog(projectId: 1, itemId: $itemId) { totalCount } }';
    expect(await gateway.graphql(log, { itemId: tour.id })).toEqual(await gateway.graphql(log, { itemId: tour.uuid }));
    expect((await gateway.graphql(log, { itemId: tour.id })).activityLog.totalCount).toBe(1);
  });

  it('opens nothing that its UUID does not open', async () => {
    for (const id of [tour.id, tour.uuid]) expect(await stranger.graphql(TOUR, { id })).toEqual({ tour: null });
    const refused = await mutate(stranger.graphql, 'deleteTour', { tourId: tour.id }, 'tourId');
    expect(refused).toEqual(await mutate(stranger.graphql, 'deleteTour', { tourId: tour.uuid }, 'tourId'));
    expect(refused).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is not a number, but says which it stands for', async () => {
    const { data, errors } = await gateway.graphql.send('query ($id: Int!) { project(id: $id) { name } }', { id: tour.project.id });
    expect(data).toBeUndefined();
    expect(errors).toEqual([
      {
        message: `id: Expected the databaseId of a Project (\`Project.databaseId\`), but received the global id of a Project: ${tour.project.id}. Its databaseId is 1.`,
        extensions: { code: 'VALIDATION_FAILED', fields: [expect.objectContaining({ path: 'id', code: 'invalid_input' })] },
      },
    ]);
  });
});

describe('a UUID as the id of a node', () => {
  it('finds the object of any type that has one, for those who may see it', async () => {
    const NODES = 'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }';
    const { versions, activity } = (
      await gateway.graphql('query ($id: UUID!) { tour(id: $id) { versions { nodes { id } } activity { nodes { id uuid } } } }', {
        id: tour.uuid,
      })
    ).tour;
    const [versionUuid = ''] = versions.nodes.map(({ id }: { id: string }) => Buffer.from(id, 'base64').toString().split(':')[1]);
    const ids = [
      tour.uuid,
      tour.project.organization.uuid,
      tour.createdBy.uuid,
      activity.nodes[0].uuid,
      versionUuid,
      tour.uuid.toUpperCase(),
    ];
    expect((await gateway.graphql(NODES, { ids })).nodes).toEqual([
      { __typename: 'Tour', id: tour.id },
      { __typename: 'Organization', id: tour.project.organization.id },
      { __typename: 'User', id: tour.createdBy.id },
      { __typename: 'Activity', id: activity.nodes[0].id },
      { __typename: 'TourVersion', id: versions.nodes[0].id },
      { __typename: 'Tour', id: tour.id },
    ]);
    const { nodes } = await stranger.graphql(NODES, { ids: [tour.uuid, activity.nodes[0].uuid, versionUuid] });
    expect(nodes).toEqual([null, null, null]);
  });
});

describe('an id of another kind', () => {
  it.for([
    [
      'a variable of the argument',
      TOUR,
      () => ({ id: tour.project.id }),
      'id: Expected the UUID or global id of a Tour (`Tour.uuid` or `Tour.id`), but received the global id of a Project',
    ],
    ['a literal', () => `{ tour(id: "${tour.project.id}") { uuid } }`, () => ({}), 'id: Expected the UUID or global id of a Tour'],
    ['a number in a literal', '{ tour(id: 5) { uuid } }', () => ({}), 'but received a number: 5.'],
    [
      'a filter',
      'query ($f: TourFilter) { tours(projectId: 1, filter: $f) { totalCount } }',
      () => ({ f: { createdById: tour.createdBy.uuid } }),
      'filter.createdById: Expected the databaseId of a User (`User.databaseId`), but received a UUID',
    ],
    [
      'a list',
      'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }',
      () => ({ ids: [tour.id, '17'] }),
      'ids.1: Expected the global id of an object',
    ],
    [
      'a fragment',
      'query ($id: UUID!) { ...F } fragment F on Query { tour(id: $id) { uuid } }',
      () => ({ id: tour.createdBy.id }),
      'but received the global id of a User',
    ],
    [
      'a variable inside a literal object',
      'query ($u: Int) { tours(projectId: 1, filter: { createdById: $u }) { totalCount } }',
      () => ({ u: tour.createdBy.id }),
      'filter.createdById: Expected the databaseId of a User',
    ],
    [
      'a cursor',
      'query ($c: String) { tours(projectId: 1, after: $c) { totalCount } }',
      () => ({ c: tour.id }),
      'after: Expected a cursor (`pageInfo.endCursor`, or the `cursor` of an edge or event), but received the global id of a Tour',
    ],
  ] as const)('is named in %s', async ([, document, variables, message]) => {
    const query = typeof document === 'string' ? document : document();
    const { data, errors } = await gateway.graphql.send(query, variables());
    expect(data).toBeUndefined();
    expect(errors).toHaveLength(1);
    expect(errors?.[0]?.message).toContain(message);
    expect(errors?.[0]?.extensions.code).toBe('VALIDATION_FAILED');
  });

  it('is named whether or not the object exists, and for whomever', async () => {
    const answers = await Promise.all(
      [gateway.graphql, stranger.graphql].flatMap((client) =>
        ['User:1', 'User:999999'].map(async (id) => {
          const { errors, status } = await client.send(TOUR, { id: Buffer.from(id).toString('base64') });
          return { status, message: errors?.[0]?.message.replace(/: \w+={0,2}\./, '') };
        }),
      ),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  });

  it('is checked for the operation that runs, where a document has several', async () => {
    const document = 'query A($id: UUID!) { tour(id: $id) { uuid } } query B($id: ID!) { node(id: $id) { id } }';
    const response = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${gateway.key}` },
      body: JSON.stringify({ query: document, operationName: 'B', variables: { id: tour.project.id } }),
    });
    expect(await response.json()).toEqual({ data: { node: { id: tour.project.id } } });
  });

  it('is named over a WebSocket and in a GET request', async () => {
    const watched = subscribe(gateway.url, gateway.key, 'subscription ($id: UUID!) { tourDraftChanged(tourId: $id) { kind } }', {
      id: tour.project.id,
    });
    const [error] = (await watched.next().catch((errors: unknown) => errors)) as { message: string }[];
    expect(error?.message).toContain('tourId: Expected the UUID or global id of a Tour');
    await watched.close();
    const url = `${gateway.url}/graphql?${new URLSearchParams({ query: TOUR, variables: JSON.stringify({ id: tour.project.id }) })}`;
    const response = await fetch(url, { headers: { authorization: `Bearer ${gateway.key}`, accept: 'application/graphql-response+json' } });
    expect(response.status).toBe(400);
    expect(((await response.json()) as { errors: { message: string }[] }).errors[0]?.message).toContain(
      'but received the global id of a Project',
    );
  });

  it('is repeated in part only, and is not decoded where it is longer than an id', async () => {
    const long = Buffer.from(`Tour:${'9'.repeat(5000)}`).toString('base64');
    for (const id of [long, 'x'.repeat(50_000)]) {
      const { errors } = await gateway.graphql.send(`{ tour(id: "${id}") { uuid } }`);
      expect(errors?.[0]?.message).toContain('UUID needs a text');
      expect(errors?.[0]?.message.length).toBeLessThan(300);
    }
    const cursor = Buffer.from(JSON.stringify(['x'.repeat(2000)])).toString('base64url');
    const { errors } = await gateway.graphql.send(TOUR, { id: cursor });
    expect(errors?.[0]?.message).toContain('but received a cursor: WyJ4');
    expect(errors?.[0]?.message.length).toBeLessThan(400);
  });
});
