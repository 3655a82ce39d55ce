import { beforeEach, describe, expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { createFlag } from '../../support/flags.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { mutate } from '../../support/mutate.ts';
import { addPerson } from '../../support/people.ts';
import { rowsChecksum } from '../../support/rows.ts';

const TOUR = `tour {
  uuid name description revision hasDraft autoLaunch content { raw } draft { raw } linkedFlag { databaseId } internalTargetingFlag { active }
  linkedSurveys { uuid } versions { totalCount }
}`;

const it = gatewayTest();
let gateway: TestApp;
let tourId: string;
let count = 0;
const run = (name: string, input: object) => mutate(gateway.graphql, name, input, TOUR);

it.beforeAll(({ gateway: started }) => {
  gateway = started;
});

/** A tour that is launched, with an internal flag, a survey and a draft that changes all of it. */
beforeEach(async () => {
  const steps = [{ id: 'a', type: 'survey', survey: { type: 'open', questionText: 'Why?' } }];
  const input = {
    projectId: gateway.projectId,
    name: `Live ${++count}`,
    autoLaunch: true,
    startDate: '2026-01-01T00:00:00Z',
    content: { steps },
  };
  tourId = (await run('createTour', input)).tour.uuid;
  const draft = { name: `Drafted ${count}`, description: 'New', autoLaunch: false, content: { steps: [{ id: 'b', type: 'modal' }] } };
  await run('saveTourDraft', { tourId, ...draft });
});

describe('publishing a draft', () => {
  it('makes all of it live at once', async () => {
    const linkedFlagId = await createFlag(gateway.graphql, gateway.projectId, 'published');
    const { tour } = await run('publishTourDraft', { tourId, draft: { linkedFlagId } });
    expect(tour).toMatchObject({
      name: `Drafted ${count}`,
      description: 'New',
      autoLaunch: false,
      revision: 3,
      hasDraft: false,
      draft: null,
      content: { raw: { steps: [{ id: 'b' }] } },
      linkedFlag: { databaseId: linkedFlagId },
      internalTargetingFlag: { active: false },
      linkedSurveys: [],
      versions: { totalCount: 2 },
    });
  });

  it('tells everything that it is refused for, each at its place, as the draft’s problems do', async () => {
    const steps = [1, { id: 'a', elementTargeting: 'manual' }, null, { id: 'b', elementTargeting: 'auto' }];
    const draft = { name: `Taken for all ${count}`, linkedFlagId: 999_999, autoLaunch: null, content: { steps } };
    await run('createTour', { projectId: gateway.projectId, name: draft.name });
    await run('saveTourDraft', { tourId, ...draft });
    const { tour } = await gateway.graphql(`{ tour(id: "${tourId}") { draft { problems { severity code message path } } } }`);
    const errors = tour.draft.problems.filter(({ severity }: { severity: string }) => severity === 'ERROR');
    const { publishTourDraft } = await gateway.graphql(
      `mutation ($id: UUID!) { publishTourDraft(input: { tourId: $id }) { ... on ValidationError { fields { path pointer code message } } } }`,
      { id: tourId },
    );
    expect(publishTourDraft.fields).toEqual([
      { path: 'content', pointer: '/content/steps/0', code: 'invalid_input', message: 'Step 1 must be an object.' },
      { path: 'content', pointer: '/content/steps/2', code: 'invalid_input', message: 'Step 3 must be an object.' },
      { path: 'autoLaunch', pointer: '/auto_launch', code: 'null', message: 'This field may not be null.' },
      { path: 'name', pointer: '/name', code: 'unique', message: 'There is already a product tour with this name.' },
      { path: null, pointer: '/linked_flag_id', code: 'invalid_input', message: 'Feature Flag with this ID does not exist' },
      { path: null, pointer: '/content/steps/1/selector', code: 'invalid_input', message: 'Step 2 is missing an element selector' },
      {
        path: null,
        pointer: '/content/steps/3/inferenceData',
        code: 'invalid_input',
        message: 'Step 4 requires an element to be selected',
      },
    ]);
    const found = publishTourDraft.fields.map(({ pointer, code, message }: Record<string, string>) => ({
      severity: 'ERROR',
      code,
      message,
      path: pointer,
    }));
    expect(found).toEqual(expect.arrayContaining(errors));
    expect(found).toHaveLength(errors.length);
  });

  it('changes nothing at all when it is refused', async () => {
    const taken = `Taken ${count}`;
    await run('createTour', { projectId: gateway.projectId, name: taken });
    const doomed = await createFlag(gateway.graphql, gateway.projectId, `other-${count}`);
    const refusals: [object, object][] = [
      [{ draft: { name: taken } }, { fields: [{ path: 'name', code: 'unique' }] }],
      [{ draft: { name: ' ' } }, { fields: [{ path: 'name', code: 'blank' }] }],
      [
        { draft: { name: null, description: null } },
        {
          fields: [
            { path: 'name', code: 'null' },
            { path: 'description', code: 'null' },
          ],
        },
      ],
      [{ draft: { content: null } }, { fields: [{ path: 'content', code: 'null' }] }],
      [{ draft: { content: { steps: [1] } } }, { fields: [{ path: 'content' }] }],
      [{ draft: { content: { steps: [{ id: 'c', elementTargeting: 'manual' }] } } }, { message: 'Step 1 is missing an element selector' }],
      [{ draft: { content: { conditions: { linkedFlagVariant: 'a' } } } }, { __typename: 'ValidationError' }],
      [{ draft: { linkedFlagId: doomed, content: { conditions: { linkedFlagVariant: 'a' } } } }, { __typename: 'ValidationError' }],
      [{ draft: { linkedFlagId: 999_999 } }, { __typename: 'ValidationError' }],
      [{ draft: { targetingFlagFilters: 'all' } }, { fields: [{ path: 'targetingFlagFilters' }] }],
      [{ draft: { targetingFlagFilters: { groups: 3 } } }, { fields: [{ path: 'targetingFlagFilters' }] }],
      [{ expectedRevision: 1 }, { __typename: 'ConflictError', currentRevision: 2 }],
      [{ expectedRevision: 9 }, { fields: [{ path: 'expectedRevision' }] }],
      [{ idempotencyKey: '' }, { fields: [{ path: 'idempotencyKey' }] }],
    ];
    const before = await rowsChecksum(gateway.app.db);
    for (const [input, refusal] of refusals) {
      expect(await run('publishTourDraft', { tourId, ...input }), JSON.stringify(input)).toMatchObject(refusal);
      expect(await rowsChecksum(gateway.app.db), JSON.stringify(input)).toBe(before);
    }
    expect(refusals).toHaveLength(14);
  });

  it('changes nothing at all when it breaks half-way, wherever that is', async () => {
    const { sql } = gateway.app.db;
    const before = await rowsChecksum(gateway.app.db);
    for (const table of ['feature_flags', 'surveys', 'tours', 'tour_versions', 'activities', 'draft_events', 'draft_feeds']) {
      await sql.query(`CREATE FUNCTION break_off() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''broken''; END'`);
      await sql.query(`CREATE TRIGGER break_off BEFORE INSERT OR UPDATE ON ${table} FOR EACH ROW EXECUTE FUNCTION break_off()`);
      await expect(run('publishTourDraft', { tourId }), table).rejects.toThrow('Unexpected error.');
      await sql.query('DROP FUNCTION break_off CASCADE');
      expect(await rowsChecksum(gateway.app.db), table).toBe(before);
    }
    expect(await run('publishTourDraft', { tourId })).toMatchObject({ __typename: 'PublishTourDraftSuccess' });
  });

  it('needs a draft, or something to publish', async () => {
    await run('discardTourDraft', { tourId });
    expect(await run('publishTourDraft', { tourId })).toMatchObject({ __typename: 'ValidationError', code: 'NO_DRAFT' });
    expect(await run('publishTourDraft', { tourId, draft: { description: 'At once' } })).toMatchObject({
      tour: { description: 'At once', hasDraft: false },
    });
  });

  it('happens once for each idempotency key, also when it is sent ten times at once', async () => {
    const input = { tourId, draft: { description: 'Once' }, idempotencyKey: `publish ${count}` };
    const results = await Promise.all(Array.from({ length: 10 }, () => run('publishTourDraft', input)));
    expect(results.map(({ __typename }) => __typename)).toEqual(Array.from({ length: 10 }, () => 'PublishTourDraftSuccess'));
    expect(results[0].tour).toMatchObject({ revision: 3, versions: { totalCount: 2 } });
    expect(await run('publishTourDraft', { ...input, draft: { description: 'Twice' } })).toMatchObject({
      fields: [{ path: 'idempotencyKey' }],
    });
  });

  it('takes in every save that came before it, and leaves those that come after as a new draft', async () => {
    const other = await addPerson(gateway);
    const saves = Array.from({ length: 10 }, (_, n) =>
      mutate(other.graphql, 'editTourDraftSteps', { tourId, operations: [{ add: { step: { id: `s${n}`, type: 'modal' } } }] }, 'revision'),
    );
    const [published, ...saved] = await Promise.all([run('publishTourDraft', { tourId }), ...saves]);
    const { tour } = await gateway.graphql(`query ($id: UUID!) { tour(id: $id) { revision content { raw } draft { raw } } }`, {
      id: tourId,
    });
    const ids = ((tour.draft?.raw.content ?? tour.content.raw) as { steps: { id: string }[] }).steps.map(({ id }) => id);
    expect(ids.toSorted()).toEqual(['b', ...Array.from({ length: 10 }, (_, n) => `s${n}`)]);
    expect(new Set([published.tour.revision, ...saved.map(({ revision }) => revision)]).size).toBeGreaterThanOrEqual(10);
    expect(tour.revision).toBe(13);
  });
});
