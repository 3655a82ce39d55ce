import fc from 'fast-check';
import { expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { arbitraryContent, arbitraryRequest, arbitraryTargeting, type RandomRequest } from '../../support/arbitrary-request.ts';
import { createFlag } from '../../support/flags.ts';
import { FUZZ_RUNS, FUZZ_TIMEOUT, fewTours } from '../../support/fuzz.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { type RestTours, restTours } from '../../support/rest-tours.ts';
import { rowsChecksum } from '../../support/rows.ts';

const it = gatewayTest();
let gateway: TestApp;
let tours: RestTours;
let flagId: number;

it.beforeAll(async ({ gateway: started }) => {
  gateway = started;
  tours = restTours(gateway, gateway.projectId);
  flagId = await createFlag(gateway.graphql, gateway.projectId, 'linked', ['a']);
});

const send = ({ method, path, type, body }: RandomRequest, id: string) => {
  const address = path.replace('ID', id);
  return method === 'GET' ? tours.send(method, address) : tours.sendRaw(method, address, body as BodyInit, type);
};

it(
  `answers ${FUZZ_RUNS} random requests without a fault, and a refusal leaves every row as it was`,
  async () => {
    let ids = await fewTours(gateway, tours, flagId);
    let rows = await rowsChecksum(gateway.app.db);
    let runs = 0;
    let isGone = false;
    const seen = { succeeded: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(arbitraryRequest, async (request) => {
        if (++runs % 100 === 0 || isGone) {
          ids = await fewTours(gateway, tours, flagId);
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
      { numRuns: FUZZ_RUNS },
    );
    expect(seen.succeeded).toBeGreaterThan(FUZZ_RUNS / 5);
    expect(seen.refused).toBeGreaterThan(FUZZ_RUNS / 5);
  },
  FUZZ_TIMEOUT,
);

it(
  'publishing what was read, from the tour or from its flag, changes none of the conditions, whatever they are',
  async () => {
    const seen = { conditions: 0, many: 0 };
    const publishes = fc.array(fc.constantFrom('tour', 'flag', 'neither'), { minLength: 2, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(arbitraryContent, arbitraryTargeting, publishes, async (content, targeting, sources) => {
        const created = await tours.send('POST', '/', {
          name: `Conditions ${crypto.randomUUID()}`,
          auto_launch: true,
          content,
          targeting_flag_filters: targeting,
        });
        fc.pre(created.status === 201);
        const { id, internal_targeting_flag: flag, targeting_flag_filters: read } = created.body;
        for (const source of sources) {
          const given = { tour: read, flag: flag.filters, neither: undefined }[source];
          await tours.draft(id, { description: source, targeting_flag_filters: given });
          const published = await tours.publish(id);
          expect(published.internal_targeting_flag).toEqual(flag);
          expect(published.targeting_flag_filters).toEqual(read);
        }
        seen.conditions++;
        if (flag.filters.groups.length > 1) seen.many++;
      }),
      { numRuns: Math.ceil(FUZZ_RUNS / 10) },
    );
    expect(seen.conditions).toBeGreaterThanOrEqual(FUZZ_RUNS / 10);
    expect(seen.many).toBeGreaterThan(0);
  },
  FUZZ_TIMEOUT,
);
