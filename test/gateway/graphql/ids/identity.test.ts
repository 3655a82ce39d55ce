import { describe, expect } from 'vitest';
import { writeGlobalId } from '../../../../src/graphql/ids/global-id.ts';
import { addToken } from '../../../support/access-token.ts';
import type { TestApp } from '../../../support/app.ts';
import { gatewayTest } from '../../../support/gateway-test.ts';
import { mutate } from '../../../support/mutate.ts';
import { newProject } from '../../../support/new-project.ts';
import { addPerson, type Person } from '../../../support/people.ts';

const it = gatewayTest();
let gateway: TestApp;
let reader: Person;
let stranger: Person;
let tourId: string;
const run = (name: string, input: object = {}, selection?: string) => mutate(gateway.graphql, name, { tourId, ...input }, selection);

it.beforeAll(async ({ gateway: started }) => {
  gateway = started;
  reader = await addPerson(gateway, { scopes: ['product_tour:read'] });
  stranger = await addPerson(gateway, { projectIds: [await newProject(gateway.graphql)] });
  tourId = (await run('createTour', { projectId: gateway.projectId, name: 'Identity', tourId: undefined })).tour.uuid;
});

const DRAFT = 'id name revision raw problems { code } scheduledPublish { publishAt } linkedFlag { key } savedBy { email }';
const SESSION =
  'id revision fromRevision startedAt savedAt saves savedBy { email } made: raw diff { op path value } stepDiff { added { stepId } }';
const LOST = 'id revision cause endedAt endedBy { email } called: name lost: raw content { raw }';
const TOKEN = 'id uuid label mask revokedAt user { email } tour { uuid }';
const TOUR = `query ($tourId: UUID!) { tour(id: $tourId) {
  draft { ${DRAFT} } draftHistory { nodes { ${SESSION} } } lostDrafts { nodes { ${LOST} } } previewTokens { ${TOKEN} } } }`;
const NODES = `query ($ids: [ID!]!) { nodes(ids: $ids) { __typename ... on TourDraft { ${DRAFT} } ... on DraftEditSession { ${SESSION} }
  ... on LostDraft { ${LOST} } ... on PreviewToken { ${TOKEN} } } }`;
const read = async (client = gateway.graphql) => (await client(TOUR, { tourId })).tour;

async function nodes(ids: string[], client = gateway.graphql) {
  return (await client(NODES, { ids })).nodes;
}

describe('a draft, a lost draft, an edit session and a preview token', () => {
  it('are found by their ids as the tour has them, by those who may read the tour', async () => {
    await run('saveTourDraft', { name: 'Lost', content: { steps: [{ id: 'a', type: 'modal' }] } });
    await run('discardTourDraft');
    await run('saveTourDraft', { name: 'First' });
    await run('saveTourDraft', { name: 'Second' });
    await run('createPreviewToken', { label: 'Board' }, 'secret');
    const { draft, draftHistory, lostDrafts, previewTokens } = await read();
    const all = [draft, ...draftHistory.nodes, ...lostDrafts.nodes, ...previewTokens];
    const types = ['TourDraft', 'DraftEditSession', 'DraftEditSession', 'LostDraft', 'PreviewToken'];
    const expected = all.map((object, n) => ({ __typename: types[n], ...object }));
    const ids = all.map(({ id }) => id);
    expect(new Set(ids).size).toBe(5);
    expect(await nodes(ids)).toEqual(expected);
    expect(await nodes(ids, reader.graphql)).toEqual(expected);
    expect(await nodes(ids, stranger.graphql)).toEqual([null, null, null, null, null]);
    const unable = await addPerson(gateway, { scopes: ['feature_flag:read'] });
    expect(await nodes(ids, unable.graphql)).toEqual([null, null, null, null, null]);
    expect(await nodes([draft.id, writeGlobalId('Tour', tourId)])).toMatchObject([{ __typename: 'TourDraft' }, { __typename: 'Tour' }]);
  });

  it('are other objects at another revision, so that a cache never joins two', async () => {
    const before = await read();
    await run('saveTourDraft', { description: 'Third' });
    const after = await read();
    expect(after.draft.id).not.toBe(before.draft.id);
    const [session, earlier] = [after.draftHistory.nodes[0], before.draftHistory.nodes[0]];
    expect(session).toMatchObject({ fromRevision: earlier.fromRevision, saves: earlier.saves + 1 });
    expect(session.id).not.toBe(earlier.id);
    // The draft of an earlier revision is no more; the edit session as it was then is.
    expect(await nodes([before.draft.id, earlier.id])).toEqual([null, { __typename: 'DraftEditSession', ...earlier }]);
  });

  it('are not there for ids that name something else of the tour', async () => {
    const { draft, draftHistory } = await read();
    const [session] = draftHistory.nodes;
    const wrong = [
      ...[0, 1, draft.revision - 1, draft.revision + 1].map((revision) => writeGlobalId('TourDraft', `${tourId}:${revision}`)),
      ...[0, 1, draft.revision, 999_999_999].map((revision) => writeGlobalId('LostDraft', `${tourId}:${revision}`)),
      ...[
        [session.fromRevision + 2, session.revision],
        [session.fromRevision, session.revision],
        [session.fromRevision + 1, session.revision + 1],
        [session.revision, session.fromRevision + 1],
        [2, session.revision],
        [0, 999_999_999],
      ].map(([first, last]) => writeGlobalId('DraftEditSession', `${tourId}:${first}:${last}`)),
    ];
    expect(await nodes(wrong)).toEqual(wrong.map(() => null));
  });

  it('is found when it is revoked, in the case of a token', async () => {
    const made = await run('createPreviewToken', { label: 'Short' }, 'previewToken { id }');
    const revoked = await mutate(gateway.graphql, 'revokePreviewToken', { id: made.previewToken.id }, `previewToken { ${TOKEN} }`);
    expect(revoked.previewToken).toMatchObject({ id: made.previewToken.id, revokedAt: expect.any(String) });
    expect(await nodes([made.previewToken.id], reader.graphql)).toEqual([{ __typename: 'PreviewToken', ...revoked.previewToken }]);
  });
});

describe('keys and tokens', () => {
  it('are revoked by their global id as by their UUID', async () => {
    const person = await addPerson(gateway);
    for (const id of [writeGlobalId('PersonalApiKey', person.keyId), person.keyId]) {
      expect(await mutate(gateway.graphql, 'revokePersonalApiKey', { id }, 'apiKey { id uuid }')).toMatchObject({
        apiKey: { id: writeGlobalId('PersonalApiKey', person.keyId), uuid: person.keyId },
      });
    }
    const token = await addToken(gateway, await addPerson(gateway));
    const id = writeGlobalId('AccessToken', token.id);
    expect(await mutate(gateway.graphql, 'revokeAccessToken', { id }, 'accessToken { id }')).toMatchObject({ accessToken: { id } });
  });
});
