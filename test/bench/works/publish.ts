import { graphqlData } from '../canonical.ts';
import { AUTHORIZED } from '../gateway.ts';
import { jsonRequest } from '../http-client.ts';
import { measure } from '../measure.ts';
import { FLOOR_TRANSACTION, GATEWAY } from '../names.ts';
import { tourContent } from '../seed.ts';
import { ratios, type Work } from '../work.ts';
import { requireCount, setupWriters, TOURS } from '../writers.ts';

const PUBLISH = `mutation ($input: PublishTourDraftInput!) {
  publishTourDraft(input: $input) { __typename ... on PublishTourDraftSuccess { tour { revision } } ... on Error { message } } }`;
const VARIANTS = 2;

/** Sixteen tours, each published again and again with another text: with a flag that says whom it is shown, and a survey in its first step. */
export const publish: Work = {
  name: 'publish',
  async run(bench) {
    const survey = { type: 'rating', questionText: 'How was it?', scale: 5, display: 'emoji' };
    const { steps, ...content } = tourContent(4096, 'published') as { steps: object[] };
    const published = { ...content, steps: [{ id: 'ask', type: 'survey', survey }, ...steps] };
    const targeting = { groups: [{ properties: [], rollout_percentage: 50 }] };
    const texts = Array.from({ length: VARIANTS }, (_, n) => `Text ${n}`);
    const shared = {
      pick: (connection: number, nth: number) => (connection % TOURS) * VARIANTS + (nth % VARIANTS),
      read: () => 'published',
    };
    const floorIds = await setupWriters(bench);
    const gatewayIds = await setupWriters(bench);
    const results = await measure(
      [
        {
          ...shared,
          name: FLOOR_TRANSACTION,
          server: bench.floor,
          requests: floorIds.flatMap((id) =>
            texts.map((description) => jsonRequest(`/publish/${id}`, { description, content: published, targeting })),
          ),
          isRight: (_, { status, body }) => status === 200 && /^\{"revision":\d+\}$/.test(body.toString()),
        },
        {
          ...shared,
          name: GATEWAY,
          server: bench.gateway,
          requests: gatewayIds.flatMap((tourId) =>
            texts.map((description) => {
              const draft = { description, content: published, autoLaunch: true, targetingFlagFilters: targeting };
              return jsonRequest('/graphql', { query: PUBLISH, variables: { input: { tourId, draft } } }, AUTHORIZED);
            }),
          ),
          isRight: (_, { status, body }) => {
            const { tour } = graphqlData(body).publishTourDraft as { tour?: { revision: number } };
            return status === 200 && typeof tour?.revision === 'number';
          },
        },
      ],
      bench,
    );
    const rows = (text: string) => requireCount(bench, 'rows of published tours', text, [gatewayIds], TOURS);
    await rows('SELECT count(internal_targeting_flag_id) FROM tours WHERE id = ANY($1) AND draft_content IS NULL');
    await rows('SELECT count(DISTINCT tour_id) FROM surveys WHERE tour_id = ANY($1)');
    await rows('SELECT count(DISTINCT tour_id) FROM tour_versions WHERE tour_id = ANY($1) AND number > 1');
    return [
      {
        title: 'Publish with flag and survey, 4 kB, sixteen tours',
        base: FLOOR_TRANSACTION,
        results,
        bars: [
          { text: 'Publish : floor transaction that writes the same rows unchecked', values: ratios(results, GATEWAY, FLOOR_TRANSACTION) },
        ],
      },
    ];
  },
};
