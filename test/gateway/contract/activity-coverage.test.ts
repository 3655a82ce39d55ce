import { describe, expect } from 'vitest';
import { schema } from '../../../src/graphql/schema.ts';
import type { TestApp } from '../../support/app.ts';
import { createFlag } from '../../support/flags.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { mutate } from '../../support/mutate.ts';

/** A tour that has a pending draft, an earlier version and a linked flag. */
interface Prepared {
  tourId: string;
  flagId: number;
}

interface Logged {
  activity: 'created' | 'updated' | 'deleted' | 'restored';
  input(prepared: Prepared): object;
}

/** Every mutation that changes what is live, and what is logged of it. */
const LOGGED: Record<string, Logged> = {
  createTour: { activity: 'created', input: () => ({ projectId: gateway.projectId, name: 'Made' }) },
  updateTour: { activity: 'updated', input: ({ tourId }) => ({ tourId, description: 'New' }) },
  deleteTour: { activity: 'deleted', input: ({ tourId }) => ({ tourId }) },
  restoreDeletedTour: { activity: 'restored', input: ({ tourId }) => ({ tourId }) },
  duplicateTour: { activity: 'created', input: ({ tourId }) => ({ tourId }) },
  launchTour: { activity: 'updated', input: ({ tourId }) => ({ tourId }) },
  stopTour: { activity: 'updated', input: ({ tourId }) => ({ tourId }) },
  resumeTour: { activity: 'updated', input: ({ tourId }) => ({ tourId }) },
  archiveTour: { activity: 'updated', input: ({ tourId }) => ({ tourId }) },
  publishTourDraft: { activity: 'updated', input: ({ tourId }) => ({ tourId }) },
  republishTourVersion: { activity: 'updated', input: ({ tourId }) => ({ tourId, number: 1 }) },
  deleteFeatureFlag: { activity: 'updated', input: ({ flagId }) => ({ flagId }) },
};

/** Every mutation that is not logged, and why. The contract (section 13) logs what is done to tours, and drafts are not logged. */
const SILENT: Record<string, string> = {
  saveTourDraft: 'a draft: its events are the log',
  editTourDraftSteps: 'a draft',
  scheduleTourDraft: 'a draft: the publish is logged',
  unscheduleTourDraft: 'a draft',
  discardTourDraft: 'a draft',
  restoreTourVersion: 'a draft',
  restoreTourDraft: 'a draft',
  restoreTourRevision: 'a draft',
  generateTourContent: 'stores nothing',
  reportTourPresence: 'stores nothing',
  createOrganization: 'no tour',
  updateOrganization: 'no tour',
  createProject: 'no tour',
  updateProject: 'no tour',
  updateViewer: 'no tour',
  createUser: 'no tour',
  deactivateUser: 'no tour',
  addMember: 'no tour',
  removeMember: 'no tour',
  createPersonalApiKey: 'no tour',
  revokePersonalApiKey: 'no tour',
  createAccessToken: 'no tour',
  revokeAccessToken: 'no tour',
  createPreviewToken: 'changes no tour',
  revokePreviewToken: 'changes no tour',
  createFeatureFlag: 'no tour',
  updateFeatureFlag: 'no tour: what a tour links to stays linked',
};

const it = gatewayTest();
let gateway: TestApp;
let count = 0;

it.beforeAll(({ gateway: started }) => {
  gateway = started;
});

const run = (name: string, input: object, selection?: string) => mutate(gateway.graphql, name, input, selection);
const countActivities = () => gateway.app.db.prisma.activity.count();

async function prepare(): Promise<Prepared> {
  const flagId = await createFlag(gateway.graphql, gateway.projectId, `flag-${++count}`);
  const { tour } = await run('createTour', { projectId: gateway.projectId, name: `Tour ${count}`, linkedFlagId: flagId });
  const tourId = tour.uuid;
  await run('saveTourDraft', { tourId, description: 'Drafted' });
  return { tourId, flagId };
}

describe('the activity log', () => {
  it('has a decision about every mutation', () => {
    const mutations = Object.keys(schema.getMutationType()?.getFields() ?? {});
    expect([...Object.keys(LOGGED), ...Object.keys(SILENT)].sort()).toEqual(mutations.sort());
  });

  it.each(Object.entries(LOGGED))('tells of %s, once', async (name, { activity, input }) => {
    const prepared = await prepare();
    if (name === 'stopTour' || name === 'resumeTour') await run('launchTour', { tourId: prepared.tourId });
    if (name === 'resumeTour') await run('stopTour', { tourId: prepared.tourId });
    if (name === 'restoreDeletedTour') await run('deleteTour', { tourId: prepared.tourId }, 'tourId');
    if (name === 'republishTourVersion') await run('updateTour', { tourId: prepared.tourId, description: 'Another version' });
    const before = await countActivities();
    const result = await run(name, input(prepared), '__typename');
    expect(result.__typename).toMatch(/Success$/);
    expect(await countActivities()).toBe(before + 1);
    const newest = await gateway.app.db.prisma.activity.findFirstOrThrow({ orderBy: { createdAt: 'desc' } });
    expect(newest).toMatchObject({ activity, scope: 'ProductTour', userId: 1, projectId: gateway.projectId });
  });

  it('tells nothing of drafts, nor of a change that changes nothing', async () => {
    const { tourId } = await prepare();
    const before = await countActivities();
    await run('editTourDraftSteps', { tourId, operations: [{ add: { step: { id: 'a' } } }] });
    await run('restoreTourVersion', { tourId, number: 1 });
    await run('discardTourDraft', { tourId });
    await run('restoreTourDraft', { tourId, revision: 5 });
    await run('updateTour', { tourId, description: '' });
    expect(await countActivities()).toBe(before);
  });
});
