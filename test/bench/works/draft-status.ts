import { ask, header } from '../ask.ts';
import { canonical } from '../canonical.ts';
import { setConstant } from '../floor-constant.ts';
import { AUTHORIZED } from '../gateway.ts';
import type { HttpResponse } from '../http-client.ts';
import { measure } from '../measure.ts';
import { FLOOR, FLOOR_CONSTANT, GATEWAY_REST } from '../names.ts';
import { type Bench, ratios, type Section, type Work } from '../work.ts';

/** What editors poll: whether a tour has changed. */
export const draftStatus: Work = {
  name: 'draft-status',
  run: async (bench) => [await changed(bench), await unchanged(bench)],
};

const pathOf = (bench: Bench, id: string) => `/api/projects/${bench.seeded.projectId}/product_tours/${id}/draft_status/`;

async function changed(bench: Bench): Promise<Section> {
  const ids = bench.seeded.tourIds.slice(0, 100);
  const read = ({ body }: HttpResponse) => canonical(JSON.parse(body.toString()));
  const results = await measure(
    [
      { name: FLOOR, server: bench.floor, read, requests: ids.map((id) => ({ path: `/draft-status/${id}` })) },
      { name: GATEWAY_REST, server: bench.gateway, read, requests: ids.map((id) => ({ path: pathOf(bench, id), headers: AUTHORIZED })) },
    ],
    bench,
  );
  return {
    title: 'draft_status without an ETag',
    base: FLOOR,
    results,
    bars: [{ text: 'draft_status without an ETag : floor', values: ratios(results, GATEWAY_REST, FLOOR), atLeast: 0.5 }],
  };
}

async function unchanged(bench: Bench): Promise<Section> {
  const path = pathOf(bench, bench.seeded.tourIds[0] ?? '');
  const etag = header(await ask(bench.gateway.url, { path, headers: AUTHORIZED }), 'etag');
  if (!etag) throw new Error('draft_status has no ETag.');
  const request = { path, headers: { ...AUTHORIZED, 'if-none-match': etag } };
  const answer = await ask(bench.gateway.url, request);
  if (answer.status !== 304) throw new Error(`draft_status with the ETag it gave answers ${answer.status}.`);
  await setConstant(bench.floor, '/constant/draft-status', answer);
  const read = (response: HttpResponse) => [response.status, header(response, 'etag'), response.body.toString()];
  const results = await measure(
    [
      { name: FLOOR_CONSTANT, server: bench.floor, read, requests: [{ path: '/constant/draft-status' }] },
      { name: GATEWAY_REST, server: bench.gateway, read, requests: [request] },
    ],
    bench,
  );
  return {
    title: 'draft_status with a matching ETag (304)',
    base: FLOOR_CONSTANT,
    results,
    bars: [
      { text: 'draft_status with a matching ETag : constant bytes', values: ratios(results, GATEWAY_REST, FLOOR_CONSTANT), atLeast: 0.6 },
    ],
  };
}
