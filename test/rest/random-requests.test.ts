import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { arbitraryRequest, type RandomRequest } from '../support/arbitrary-request.ts';
import { createFlag } from '../support/flags.ts';
import { type RestTours, restTours } from '../support/rest-tours.ts';
import { rowsChecksum, TOUR_TABLES } from '../support/rows.ts';

/** FUZZ_RUNS sets how many requests are made. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 1000);

let gateway: TestApp;
let tours: RestTours;
let flagId: number;

beforeAll(async () => {
  gateway = await startTestApp();
  tours = restTours(gateway, gateway.projectId);
  flagId = await createFlag(gateway.graphql, gateway.projectId, 'linked', ['a']);
});
afterAll(() => gateway.stop());

/** Three tours at different points of their life, and nothing else: few rows make quick checksums. */
async function freshTours(): Promise<string[]> {
  const tables = TOUR_TABLES.filter((table) => table !== 'feature_flags');
  await gateway.app.db.sql.query(`TRUNCATE ${tables.join(', ')}`);
  await gateway.app.db.sql.query('DELETE FROM feature_flags WHERE id <> $1', [flagId]);
  const asks = { steps: [{ type: 'survey', survey: { questionText: 'Why?' } }] };
  return [
    (await tours.create()).id,
    (await tours.create({ auto_launch: true, start_date: '2024-01-01', content: asks, linked_flag_id: flagId })).id,
    (await tours.create({ archived: true })).id,
  ];
}

const send = ({ method, path, type, body }: RandomRequest, id: string) => {
  const address = path.replace('ID', id);
  return method === 'GET' ? tours.send(method, address) : tours.sendRaw(method, address, body as BodyInit, type);
};

it(
  `answers ${RUNS} random requests without a fault, and a refusal leaves every row as it was`,
  async () => {
    let ids = await freshTours();
    let rows = await rowsChecksum(gateway.app.db);
    let runs = 0;
    let isGone = false;
    const seen = { succeeded: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(arbitraryRequest, async (request) => {
        if (++runs % 100 === 0 || isGone) {
          ids = await freshTours();
          rows = await rowsChecksum(gateway.app.db);
        }
        const { status, text } = await send(request, ids[runs % ids.length] as string);
        expect(status, text).toBeLessThan(500);
        const after = await rowsChecksum(gateway.app.db);
        if (status >= 400) expect(after, text).toBe(rows);
        rows = after;
        isGone = status === 204;
        seen[status < 400 ? 'succeeded' : 'refused']++;
      }),
      { numRuns: RUNS },
    );
    expect(seen.succeeded).toBeGreaterThan(RUNS / 5);
    expect(seen.refused).toBeGreaterThan(RUNS / 5);
  },
  60_000 + RUNS * 100,
);
