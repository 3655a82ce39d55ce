import { ONE_TOUR } from '../documents.ts';
import { startGateway } from '../gateway.ts';
import { graphqlContender } from '../graphql-contender.ts';
import { measure } from '../measure.ts';
import { FLOOR_PARSE, FLOOR_TEXT, GATEWAY, GATEWAY_LOGGING } from '../names.ts';
import { peerBars } from '../peer-bars.ts';
import { ratios, type Work } from '../work.ts';

/** One tour by id with its flag and its author, a hundred tours in turn. */
export const oneTour: Work = {
  name: 'one-tour',
  hasPeers: true,
  async run(bench) {
    const variables = bench.seeded.tourIds.slice(0, 100).map((id) => ({ id }));
    const ask = { query: ONE_TOUR, variables };
    const tour = (data: Record<string, unknown>) => data.tour;
    const logging = await startGateway(bench.database.url, { LOG_LEVEL: 'info' });
    const results = await measure(
      [
        graphqlContender(FLOOR_PARSE, bench.floor, { ...ask, path: '/parse/lean/tour' }, tour),
        graphqlContender(FLOOR_TEXT, bench.floor, { ...ask, path: '/text/lean/tour' }, tour),
        graphqlContender(GATEWAY, bench.gateway, ask, tour),
        graphqlContender(GATEWAY_LOGGING, logging, ask, tour),
        ...bench.peers.map((peer) =>
          graphqlContender(peer.name, peer.server, { path: peer.path, query: peer.documents.oneTour, variables }, tour),
        ),
      ],
      bench,
    ).finally(() => logging.stop());
    const floor = { text: 'One tour, GraphQL : floor that parses', values: ratios(results, GATEWAY, FLOOR_PARSE), atLeast: 0.8 };
    return [
      {
        title: 'One tour by id with its flag and author, GraphQL',
        base: FLOOR_PARSE,
        results,
        bars: [floor, ...peerBars('One tour, GraphQL', results, bench.peers)],
      },
    ];
  },
};
