import { describe, expect } from 'vitest';
import { addToken } from '../../support/access-token.ts';
import type { TestApp } from '../../support/app.ts';
import { openStaging } from '../../support/environments.ts';
import { createFlag } from '../../support/flags.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { mutate } from '../../support/mutate.ts';
import { addPerson } from '../../support/people.ts';
import { addPreviewToken } from '../../support/preview-token.ts';

const it = gatewayTest({ CONTENT_PROVIDER: 'template' });
let gateway: TestApp;
let projectId: number;
const run = (name: string, input: object, selection?: string) => mutate(gateway.graphql, name, input, selection);
const create = async (input: object, selection = 'id uuid') =>
  (await run('createTour', { projectId, name: 'Paid', ...input }, `tour { ${selection} }`)).tour;
const asks = (id: string) => ({ id, type: 'survey', survey: { type: 'open', questionText: 'Why?' } });

it.beforeAll(async ({ gateway: started }) => {
  gateway = started;
  ({ projectId } = gateway);
});

describe('what a mutation changes beside its object is in its result', () => {
  it('deleteTour: the ids of the tour and its flag, and the surveys that ended', async () => {
    const content = { steps: [asks('a'), asks('b')] };
    const tour = await create({ content, autoLaunch: true }, 'id uuid internalTargetingFlag { id } linkedSurveys { id endDate }');
    const selection = 'tourId deletedTourId deletedFeatureFlagId surveys { id endDate }';
    const deleted = await run('deleteTour', { tourId: tour.uuid }, selection);
    expect(deleted).toMatchObject({ tourId: tour.uuid, deletedTourId: tour.id, deletedFeatureFlagId: tour.internalTargetingFlag.id });
    expect(deleted.surveys.map(({ id }: { id: string }) => id).sort()).toEqual(
      tour.linkedSurveys.map(({ id }: { id: string }) => id).sort(),
    );
    expect(deleted.surveys).toEqual(deleted.surveys.map(() => ({ id: expect.any(String), endDate: expect.any(String) })));
    const plain = await create({});
    expect(await run('deleteTour', { tourId: plain.id }, selection)).toMatchObject({
      tourId: plain.uuid,
      deletedTourId: plain.id,
      deletedFeatureFlagId: null,
      surveys: [],
    });
  });

  it('deleteFeatureFlag: the tours that lost the link, for those who may read them', async () => {
    const selection = 'featureFlag { deleted } tours { id revision linkedFlag { key } }';
    const [first, second] = [await createFlag(gateway.graphql, projectId, 'first'), await createFlag(gateway.graphql, projectId, 'second')];
    const tours = [await create({ name: 'One', linkedFlagId: first }), await create({ name: 'Two', linkedFlagId: first })];
    const deleted = await run('deleteFeatureFlag', { flagId: first }, selection);
    expect(deleted.featureFlag).toEqual({ deleted: true });
    expect(deleted.tours).toHaveLength(2);
    expect(deleted.tours).toEqual(expect.arrayContaining(tours.map(({ id }) => ({ id, revision: 2, linkedFlag: null }))));
    const linked = await create({ name: 'Three', linkedFlagId: second });
    const { graphql } = await addPerson(gateway, { scopes: ['feature_flag:write'] });
    expect(await mutate(graphql, 'deleteFeatureFlag', { flagId: second }, selection)).toMatchObject({
      featureFlag: { deleted: true },
      tours: [],
    });
    expect((await gateway.graphql(`{ tour(id: "${linked.uuid}") { revision linkedFlag { key } } }`)).tour).toEqual({
      revision: 2,
      linkedFlag: null,
    });
  });

  it('deactivateUser: the keys and tokens that were revoked', async () => {
    const person = await addPerson(gateway);
    const token = await addToken(gateway, person);
    const { uuid: tourId } = await create({ name: 'Shown' });
    const preview = await addPreviewToken({ ...gateway, graphql: person.graphql }, tourId);
    const selection = 'user { isActive } apiKeys { uuid revokedAt } accessTokens { uuid revokedAt } previewTokens { uuid revokedAt }';
    const deactivate = () => run('deactivateUser', { userId: person.userId }, selection);
    const revokedAt = expect.any(String);
    expect(await deactivate()).toEqual({
      __typename: 'DeactivateUserSuccess',
      user: { isActive: false },
      apiKeys: [{ uuid: person.keyId, revokedAt }],
      accessTokens: [{ uuid: token.id, revokedAt }],
      previewTokens: [{ uuid: preview.id, revokedAt }],
    });
    expect(await deactivate()).toMatchObject({ user: { isActive: false }, apiKeys: [], accessTokens: [], previewTokens: [] });
  });

  it('addMember and removeMember: the user and the project', async () => {
    const person = await addPerson(gateway);
    const { project } = await run('createProject', { name: 'Another' }, 'project { id databaseId }');
    const input = { projectId: project.databaseId, userId: person.userId };
    for (const name of ['addMember', 'removeMember']) {
      expect(await run(name, input, 'user { databaseId } project { id name }')).toMatchObject({
        user: { databaseId: person.userId },
        project: { id: project.id, name: 'Another' },
      });
    }
  });

  it('publishTourDraft: the tour, and that of the environment, when it is sent again too', async () => {
    const staging = await openStaging(gateway);
    const { uuid: tourId, id } = await create({ name: 'Staged' });
    const selection = 'tour { id revision } environmentTour { id name project { databaseId } source { id } }';
    const published = await staging.publish(tourId, { idempotencyKey: 'once' }, selection);
    expect(published).toMatchObject({
      tour: { id, revision: 1 },
      environmentTour: { name: 'Staged', project: { databaseId: staging.projectId }, source: { id } },
    });
    expect(published.environmentTour.id).not.toBe(id);
    expect(await staging.publish(tourId, { idempotencyKey: 'once' }, selection)).toEqual(published);
    await run('saveTourDraft', { tourId, name: 'Here' });
    expect(await run('publishTourDraft', { tourId }, selection)).toMatchObject({ tour: { id, revision: 3 }, environmentTour: null });
  });

  it('reportTourPresence and generateTourContent: the tour', async () => {
    const { uuid: tourId, id } = await create({ name: 'Open' });
    expect(await run('reportTourPresence', { tourId, clientId: 'tab' }, 'tour { id name } expiresAt')).toMatchObject({
      tour: { id, name: 'Open' },
    });
    await run('updateProject', { id: projectId, aiDataProcessingApproved: true }, 'project { id }');
    const steps = [{ id: 'a', type: 'modal', contentHtml: '<p>Send an invoice to your first customer.</p>' }];
    expect(await run('generateTourContent', { tourId, steps }, 'tour { id } steps { stepId }')).toMatchObject({
      tour: { id },
      steps: [{ stepId: 'a' }],
    });
  });
});
