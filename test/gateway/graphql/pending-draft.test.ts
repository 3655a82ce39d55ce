import { describe, expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { mutate } from '../../support/mutate.ts';
import { rowsChecksum } from '../../support/rows.ts';

const it = gatewayTest();
let gateway: TestApp;
let path: string;
let count = 0;
const run = (name: string, input: object, selection?: string) => mutate(gateway.graphql, name, input, selection);

it.beforeAll(async ({ gateway: started }) => {
  gateway = started;
  path = `${gateway.projectId}/product_tours`;
});

const create = async (): Promise<string> => (await run('createTour', { projectId: gateway.projectId, name: `Tour ${++count}` })).tour.uuid;
const patch = (id: string, headers: Record<string, string>) => gateway.rest('PATCH', `${path}/${id}/`, { description: 'Direct' }, headers);

const MESSAGE = 'The tour has a draft, which this change would end. Publish or discard it first.';

describe('a direct change that is not to end a draft', () => {
  it('is refused while there is one, and writes nothing', async () => {
    const tourId = await create();
    await run('saveTourDraft', { tourId, name: 'Drafted' });
    const before = await rowsChecksum(gateway.app.db);
    expect(await run('updateTour', { tourId, description: 'Direct', refuseIfDraft: true })).toMatchObject({
      __typename: 'ConflictError',
      code: 'DRAFT_PENDING',
      message: MESSAGE,
      expectedRevision: 2,
      currentRevision: 2,
      conflictingPaths: ['/name'],
      changedBy: { email: 'admin@example.com' },
      tour: { uuid: tourId, draft: { raw: { name: 'Drafted' } } },
    });
    for (const prefer of ['handling=strict', 'respond-async, Handling = "strict"; x=1']) {
      expect(await patch(tourId, { prefer }), prefer).toMatchObject({
        status: 409,
        body: { type: 'invalid_request', code: 'draft_pending', detail: MESSAGE, attr: null },
      });
    }
    expect(await patch(tourId, { prefer: 'handling=strict', 'if-none-match': '"1"' })).toMatchObject({ status: 409 });
    expect(await rowsChecksum(gateway.app.db)).toBe(before);
  });

  it('goes through where there is none', async () => {
    const tourId = await create();
    expect(await run('updateTour', { tourId, description: 'One', refuseIfDraft: true })).toMatchObject({ tour: { revision: 2 } });
    expect(await patch(tourId, { prefer: 'handling=strict' })).toMatchObject({ status: 200, body: { description: 'Direct' } });
  });

  it('is only one that says so', async () => {
    for (const prefer of ['', 'handling=lenient', 'handling=lenient, handling=strict', 'return=minimal', 'xhandling=strict', '=,;;"']) {
      const tourId = await create();
      await run('saveTourDraft', { tourId, name: 'Drafted' });
      expect((await patch(tourId, { prefer })).status, prefer).toBe(200);
    }
    const tourId = await create();
    await run('saveTourDraft', { tourId, name: 'Drafted' });
    expect(await run('updateTour', { tourId, refuseIfDraft: false }, 'tour { hasDraft }')).toMatchObject({ tour: { hasDraft: false } });
  });

  it('hears first that the tour has moved on', async () => {
    const tourId = await create();
    await run('saveTourDraft', { tourId, name: 'Drafted' });
    expect(await run('updateTour', { tourId, expectedRevision: 1, refuseIfDraft: true })).toMatchObject({ code: 'CONFLICT' });
    expect(await patch(tourId, { prefer: 'handling=strict', 'if-match': '"1"' })).toMatchObject({ status: 412 });
  });
});
