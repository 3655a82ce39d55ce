import { setTimeout as sleep } from 'node:timers/promises';
import { GATEWAY_LIST, ONE_TOUR } from '../documents.ts';
import { AUTHORIZED, startGateway, TOKEN } from '../gateway.ts';
import { type HttpRequest, jsonRequest } from '../http-client.ts';
import { runLoad } from '../load.ts';
import { tourContent } from '../seed.ts';
import { median } from '../statistics.ts';
import type { Bench, Work } from '../work.ts';
import { setupWriters } from '../writers.ts';

/** Memory is looked at after each of so many parts of the run. */
const PARTS = 20;
/** The parts of the first fifth warm up. */
const WARM_UP = PARTS / 5;

/** Resident memory over a long run of all kinds of requests, among them documents and searches that come once in each part. */
export const memory: Work = {
  name: 'memory',
  async run(bench) {
    const gateway = await startGateway(bench.database.url);
    try {
      const saved = await setupWriters(bench);
      const perPart = Math.ceil(bench.memoryRequests / PARTS);
      const sizes: number[] = [];
      for (let part = 0; part < PARTS; part++) {
        const requests = mixedRequests(bench, saved, part);
        await runLoad(
          { url: gateway.url, requests, isRight: (_, { status, body }) => status < 300 && !body.includes('"errors"') },
          { responses: perPart },
        );
        await sleep(500);
        sizes.push(gateway.memory() / 2 ** 20);
      }
      const settled = sizes.slice(WARM_UP);
      const quarter = Math.floor(settled.length / 4);
      const growth = median(settled.slice(-quarter)) / median(settled.slice(0, quarter));
      const total = (perPart * PARTS).toLocaleString('en');
      const bars = [
        { text: `Resident memory over ${total} mixed requests: last quarter : first quarter after warm-up`, values: [growth], atMost: 1.1 },
        { text: 'Resident memory in that time', values: settled, unit: ' MiB' },
      ];
      return [{ title: 'Memory', base: '', results: [], bars }];
    } finally {
      await gateway.stop();
    }
  },
};

/** Reads, saves, polls, the browsers' door, and documents and terms that no other part has. */
function mixedRequests({ seeded }: Bench, saved: string[], part: number): HttpRequest[] {
  const tours = `/api/projects/${seeded.projectId}/product_tours`;
  return saved.flatMap((tourId, n) => {
    const read = seeded.tourIds[(part * saved.length + n) % seeded.tourIds.length] ?? '';
    const input = { tourId, content: tourContent(4096, `part ${part}`) };
    return [
      jsonRequest('/graphql', { query: ONE_TOUR, variables: { id: read } }, AUTHORIZED),
      jsonRequest('/graphql', { query: GATEWAY_LIST, variables: { projectId: seeded.projectId, first: 5 } }, AUTHORIZED),
      jsonRequest('/graphql', { query: `query Once_${part}_${n} { tour(id: "${read}") { uuid } }` }, AUTHORIZED),
      { path: `${tours}/${read}/`, headers: AUTHORIZED },
      { path: `${tours}/${read}/draft_status/`, headers: AUTHORIZED },
      { path: `${tours}/?limit=2&search=tour%20${part}%20${n}`, headers: AUTHORIZED },
      { path: `/api/product_tours/?token=${TOKEN}&once=${part}-${n}` },
      jsonRequest(
        '/graphql',
        { query: 'mutation ($input: SaveTourDraftInput!) { saveTourDraft(input: $input) { __typename } }', variables: { input } },
        AUTHORIZED,
      ),
    ];
  });
}
