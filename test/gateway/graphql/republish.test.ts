import { describe, expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { createFlag } from '../../support/flags.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { mutate } from '../../support/mutate.ts';
import { rowsChecksum } from '../../support/rows.ts';

const it = gatewayTest();
let gateway: TestApp;
let count = 0;
const run = (name: string, input: object, selection?: string) => mutate(gateway.graphql, name, input, selection);

it.beforeAll(({ gateway: started }) => {
  gateway = started;
});

const LIVE =
  'tour { name description autoLaunch revision hasDraft content { raw } internalTargetingFlag { filters } versions { totalCount } }';

/** A tour whose second version differs from the first in everything. */
async function create(): Promise<{ tourId: string; name: string }> {
  const name = `Tour ${++count}`;
  const content = { displayFrequency: 'show_once', steps: [{ id: 'a', type: 'modal' }] };
  const { tour } = await run('createTour', { projectId: gateway.projectId, name, content, autoLaunch: true });
  await run('updateTour', { tourId: tour.uuid, name: `${name}, renamed`, content: { steps: [] }, description: 'Second' });
  return { tourId: tour.uuid, name };
}

describe('an old version that is published again', () => {
  it('is live as it was, as a new version, with its flag', async () => {
    const { tourId, name } = await create();
    const flagAtFirst = (await gateway.graphql(`{ tour(id: "${tourId}") { internalTargetingFlag { filters } } }`)).tour
      .internalTargetingFlag;
    const { tour } = await run('republishTourVersion', { tourId, number: 1, expectedRevision: 2 }, LIVE);
    expect(tour).toMatchObject({
      name,
      description: '',
      autoLaunch: true,
      revision: 3,
      hasDraft: false,
      content: { raw: { displayFrequency: 'show_once', steps: [{ id: 'a' }] } },
      versions: { totalCount: 3 },
    });
    expect(tour.internalTargetingFlag.filters).not.toEqual(flagAtFirst.filters);
  });

  it('takes the place of a draft, which can be brought back', async () => {
    const { tourId } = await create();
    await run('saveTourDraft', { tourId, description: 'Pending' });
    expect(await run('republishTourVersion', { tourId, number: 1 }, LIVE)).toMatchObject({ tour: { hasDraft: false, revision: 4 } });
    const { tour } = await gateway.graphql(`{ tour(id: "${tourId}") { lostDrafts { nodes { revision cause raw } } } }`);
    expect(tour.lostDrafts.nodes).toMatchObject([{ revision: 4, cause: 'REPLACED', raw: { description: 'Pending' } }]);
    expect(await run('restoreTourDraft', { tourId, revision: 4 }, 'tour { draft { description } }')).toMatchObject({
      tour: { draft: { description: 'Pending' } },
    });
  });

  it('is published once for one idempotency key', async () => {
    const { tourId } = await create();
    const input = { tourId, number: 1, idempotencyKey: 'again' };
    const first = await run('republishTourVersion', input, LIVE);
    expect(await run('republishTourVersion', input, LIVE)).toEqual(first);
    expect(await run('republishTourVersion', { ...input, number: 2 }, LIVE)).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  });

  it('is refused, and nothing is written, when it is not there, the tour has moved on, or it may not go live any more', async () => {
    const { tourId, name } = await create();
    await run('createTour', { projectId: gateway.projectId, name });
    const flagId = await createFlag(gateway.graphql, gateway.projectId, `flag-${count}`);
    await run('updateTour', { tourId, linkedFlagId: flagId });
    await run('updateTour', { tourId, linkedFlagId: null });
    await run('deleteFeatureFlag', { flagId }, '__typename');
    await run('saveTourDraft', { tourId, description: 'Kept' });
    const before = await rowsChecksum(gateway.app.db);
    expect(await run('republishTourVersion', { tourId, number: 9 })).toMatchObject({
      code: 'NOT_FOUND',
      message: expect.stringContaining('9'),
    });
    expect(await run('republishTourVersion', { tourId, number: 2, expectedRevision: 1 })).toMatchObject({ code: 'CONFLICT' });
    expect(await run('republishTourVersion', { tourId, number: 1 })).toMatchObject({ fields: [{ path: 'name', code: 'unique' }] });
    expect(await rowsChecksum(gateway.app.db)).toBe(before);
  });
});
