import { expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { SAVE_DRAFT } from '../../support/documents.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { mutate } from '../../support/mutate.ts';

const SAVES = 2500;

const it = gatewayTest();
let gateway: TestApp;
let tourId: string;

it.beforeAll(async ({ gateway: started }) => {
  gateway = started;
  tourId = (await mutate(gateway.graphql, 'createTour', { projectId: 1, name: 'Long' })).tour.uuid;
  await gateway.graphql(SAVE_DRAFT, { input: { tourId, description: 'First' } });
  // As many more saves as an editor makes in weeks, each undone by one operation.
  const { sql } = gateway.app.db;
  await sql.query(
    `INSERT INTO draft_events (project_id, sequence, tour_id, kind, revision, previous_revision, has_draft, patch, undo, actor_id, occurred_at)
     SELECT project_id, sequence + n, tour_id, kind, revision + n, revision + n - 1, true,
       ('[{"op":"replace","path":"/description","value":"' || n || '"}]')::json,
       ('[{"op":"replace","path":"/description","value":"' || n - 1 || '"}]')::json, actor_id, occurred_at + n * interval '1 second'
     FROM draft_events, generate_series(1, $2::int) n WHERE tour_id = $1 AND revision = 2`,
    [tourId, SAVES],
  );
  await sql.query('UPDATE draft_feeds SET last_sequence = last_sequence + $1', [SAVES]);
  await sql.query(
    `UPDATE tours SET revision = revision + $2, draft_content = draft_content || jsonb_build_object('description', $2::text) WHERE id = $1`,
    [tourId, SAVES],
  );
});

const save = async (expectedRevision: number) =>
  (
    await gateway.graphql(
      `mutation ($input: SaveTourDraftInput!) { saveTourDraft(input: $input) { __typename ... on ConflictError { conflictingPaths base changedBy { email } } } }`,
      { input: { tourId, expectedRevision, name: 'Mine' } },
    )
  ).saveTourDraft;

it('of edits is listed, and its drafts are made as far back as the limit', async () => {
  const query = `{ tour(id: "${tourId}") { draftHistory(first: 1) { nodes { saves revision fromRevision raw } } } }`;
  const [session] = (await gateway.graphql(query)).tour.draftHistory.nodes;
  expect(session).toMatchObject({ saves: SAVES + 1, revision: SAVES + 2, fromRevision: 1 });
  // The draft at its end is the present one, which needs no history; the one before its start is beyond the limit.
  expect(session.raw.description).toBe(String(SAVES));
  const diff = `{ tour(id: "${tourId}") { draftHistory(first: 1) { nodes { diff { op } } } } }`;
  expect((await gateway.graphql(diff)).tour.draftHistory.nodes[0].diff).toBeNull();
});

it('of writes makes an old save a conflict on everything, and no error', async () => {
  expect(await save(3)).toMatchObject({ __typename: 'ConflictError', conflictingPaths: [''], base: null });
  expect((await save(SAVES - 900)).__typename).toBe('SaveTourDraftSuccess');
});
