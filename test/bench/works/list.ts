import { GATEWAY_LIST } from '../documents.ts';
import { graphqlContender, listed } from '../graphql-contender.ts';
import { measure } from '../measure.ts';
import { FLOOR_PARSE, FLOOR_TEXT, GATEWAY } from '../names.ts';
import { peerBars } from '../peer-bars.ts';
import { type Bench, ratios, type Section, type Work } from '../work.ts';

/** The newest 20 and 100 tours with contents of 4 kB. */
export const list: Work = {
  name: 'list',
  hasPeers: true,
  run: async (bench) => [await page(bench, 20), await page(bench, 100)],
};

async function page(bench: Bench, first: number): Promise<Section> {
  const variables = [{ projectId: bench.seeded.projectId, first }];
  const ask = { query: GATEWAY_LIST, variables };
  const results = await measure(
    [
      graphqlContender(FLOOR_PARSE, bench.floor, { ...ask, path: '/parse/content/tours' }, listed),
      graphqlContender(FLOOR_TEXT, bench.floor, { ...ask, path: '/text/content/tours' }, listed),
      graphqlContender(GATEWAY, bench.gateway, ask, listed),
      ...bench.peers.map((peer) =>
        graphqlContender(peer.name, peer.server, { path: peer.path, query: peer.documents.list, variables }, listed),
      ),
    ],
    bench,
  );
  const what = `${first} tours, GraphQL`;
  const bars = [
    { text: `${what} : floor that parses`, values: ratios(results, GATEWAY, FLOOR_PARSE), atLeast: 1 },
    ...peerBars(what, results, bench.peers, { mayBeLevel: false }),
  ];
  return { title: `${first} tours with 4 kB contents, GraphQL`, base: FLOOR_PARSE, results, bars: first === 100 ? bars : [] };
}
