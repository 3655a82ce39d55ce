import { describe, expect } from 'vitest';
import type { TestApp } from '../../../support/app.ts';
import { gatewayTest } from '../../../support/gateway-test.ts';
import { mutate } from '../../../support/mutate.ts';
import { newProject } from '../../../support/new-project.ts';
import { addPerson, type Person } from '../../../support/people.ts';

const EVERYTHING = `query ($id: UUID!, $projectId: Int!) {
  viewer { user { id } }
  project(id: $projectId) { id featureFlags { nodes { id } } }
  tour(id: $id) { id linkedSurveys { id } versions { nodes { id } } activity { nodes { id } } }
}`;
const NODE = 'query ($id: ID!) { node(id: $id) { __typename id } }';
const NODES = 'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }';
/** What access-review.test.ts finds by its id. */
const LISTED_TYPES = ['AccessToken', 'AuditEntry', 'Organization', 'PersonalApiKey'];
/** What identity.test.ts finds by its id. */
const OTHER_TYPES = ['DraftEditSession', 'LostDraft', 'PreviewToken', 'TourDraft'];
const TYPES = ['User', 'Project', 'FeatureFlag', 'Tour', 'Survey', 'TourVersion', 'Activity'];

const it = gatewayTest();
let gateway: TestApp;
let stranger: Person;
/** The global id of one object of each type, in the order of TYPES. */
let ids: string[];

it.beforeAll(async ({ gateway: started }) => {
  gateway = started;
  const { projectId } = gateway;
  const content = { steps: [{ id: 'a', type: 'survey', survey: { type: 'open', questionText: 'Why?' } }] };
  const author = await addPerson(gateway);
  const { tour } = await mutate(author.graphql, 'createTour', { projectId, name: 'Node', content, autoLaunch: true });
  const found = await author.graphql(EVERYTHING, { id: tour.uuid, projectId });
  const { linkedSurveys, versions, activity } = found.tour;
  const flag = found.project.featureFlags.nodes[0];
  ids = [found.viewer.user, found.project, flag, found.tour, linkedSurveys[0], versions.nodes[0], activity.nodes[0]].map(({ id }) => id);
  stranger = await addPerson(gateway, { projectIds: [await newProject(gateway.graphql)] });
});

const globalId = (type: string, id: unknown) => Buffer.from(`${type}:${id}`).toString('base64');

describe('node', () => {
  it('finds an object of every type by its global id', async () => {
    expect(new Set(ids).size).toBe(TYPES.length);
    for (const [n, id] of ids.entries()) expect((await gateway.graphql(NODE, { id })).node).toEqual({ __typename: TYPES[n], id });
    expect((await gateway.graphql(NODES, { ids })).nodes.map(({ __typename }: { __typename: string }) => __typename)).toEqual(TYPES);
  });

  it('knows every type that has a global id', async () => {
    const { __type } = await gateway.graphql('{ __type(name: "Node") { possibleTypes { name } } }');
    expect(__type.possibleTypes.map(({ name }: { name: string }) => name).sort()).toEqual(
      [...TYPES, ...LISTED_TYPES, ...OTHER_TYPES].sort(),
    );
  });

  it('finds nothing of another project', async () => {
    for (const id of ids) expect((await stranger.graphql(NODE, { id })).node).toBeNull();
    expect((await stranger.graphql(NODES, { ids })).nodes).toEqual(ids.map(() => null));
  });

  it('finds nothing without the scope, but for people and projects', async () => {
    const { graphql } = await addPerson(gateway, { scopes: [] });
    const { nodes } = await graphql(NODES, { ids });
    expect(nodes.map((node: { __typename: string } | null) => node?.__typename ?? null)).toEqual([
      'User',
      'Project',
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  it('answers null, and no error, for what is no global id or is of nothing', async () => {
    const none = '00000000-0000-4000-8000-000000000000';
    const wrong = [
      '',
      ' ',
      'x',
      '\0',
      'ä',
      '%%%',
      'x'.repeat(10_000),
      Buffer.from('Tour').toString('base64'),
      Buffer.from(':').toString('base64'),
      ...['Query', 'Viewer', 'TourDraft', 'Error', '__proto__', 'constructor', 'toString', ''].map((type) => globalId(type, 1)),
      ...TYPES.flatMap((type) =>
        ['', 'x', -1, 0, 1.5, '1e3', ' 1', 2 ** 31, 999_999_999, '9'.repeat(30), none, '\0', `${none}\n`].map((id) => globalId(type, id)),
      ),
    ];
    const reader = await addPerson(gateway, { scopes: ['product_tour:read', 'feature_flag:read'] });
    for (const id of wrong) {
      expect(await reader.graphql(NODE, { id })).toEqual({ node: null });
      const { errors, data } = await gateway.graphql.send(NODE, { id });
      expect({ id, errors, data }).toEqual({ id, errors: undefined, data: { node: null } });
    }
    expect(wrong.length).toBeGreaterThan(100);
    const { errors, data } = await gateway.graphql.send(NODES, { ids: [...wrong.slice(0, 20), ids[3] as string, ids[3] as string] });
    expect(errors).toBeUndefined();
    expect(data.nodes.map((node: object | null) => node !== null)).toEqual([...wrong.slice(0, 20).map(() => false), true, true]);
  });
});
