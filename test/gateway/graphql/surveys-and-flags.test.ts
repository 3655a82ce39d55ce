import { describe, expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { createFlag } from '../../support/flags.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { mutate } from '../../support/mutate.ts';

const TOUR = `tour {
  uuid revision status archived content { raw } targetingFlagFilters linkedFlag { databaseId }
  internalTargetingFlag { databaseId key name active filters } linkedSurveys { uuid name questions startDate endDate }
}`;

const it = gatewayTest();
let gateway: TestApp;
const run = (name: string, input: object) => mutate(gateway.graphql, name, input, TOUR);
const create = (name: string, input: object = {}) => run('createTour', { projectId: gateway.projectId, name, ...input });

it.beforeAll(({ gateway: started }) => {
  gateway = started;
});

describe('the internal flag of a tour', () => {
  it('is made when auto-launch is first switched on, and is the same one ever after', async () => {
    const { tour } = await create('Ünïcode — Tour!! ');
    const tourId = tour.uuid;
    expect(tour.internalTargetingFlag).toBeNull();
    const launched = (await run('updateTour', { tourId, autoLaunch: true })).tour.internalTargetingFlag;
    expect(launched).toMatchObject({
      key: expect.stringMatching(/^product-tour-targeting-unicode-tour-[0-9a-f]{8}$/),
      name: 'Product Tour: Ünïcode — Tour!!',
      active: false,
    });
    const life: [string, object, boolean][] = [
      ['updateTour', { startDate: '2999-01-01T00:00:00Z' }, true],
      ['updateTour', { endDate: '2999-02-01T00:00:00Z' }, false],
      ['resumeTour', {}, true],
      ['updateTour', { autoLaunch: false }, false],
      ['updateTour', { endDate: '2999-02-01T00:00:00Z' }, false],
      ['updateTour', { endDate: null }, false],
      ['updateTour', { autoLaunch: true }, true],
      ['archiveTour', {}, false],
      ['updateTour', { archived: false, name: 'Back' }, true],
    ];
    for (const [mutation, input, active] of life) {
      const flag = (await run(mutation, { tourId, ...input })).tour.internalTargetingFlag;
      expect(flag, `${mutation} ${JSON.stringify(input)}`).toEqual({ ...launched, active });
    }
  });

  it('says the same after five rounds of publishing what was read', async () => {
    const groups = [
      { variant: '', rollout_percentage: 30, properties: [{ key: 'plan', type: 'person', operator: 'exact', value: 'pro' }] },
    ];
    const conditions = { seenTourWaitPeriod: { days: 3, types: ['tour', 'announcement', 'banner'] } };
    const { tour } = await create('Published often', { autoLaunch: true, targetingFlagFilters: { groups }, content: { conditions } });
    expect(tour.internalTargetingFlag.filters.groups).toHaveLength(8);
    for (let round = 1; round <= 5; round++) {
      const tourId = tour.uuid;
      const targetingFlagFilters = round % 2 ? tour.targetingFlagFilters : tour.internalTargetingFlag.filters;
      await run('saveTourDraft', { tourId, targetingFlagFilters, description: `Round ${round}` });
      const published = (await run('publishTourDraft', { tourId })).tour;
      expect(published.targetingFlagFilters).toEqual({ groups });
      expect(published.internalTargetingFlag.filters).toEqual(tour.internalTargetingFlag.filters);
    }
    const { internalTargetingFlag } = (await run('updateTour', { tourId: tour.uuid, content: {} })).tour;
    expect(internalTargetingFlag.filters.groups).toHaveLength(1);
  });

  it('cannot be changed by itself, and goes with the tour', async () => {
    const { tour } = await create('Owner', { autoLaunch: true });
    const flagId = tour.internalTargetingFlag.databaseId;
    for (const [name, input] of [
      ['updateFeatureFlag', { flagId, active: true }],
      ['deleteFeatureFlag', { flagId }],
    ] as const) {
      expect(await mutate(gateway.graphql, name, input, 'featureFlag { key }')).toMatchObject({ fields: [{ path: 'flagId' }] });
    }
    await mutate(gateway.graphql, 'deleteTour', { tourId: tour.uuid }, 'tourId');
    expect(await gateway.app.db.prisma.featureFlag.count({ where: { id: flagId } })).toBe(0);
  });
});

describe('the linked flag of a tour', () => {
  it('must be one of the project, and have the variant that the content names', async () => {
    const linkedFlagId = await createFlag(gateway.graphql, gateway.projectId, 'variants', ['a', 'b']);
    const plain = await createFlag(gateway.graphql, gateway.projectId, 'plain');
    const wanting = (linkedFlagVariant: string) => ({ content: { conditions: { linkedFlagVariant } } });
    const message = async (input: object) => (await create(`Linked ${Math.random()}`, input)).message ?? null;
    expect(await message({ linkedFlagId: 999_999 })).toContain('Feature Flag with this ID does not exist');
    expect(await message({ ...wanting('a') })).toContain('linkedFlagVariant can only be used when a linked_flag_id is specified');
    expect(await message({ linkedFlagId: plain, ...wanting('a') })).toContain('has no variants');
    expect(await message({ linkedFlagId, ...wanting('c') })).toContain("'c' does not exist. Available variants: a, b");
    for (const variant of ['a', 'b', 'any', '']) expect(await message({ linkedFlagId, ...wanting(variant) })).toBeNull();
    expect(await message({ linkedFlagId: plain, ...wanting('any') })).toBeNull();
  });

  it('leaves every tour when it is deleted, with the variant that was wanted, and the drafts stay', async () => {
    const linkedFlagId = await createFlag(gateway.graphql, gateway.projectId, 'doomed', ['a']);
    const content = { conditions: { linkedFlagVariant: 'a', url: '/kept' } };
    const tours = await Promise.all([1, 2, 3].map((n) => create(`Linked tour ${n}`, { linkedFlagId, content })));
    const tourId = tours[0]?.tour.uuid;
    await run('saveTourDraft', { tourId, description: 'Drafted' });
    await mutate(gateway.graphql, 'deleteFeatureFlag', { flagId: linkedFlagId }, 'featureFlag { deleted }');
    for (const { tour } of tours) {
      const found = await gateway.graphql(
        `query ($id: UUID!) { tour(id: $id) { hasDraft linkedFlag { key } content { raw } activity { nodes { activity changes { field action } } } } }`,
        { id: tour.uuid },
      );
      expect(found.tour).toMatchObject({
        linkedFlag: null,
        hasDraft: tour.uuid === tourId,
        content: { raw: { conditions: { url: '/kept' } } },
      });
      expect(found.tour.content.raw.conditions).not.toHaveProperty('linkedFlagVariant');
      expect(found.tour.activity.nodes[0].changes).toEqual(
        expect.arrayContaining([{ field: 'linked_flag', action: 'deleted' }, expect.objectContaining({ field: 'content' })]),
      );
    }
  });
});

describe('the surveys of a tour', () => {
  const asking = (questionText: string, step: object = {}) => ({
    steps: [{ id: 'a', type: 'survey', survey: { type: 'open', questionText }, ...step }],
  });

  it('are made, follow the tour through its life, keep their ids, and end with the step', async () => {
    const { tour } = await create('Asking', { content: asking('Why?') });
    const tourId = tour.uuid;
    const [survey] = tour.linkedSurveys;
    const [{ id: questionId }] = survey.questions;
    expect(survey).toMatchObject({
      name: expect.stringMatching(/^Asking - Step 1 Survey \([0-9a-f]{8}\)$/),
      startDate: null,
      endDate: null,
    });
    expect(tour.content.raw.steps[0]).toMatchObject({ linkedSurveyId: survey.uuid, linkedSurveyQuestionId: questionId });
    const launched = (await run('launchTour', { tourId, at: '2026-01-01T00:00:00.123456Z' })).tour;
    expect(launched.linkedSurveys[0].startDate).toBe('2026-01-01T00:00:00.123456Z');
    for (let round = 1; round <= 3; round++) {
      const content = asking(`Why ${round}?`, tour.content.raw.steps[0]);
      const step = { ...content.steps[0], survey: { type: 'open', questionText: `Why ${round}?` } };
      await run('saveTourDraft', { tourId, content: { steps: [step] } });
      const [kept] = (await run('publishTourDraft', { tourId })).tour.linkedSurveys;
      expect(kept).toMatchObject({ uuid: survey.uuid, questions: [{ id: questionId, question: `Why ${round}?` }] });
    }
    expect((await run('stopTour', { tourId, at: '2026-02-01T00:00:00Z' })).tour.linkedSurveys[0].endDate).toBe('2026-02-01T00:00:00Z');
    expect((await run('resumeTour', { tourId })).tour.linkedSurveys[0].endDate).toBeNull();
    expect((await run('updateTour', { tourId, content: { steps: [] } })).tour.linkedSurveys).toEqual([]);
    const [row] = await gateway.app.db.sql.query<{ endDate: string | null }>('SELECT end_date AS "endDate" FROM surveys WHERE id = $1', [
      survey.uuid,
    ]);
    expect(row?.endDate).not.toBeNull();
  });

  it('are not touched by a draft', async () => {
    const { tour } = await create('Drafting', { content: asking('Live?') });
    await run('saveTourDraft', { tourId: tour.uuid, content: asking('Drafted?') });
    const count = await gateway.app.db.prisma.survey.count({ where: { tourId: tour.uuid } });
    expect(count).toBe(1);
  });
});
