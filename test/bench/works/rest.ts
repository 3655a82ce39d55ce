import { canonical } from '../canonical.ts';
import { AUTHORIZED } from '../gateway.ts';
import { graphqlContender } from '../graphql-contender.ts';
import type { HttpResponse } from '../http-client.ts';
import { measure } from '../measure.ts';
import { FLOOR_PARSE, FLOOR_TEXT, GATEWAY, GATEWAY_REST } from '../names.ts';
import { wireDocument } from '../wire-document.ts';
import { type Bench, ratios, type Section, type Work } from '../work.ts';

type Fields = Record<string, unknown>;

/** As many tours with all fields as the cost allowed to one GraphQL operation is enough for; REST gives 100. */
const MOST_IN_GRAPHQL = 70;

/** One tour and pages over REST, beside the same documents asked over GraphQL. */
export const rest: Work = {
  name: 'rest',
  run: async (bench) => [await one(bench), await page(bench, 20), await page(bench, MOST_IN_GRAPHQL), await page(bench, 100)],
};

const json = ({ body }: HttpResponse): Fields => JSON.parse(body.toString());
/** The revision is a field in GraphQL and the ETag in REST. */
const withoutRevision = ({ revision: _, ...tour }: Fields): Fields => tour;

async function one(bench: Bench): Promise<Section> {
  const document = wireDocument('RestGetTour');
  const ids = bench.seeded.tourIds.slice(0, 100);
  const read = (response: HttpResponse) => canonical(json(response));
  const floor = (way: string) => ({ server: bench.floor, read, requests: ids.map((id) => ({ path: `/${way}/full/tour/${id}` })) });
  const results = await measure(
    [
      { name: FLOOR_PARSE, ...floor('parse') },
      { name: FLOOR_TEXT, ...floor('text') },
      {
        name: GATEWAY_REST,
        server: bench.gateway,
        read,
        requests: ids.map((id) => ({ path: `/api/projects/${bench.seeded.projectId}/product_tours/${id}/`, headers: AUTHORIZED })),
      },
      graphqlContender(GATEWAY, bench.gateway, { query: document.query, variables: ids.map((id) => ({ id })) }, (data) =>
        withoutRevision(document.rename(data).tour as Fields),
      ),
    ],
    bench,
  );
  return section('One tour', results);
}

async function page(bench: Bench, limit: number): Promise<Section> {
  const document = wireDocument('RestListTours');
  const { projectId } = bench.seeded;
  const read = (response: HttpResponse) => {
    const { count, results } = json(response);
    return canonical({ count, results });
  };
  const floor = (way: string) => ({ server: bench.floor, read, requests: [{ path: `/${way}/full/tours/${projectId}/${limit}` }] });
  const contenders = [
    { name: FLOOR_PARSE, ...floor('parse') },
    { name: FLOOR_TEXT, ...floor('text') },
    {
      name: GATEWAY_REST,
      server: bench.gateway,
      read,
      requests: [{ path: `/api/projects/${projectId}/product_tours/?limit=${limit}`, headers: AUTHORIZED }],
    },
    graphqlContender(GATEWAY, bench.gateway, { query: document.query, variables: [{ projectId, limit, offset: 0 }] }, (data) => {
      const { totalCount, nodes } = document.rename(data).page as { totalCount: number; nodes: Fields[] };
      return { count: totalCount, results: nodes.map(withoutRevision) };
    }),
  ];
  return section(`${limit} tours`, await measure(limit > MOST_IN_GRAPHQL ? contenders.slice(0, -1) : contenders, bench));
}

function section(what: string, results: Section['results']): Section {
  return {
    title: `${what} with all that REST shows, 4 kB contents`,
    base: FLOOR_PARSE,
    results,
    bars: results.every(({ name }) => name !== GATEWAY)
      ? []
      : [{ text: `${what}, REST : GraphQL with the same fields`, values: ratios(results, GATEWAY_REST, GATEWAY), atLeast: 0.95 }],
  };
}
