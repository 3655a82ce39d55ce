import { createDatabase } from '../database.ts';
import { type ServerProcess, startServer } from './process.ts';
import { type CrowdOrder, SOCKET_ID } from './protocol.ts';

const COUNT_CONNECTIONS = `
  SELECT count(*)::int AS count FROM pg_stat_activity
  WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()`;
const COUNT_TRANSACTIONS = 'SELECT xact_commit::int AS count FROM pg_stat_database WHERE datname = current_database()';
const KEY = 'phx_benchmark_benchmark_benchmark';

export interface Gateway extends ServerProcess {
  graphql<Data>(query: string, variables?: object): Promise<Data>;
  createTour(name: string): Promise<string>;
  save(tourId: string, description: string): Promise<void>;
  /** Client connections to its database just now, of all kinds. */
  connections(): Promise<number>;
  /** Transactions of its database so far, as far as PostgreSQL has counted them. */
  transactions(): Promise<number>;
}

/** The built gateway in a process of its own, on a PostgreSQL database of its own, which goes with it. */
export async function startGateway({ inspect = false } = {}): Promise<Gateway> {
  const database = await createDatabase();
  const env = {
    PORT: '0',
    DATABASE_URL: database.url,
    BOOTSTRAP_PERSONAL_API_KEY: KEY,
    RATE_LIMIT: 'off',
    LOG_LEVEL: 'info',
    MAX_CONNECTIONS_PER_KEY: '100000',
    MAX_STREAMING_CONNECTIONS: '200000',
    MAX_SUBSCRIPTIONS: '200000',
  };
  const server = await startServer('dist/cli.js', ['serve'], { env, inspect });

  async function count(text: string): Promise<number> {
    const [row] = await database.query<{ count: number }>(text);
    return row?.count ?? 0;
  }

  async function graphql<Data>(query: string, variables: object = {}): Promise<Data> {
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data: Data; errors?: unknown };
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  }

  return {
    ...server,
    graphql,
    async createTour(tourName) {
      const data = await graphql<{ createTour: { tour: { uuid: string } } }>(
        `mutation ($name: String!) { createTour(input: { projectId: 1, name: $name }) { ... on CreateTourSuccess { tour { uuid } } } }`,
        { name: tourName },
      );
      return data.createTour.tour.uuid;
    },
    async save(tourId, description) {
      const data = await graphql<{ saveTourDraft: { __typename: string } }>(
        'mutation ($input: SaveTourDraftInput!) { saveTourDraft(input: $input) { __typename } }',
        { input: { tourId, description } },
      );
      if (data.saveTourDraft.__typename !== 'SaveTourDraftSuccess') throw new Error(`A save gave ${data.saveTourDraft.__typename}.`);
    },
    connections: () => count(COUNT_CONNECTIONS),
    transactions: () => count(COUNT_TRANSACTIONS),
    async stop() {
      await server.stop();
      await database.drop();
    },
  };
}

/** How a socket of the crowd follows one tour: with graphql-transport-ws, spoken by hand, so that the load costs little. */
export function followers(gateway: Gateway, tourId: string, sockets: number, more = ''): CrowdOrder {
  const query = `subscription { tourDraftChanged(tourId: "${tourId}") { cursor kind revision previousRevision patch { op path value } ${more} } }`;
  return {
    url: `${gateway.url.replace('http', 'ws')}/graphql`,
    sockets,
    subprotocol: 'graphql-transport-ws',
    greeting: [
      JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${KEY}` } }),
      JSON.stringify({ id: SOCKET_ID, type: 'subscribe', payload: { query } }),
    ],
  };
}
