import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ask } from '../ask.ts';
import { graphqlData } from '../canonical.ts';
import { AUTHORIZED, KEY, startGateway } from '../gateway.ts';
import { jsonRequest } from '../http-client.ts';
import { tourContent } from '../seed.ts';
import { type Server, startServer } from '../server.ts';
import type { Bar, Bench, Work } from '../work.ts';

const CREATE = 'mutation ($input: CreateTourInput!) { createTour(input: $input) { __typename } }';
const COUNT = '{ tours(projectId: 1) { totalCount } }';
const EMBEDDED_TOURS = 100;

/** From the start of the process until it serves, with data there: on PostgreSQL and on the embedded database. */
export const startUp: Work = {
  name: 'start-up',
  async run(bench) {
    const bars: Bar[] = [
      { text: 'Start on PostgreSQL with data', values: await onPostgres(bench), atMost: 1.5, unit: ' s' },
      { text: 'Start embedded with data', values: await embedded(bench), atMost: 3, unit: ' s' },
    ];
    return [{ title: 'Start', base: '', results: [], bars }];
  },
};

async function onPostgres({ database, rounds, seeded }: Bench): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const server = await startGateway(database.url);
    times.push(server.startMs / 1000);
    await requireTours(server, seeded.tourIds.length);
    await server.stop();
  }
  return times;
}

async function embedded({ rounds }: Bench): Promise<number[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tour-gateway-bench-'));
  const env = { PORT: '0', DATABASE_URL: '', DATA_DIR: folder, BOOTSTRAP_PERSONAL_API_KEY: KEY, LOG_LEVEL: 'warn' };
  const start = () => startServer('dist/cli.js', ['serve'], { env });
  try {
    const first = await start();
    for (let n = 0; n < EMBEDDED_TOURS; n++) {
      const input = { projectId: 1, name: `Tour ${n}`, content: tourContent(4096, `tour ${n}`) };
      graphqlData((await ask(first.url, jsonRequest('/graphql', { query: CREATE, variables: { input } }, AUTHORIZED))).body);
    }
    await first.stop();
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const server = await start();
      times.push(server.startMs / 1000);
      await requireTours(server, EMBEDDED_TOURS);
      await server.stop();
    }
    return times;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** It serves, and what it serves is the data. */
async function requireTours(server: Server, least: number): Promise<void> {
  const { body } = await ask(server.url, jsonRequest('/graphql', { query: COUNT }, AUTHORIZED));
  const { totalCount } = graphqlData(body).tours as { totalCount: number };
  if (totalCount < least) throw new Error(`It serves ${totalCount} tours of ${least}.`);
}
