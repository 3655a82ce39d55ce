import { describe, expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { apolloClient } from '../../support/caches/apollo.ts';
import type { CacheClient, Credentials } from '../../support/caches/cache-client.ts';
import { graphcacheClient } from '../../support/caches/graphcache.ts';
import { relayClient } from '../../support/caches/relay.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { mutate } from '../../support/mutate.ts';
import { newProject } from '../../support/new-project.ts';

const CLIENTS: Record<string, (credentials: Credentials) => CacheClient | Promise<CacheClient>> = {
  'Apollo Client': apolloClient,
  'urql Graphcache': graphcacheClient,
  Relay: relayClient,
};

const it = gatewayTest();
let gateway: TestApp;
let count = 0;
const run = (name: string, input: object, selection?: string) => mutate(gateway.graphql, name, input, selection);

it.beforeAll(({ gateway: started }) => {
  gateway = started;
});

const CONTENT = 'content { raw displayFrequency conditions { url } steps { stepId type contentHtml raw linkedSurvey { id name } } }';
const TOUR = `query ($id: UUID!) { tour(id: $id) {
  id uuid name description revision hasDraft status project { id databaseId name organization { id name } } createdBy { id email }
  ${CONTENT}
  draft { id name description revision raw ${CONTENT} linkedFlag { id key } problems { code path } stepDiff { changed { stepId number } } }
  versions { nodes { id number name ${CONTENT} stepDiff { changed { stepId } } } pageInfo { endCursor } }
  lostDrafts { nodes { id revision cause raw ${CONTENT} } }
  draftHistory { nodes { id revision fromRevision saves raw savedBy { id email } stepDiff { changed { stepId } added { stepId } } } }
  activity { nodes { id activity actor { id email } changes { field before after } } }
  previewTokens { id label tour { id } }
  stats { shown { total persons } steps { stepId order } }
  year: stats(from: "2020-01-01T00:00:00Z", to: "2020-12-31T00:00:00Z") { shown { total persons } }
} }`;
const PREVIEW = `query ($id: UUID!) {
  draft: tourPreview(tourId: $id, perspective: DRAFT) { tourId revision isDraft payload }
  live: tourPreview(tourId: $id, perspective: PUBLISHED) { tourId revision isDraft payload }
}`;
const ACCESS = `{
  viewer { user { id email } scopes projects { id name } }
  personalApiKeys { nodes { id uuid label projectIds user { id email } } }
  accessTokens { nodes { id uuid label } }
  organizations { nodes { id uuid name } }
  users { nodes { id email } }
  auditLog { nodes { id action actorName subject { type subjectId name } } }
}`;

/** A tour whose steps have the ids of every other tour here, and other texts in each draft and version. */
async function createTour(name: string, projectId = gateway.projectId): Promise<string> {
  const content = (text: string) => ({
    displayFrequency: 'always',
    conditions: { url: `https://example.com/${text}` },
    steps: ['welcome', 'next'].map((id) => ({ id, type: 'modal', contentHtml: `<p>${name}, ${id}: ${text}</p>` })),
  });
  const { tour } = await run('createTour', { projectId, name, content: content('first') });
  const tourId = tour.uuid;
  await run('saveTourDraft', { tourId, content: content('second') });
  await run('publishTourDraft', { tourId });
  await run('saveTourDraft', { tourId, content: content('lost') });
  await run('discardTourDraft', { tourId });
  await run('saveTourDraft', { tourId, content: content('third') });
  await run('createPreviewToken', { tourId, label: name }, 'secret');
  return tourId;
}

const wire = (document: string, variables: Record<string, unknown> = {}) => gateway.graphql(document, variables);

describe.each(Object.entries(CLIENTS))('%s', (_, open) => {
  it('has of tours, drafts, versions and previews what the wire has, whatever else it read', async () => {
    const client = await open(gateway);
    const tours = [
      await createTour(`Cached ${++count}`),
      await createTour(`Cached ${++count}`),
      await createTour(`Cached ${++count}`, await newProject(gateway.graphql)),
    ];
    const queries: [string, Record<string, unknown>][] = [
      ...tours.flatMap((id) => [TOUR, PREVIEW].map((query): [string, { id: string }] => [query, { id }])),
      [ACCESS, {}],
    ];
    for (const [query, variables] of queries) await client.send(query, variables);
    for (const [query, variables] of queries) expect(client.read(query, variables)).toEqual(await wire(query, variables));
  });

  it('shows no text of an earlier draft beside a later revision', async () => {
    const client = await open(gateway);
    const tourId = await createTour(`Edited ${++count}`);
    const DRAFT = 'query ($id: UUID!) { tour(id: $id) { id draft { id revision name content { steps { stepId contentHtml } } } } }';
    await client.send(DRAFT, { id: tourId });
    expect(client.read(DRAFT, { id: tourId })).toEqual(await wire(DRAFT, { id: tourId }));
    // An editor elsewhere asks for the order of the steps alone.
    const MOVE = `mutation ($input: EditTourDraftStepsInput!) { editTourDraftSteps(input: $input) { __typename
      ... on EditTourDraftStepsSuccess { tour { id draft { id revision content { steps { stepId } } } } } } }`;
    await client.send(MOVE, { input: { tourId, operations: [{ move: { stepId: 'next', after: null } }] } });
    expect(client.read(DRAFT, { id: tourId })).toBeNull();
    await client.send(DRAFT, { id: tourId });
    const { tour } = await wire(DRAFT, { id: tourId });
    expect(tour.draft.content.steps.map(({ stepId }: { stepId: string }) => stepId)).toEqual(['next', 'welcome']);
    expect(client.read(DRAFT, { id: tourId })).toEqual({ tour });
  });

  it('takes the result of a mutation for the object that it read before', async () => {
    const client = await open(gateway);
    const id = await createTour(`Renamed ${++count}`);
    const NAME = 'query ($id: UUID!) { tour(id: $id) { id name revision } }';
    await client.send(NAME, { id });
    const UPDATE = `mutation ($input: UpdateTourInput!) { updateTour(input: $input) { __typename ... on UpdateTourSuccess { tour { id name revision } } } }`;
    await client.send(UPDATE, { input: { tourId: id, name: `New name ${count}` } });
    expect(client.read(NAME, { id })).toEqual(await wire(NAME, { id }));
    expect(client.read(NAME, { id })).toMatchObject({ tour: { name: `New name ${count}` } });
  });
});
