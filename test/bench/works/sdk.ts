import { gunzipSync } from 'node:zlib';
import { ask, header } from '../ask.ts';
import { setConstant } from '../floor-constant.ts';
import { TOKEN } from '../gateway.ts';
import type { HttpRequest, HttpResponse } from '../http-client.ts';
import { measure } from '../measure.ts';
import { FLOOR_CONSTANT } from '../names.ts';
import { type Bench, ratios, type Section, type Work } from '../work.ts';

const PATH = `/api/product_tours/?token=${TOKEN}`;
const SDK = 'gateway, browsers';

/** What every page view of every visitor asks: all running tours of the project, compressed, or whether they have changed. */
export const sdk: Work = {
  name: 'sdk',
  async run(bench) {
    const fresh = { path: PATH, headers: { 'accept-encoding': 'gzip' } };
    const answer = await ask(bench.gateway.url, fresh);
    const tours = JSON.parse(text(answer)).product_tours as unknown[];
    if (tours.length !== bench.seeded.tourIds.length) throw new Error(`Browsers get ${tours.length} tours.`);
    const known = { path: PATH, headers: { 'accept-encoding': 'gzip', 'if-none-match': header(answer, 'etag') ?? '' } };
    return [
      await compare(bench, `Browsers: ${tours.length} running tours`, '/constant/sdk', fresh, 200),
      await compare(bench, 'Browsers: the same with a matching ETag (304)', '/constant/sdk-304', known, 304),
    ];
  },
};

function text(response: HttpResponse): string {
  return (header(response, 'content-encoding') === 'gzip' ? gunzipSync(response.body) : response.body).toString();
}

async function compare(bench: Bench, title: string, path: string, request: HttpRequest, status: number): Promise<Section> {
  const answer = await ask(bench.gateway.url, request);
  if (answer.status !== status) throw new Error(`${title}: ${answer.status} instead of ${status}`);
  await setConstant(bench.floor, path, answer);
  const read = (response: HttpResponse) => [response.status, text(response)];
  const results = await measure(
    [
      { name: FLOOR_CONSTANT, server: bench.floor, read, requests: [{ path, headers: request.headers ?? {} }] },
      { name: SDK, server: bench.gateway, read, requests: [request] },
    ],
    bench,
  );
  return {
    title,
    base: FLOOR_CONSTANT,
    results,
    bars: [{ text: `${title} : constant bytes`, values: ratios(results, SDK, FLOOR_CONSTANT) }],
  };
}
