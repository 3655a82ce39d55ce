import { graphqlData } from '../canonical.ts';
import { AUTHORIZED } from '../gateway.ts';
import { type HttpResponse, jsonRequest } from '../http-client.ts';
import { type Contender, measure } from '../measure.ts';
import { FLOOR_TRANSACTION, GATEWAY, GATEWAY_REST } from '../names.ts';
import { tourContent } from '../seed.ts';
import { type Bench, ratios, type Section, type Work } from '../work.ts';
import { setupWriters, TOURS } from '../writers.ts';

const SAVE = `mutation ($input: SaveTourDraftInput!) { saveTourDraft(input: $input) { __typename ... on SaveTourDraftSuccess { revision } } }`;
/** So many contents take turns, so that each save changes something. */
const VARIANTS = 2;

/** Sixteen editors, each with a tour of their own, who save its whole content. */
export const draftSave: Work = {
  name: 'draft-save',
  run: async (bench) => [await saves(bench, 4096, '4 kB'), await saves(bench, 60_000, '60 kB')],
};

async function saves(bench: Bench, bytes: number, size: string): Promise<Section> {
  const contents = Array.from({ length: VARIANTS }, (_, n) => tourContent(bytes, `${size} ${n}`));
  const each = async (request: (tourId: string, content: object) => ReturnType<typeof jsonRequest>) =>
    (await setupWriters(bench)).flatMap((tourId) => contents.map((content) => request(tourId, content)));
  const shared = { pick: (connection: number, nth: number) => (connection % TOURS) * VARIANTS + (nth % VARIANTS), read: () => 'saved' };
  const contenders: Contender[] = [
    {
      ...shared,
      name: FLOOR_TRANSACTION,
      server: bench.floor,
      requests: await each((tourId, content) => jsonRequest(`/save/${tourId}`, { content })),
      isRight: (_, { status, body }) => status === 200 && /^\{"revision":\d+\}$/.test(body.toString()),
    },
    {
      ...shared,
      name: GATEWAY,
      server: bench.gateway,
      requests: await each((tourId, content) =>
        jsonRequest('/graphql', { query: SAVE, variables: { input: { tourId, content } } }, AUTHORIZED),
      ),
      isRight: (_, response) => isSaved(response),
    },
    {
      ...shared,
      name: GATEWAY_REST,
      server: bench.gateway,
      requests: await each((tourId, content) => ({
        ...jsonRequest(`/api/projects/${bench.seeded.projectId}/product_tours/${tourId}/draft/`, { content }, AUTHORIZED),
        method: 'PATCH',
      })),
      isRight: (_, { status, body }) => status === 200 && body.includes('"has_draft":true'),
    },
  ];
  const results = await measure(contenders, bench);
  await requireSaved(bench, contenders, contents);
  const what = `Draft save of ${size}`;
  return {
    title: `${what}, sixteen tours`,
    base: FLOOR_TRANSACTION,
    results,
    bars: [{ text: `${what}, GraphQL : floor transaction`, values: ratios(results, GATEWAY, FLOOR_TRANSACTION), atLeast: 0.5 }],
  };
}

function isSaved({ status, body }: HttpResponse): boolean {
  const saved = graphqlData(body).saveTourDraft as { revision?: number };
  return status === 200 && typeof saved.revision === 'number';
}

/** All saved into rows of their own, and each of those holds one of the contents now. */
async function requireSaved(bench: Bench, contenders: readonly Contender[], contents: object[]): Promise<void> {
  const rows = await bench.database.query<{ count: string }>(
    `SELECT count(*) FROM tours WHERE name LIKE 'Written %' AND revision > 1 AND draft_content->'content' = ANY($1::jsonb[])`,
    [contents.map((content) => JSON.stringify(content))],
  );
  const expected = contenders.length * TOURS;
  if (Number(rows[0]?.count) !== expected) throw new Error(`${rows[0]?.count} of ${expected} tours hold what was saved.`);
}
