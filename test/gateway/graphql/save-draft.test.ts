import { beforeEach, describe, expect, inject, vi } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { mutate } from '../../support/mutate.ts';
import { addPerson, type Person } from '../../support/people.ts';

const { kind } = inject('testDatabase');

const SAVED = 'revision rebased tour { revision draft { raw content { steps { stepId contentHtml } } } }';
const step = (id: string, contentHtml = 'text') => ({ id, type: 'modal', contentHtml });

const it = gatewayTest();

describe('saving a draft', () => {
  let gateway: TestApp;
  let other: Person;
  let tourId: string;
  let count = 0;

  it.beforeAll(async ({ gateway: started }) => {
    gateway = started;
    other = await addPerson(gateway);
  });
  beforeEach(async () => {
    const content = { steps: [step('a'), step('b'), step('c')] };
    const { tour } = await mutate(gateway.graphql, 'createTour', { projectId: gateway.projectId, name: `Drafted ${++count}`, content });
    tourId = tour.uuid;
  });

  const save = (input: object, client = gateway.graphql) => mutate(client, 'saveTourDraft', { tourId, ...input }, SAVED);
  const edit = (operations: object[], input: object = {}) =>
    mutate(gateway.graphql, 'editTourDraftSteps', { tourId, operations, ...input }, SAVED);

  it('keeps what is absent and clears what is null', async () => {
    await save({ name: 'First', targetingFlagFilters: { groups: [{ properties: [{ key: 'plan' }] }] } });
    const { tour } = await save({ description: 'Second', targetingFlagFilters: null });
    expect(tour.draft.raw).toMatchObject({ name: 'First', description: 'Second', targeting_flag_filters: null, auto_launch: false });
  });

  it('loses no key of 40 saves at once', async () => {
    const fields = ['name', 'description', 'autoLaunch', 'content', 'targetingFlagFilters'];
    const results = await Promise.all(
      Array.from({ length: 40 }, (_, n) => {
        if (n < 36) return edit([{ add: { step: step(`s${n}`) } }]);
        const field = fields[n - 36] as string;
        return save({ [field]: field === 'autoLaunch' ? true : `by ${n}` }).catch((error: Error) => error);
      }),
    );
    const saved = results.filter((result) => result.__typename?.endsWith('Success'));
    const revisions = saved.map((result) => result.revision).sort((one, two) => one - two);
    // The save of content as a text is refused; each other one has a revision of its own, without gaps.
    expect(saved).toHaveLength(39);
    expect(revisions).toEqual(Array.from({ length: 39 }, (_, n) => n + 2));
    const { tour } = await gateway.graphql(`{ tour(id: "${tourId}") { draft { raw } } }`);
    const { raw } = tour.draft;
    expect(raw).toMatchObject({ name: 'by 36', description: 'by 37', auto_launch: true });
    expect(new Set(raw.content.steps.map(({ id }: { id: string }) => id)).size).toBe(39);
  });

  it('starts again under the tour’s lock when somebody else was faster between its read and its write', async () => {
    const { db } = gateway.app;
    const blocked = () =>
      db.sql.query(
        "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%draft_events%'",
      );
    let saving: Promise<unknown> | null = null;
    await db.transaction(async (tx) => {
      await tx.query(
        `UPDATE tours SET revision = revision + 1, draft_saved_at = now(), draft_content = '{"name": "Theirs", "description": "Theirs"}' WHERE id = $1`,
        [tourId],
      );
      saving = save({ name: 'Mine' });
      // An embedded database has one connection: there the save waits before it reads, and is not overtaken.
      if (kind === 'postgresql') await vi.waitFor(async () => expect(await blocked()).toHaveLength(1), { timeout: 10_000 });
    });
    expect(await saving).toMatchObject({ revision: 3, tour: { draft: { raw: { name: 'Mine', description: 'Theirs' } } } });
    const events = await db.sql.query('SELECT revision FROM draft_events WHERE tour_id = $1 ORDER BY sequence', [tourId]);
    // The other one, which was not the gateway, has left no event.
    expect(events).toEqual([{ revision: 1 }, { revision: 3 }]);
  });

  it('puts a save from an older revision on top of others’ changes of other paths', async () => {
    await save({ name: 'Theirs', content: { steps: [step('a', 'theirs'), step('b'), step('c')] } }, other.graphql);
    const mine = await save({ expectedRevision: 1, description: 'Mine', content: { steps: [step('c'), step('a'), step('b', 'mine')] } });
    expect(mine).toMatchObject({ __typename: 'SaveTourDraftSuccess', revision: 3, rebased: true });
    expect(mine.tour.draft.raw).toMatchObject({ name: 'Theirs', description: 'Mine' });
    expect(mine.tour.draft.content.steps).toEqual([
      { stepId: 'c', contentHtml: 'text' },
      { stepId: 'a', contentHtml: 'theirs' },
      { stepId: 'b', contentHtml: 'mine' },
    ]);
    expect(await save({ expectedRevision: 3, name: 'Current' })).toMatchObject({ revision: 4, rebased: false });
  });

  it('answers a conflict with the paths, who changed them, and the draft as it is', async () => {
    await save({ name: 'Theirs', content: { steps: [step('a', 'theirs'), step('b'), step('c')] } }, other.graphql);
    const refused = await save({ expectedRevision: 1, name: 'Mine', content: { steps: [step('a', 'mine'), step('b'), step('c')] } });
    expect(refused).toMatchObject({
      __typename: 'ConflictError',
      code: 'CONFLICT',
      expectedRevision: 1,
      currentRevision: 2,
      changedBy: { email: other.email },
      tour: { revision: 2, draft: { raw: { name: 'Theirs' } } },
    });
    expect(refused.conflictingPaths.sort()).toEqual(['/content/steps/a/contentHtml', '/name']);
    const { tour } = await gateway.graphql(`{ tour(id: "${tourId}") { revision draft { raw } } }`);
    expect(tour).toMatchObject({ revision: 2, draft: { raw: { name: 'Theirs' } } });
  });

  it('names who changed what collides, not who came last', async () => {
    const bob = await addPerson(gateway);
    await save({ name: 'Ada’s', content: { steps: [step('a', 'Ada’s'), step('b'), step('c')] } }, other.graphql);
    await save({ description: 'Bob’s', content: { steps: [step('x'), step('a', 'Ada’s'), step('b', 'Bob’s'), step('c')] } }, bob.graphql);
    await save({ autoLaunch: true });
    const conflict = (input: object) => save({ expectedRevision: 1, ...input });
    const by = ({ email }: Person) => ({ __typename: 'ConflictError', changedBy: { email } });
    expect(await conflict({ name: 'Mine' })).toMatchObject({ ...by(other), conflictingPaths: ['/name'] });
    expect(await conflict({ description: 'Mine' })).toMatchObject({ ...by(bob), conflictingPaths: ['/description'] });
    expect(await conflict({ content: { steps: [step('a', 'mine'), step('b'), step('c')] } })).toMatchObject(by(other));
    expect(await conflict({ content: { steps: [step('a'), step('b', 'mine'), step('c')] } })).toMatchObject(by(bob));
    await mutate(gateway.graphql, 'launchTour', { tourId });
    expect(await mutate(gateway.graphql, 'discardTourDraft', { tourId, expectedRevision: 3 })).toMatchObject({
      conflictingPaths: ['/auto_launch'],
      changedBy: { email: 'admin@example.com' },
    });
    expect(await save({ expectedRevision: 2, rebase: false, name: 'Mine' }, other.graphql)).toMatchObject({
      changedBy: { email: 'admin@example.com' },
    });
  });

  it('names who moved a step, not who changed its text since', async () => {
    const [a, b, c] = [step('a'), step('b'), step('c')];
    await save({ content: { steps: [b, c, a] } }, other.graphql);
    await edit([{ update: { stepId: 'b', patch: { contentHtml: 'changed' } } }]);
    expect(await save({ expectedRevision: 1, content: { steps: [c, b, a] } })).toMatchObject({
      conflictingPaths: ['/content/steps'],
      changedBy: { email: other.email },
    });
  });

  it('tells the working copy that a conflicting save was made from', async () => {
    await save({ name: 'Theirs' }, other.graphql);
    const input = 'input: { tourId: $id, expectedRevision: 1, name: "Mine" }';
    const { saveTourDraft } = await gateway.graphql(
      `mutation ($id: UUID!) { saveTourDraft(${input}) { ... on ConflictError { base tour { draft { raw } } } } }`,
      { id: tourId },
    );
    const { raw } = saveTourDraft.tour.draft;
    expect(saveTourDraft.base).toEqual({ ...raw, name: `Drafted ${count}` });
    await gateway.app.db.sql.query('DELETE FROM draft_events WHERE tour_id = $1 AND revision = 2', [tourId]);
    expect(
      await gateway.graphql(`mutation ($id: UUID!) { saveTourDraft(${input}) { ... on ConflictError { base conflictingPaths } } }`, {
        id: tourId,
      }),
    ).toEqual({ saveTourDraft: { base: null, conflictingPaths: [''] } });
  });

  it('restores what was named from the newest revision alone, and mixes nothing', async () => {
    await save({ name: 'Lost' });
    await mutate(gateway.graphql, 'discardTourDraft', { tourId });
    await save({ description: 'Theirs' }, other.graphql);
    for (const [name, what] of [
      ['restoreTourVersion', { number: 1 }],
      ['restoreTourDraft', { revision: 3 }],
    ] as const) {
      expect(await mutate(gateway.graphql, name, { tourId, ...what, expectedRevision: 3 })).toMatchObject({
        __typename: 'ConflictError',
        conflictingPaths: ['/description'],
        changedBy: { email: other.email },
      });
    }
    const { tour } = await mutate(
      gateway.graphql,
      'restoreTourDraft',
      { tourId, revision: 3, expectedRevision: 4 },
      'tour { draft { raw } }',
    );
    expect(tour.draft.raw).toMatchObject({ name: 'Lost', description: '' });
  });

  it('takes any change since for a conflict when it may not rebase', async () => {
    await save({ name: 'Theirs' }, other.graphql);
    expect(await save({ expectedRevision: 1, rebase: false, description: 'Mine' })).toMatchObject({
      __typename: 'ConflictError',
      conflictingPaths: ['/name'],
    });
  });

  it('lets editors of different steps work from the same revision', async () => {
    const results = await Promise.all(
      ['a', 'b', 'c'].map((stepId) => edit([{ update: { stepId, patch: { contentHtml: `by ${stepId}` } } }], { expectedRevision: 1 })),
    );
    expect(results.map((result) => result.__typename)).toEqual(Array(3).fill('EditTourDraftStepsSuccess'));
    expect(await edit([{ update: { stepId: 'a', patch: { contentHtml: 'again' } } }], { expectedRevision: 1 })).toMatchObject({
      __typename: 'ConflictError',
      conflictingPaths: ['/content/steps/a/contentHtml'],
    });
  });

  it('refuses a revision that the tour has not had', async () => {
    expect(await save({ expectedRevision: 7, name: 'Early' })).toMatchObject({
      __typename: 'ValidationError',
      fields: [{ path: 'expectedRevision', code: 'invalid_input' }],
    });
  });

  it('does all operations on steps or none', async () => {
    const refused = await edit([{ remove: { stepId: 'a' } }, { move: { stepId: 'nobody' } }]);
    expect(refused).toMatchObject({ __typename: 'ValidationError', fields: [{ path: 'operations.1.move.stepId' }] });
    const { tour } = await gateway.graphql(`{ tour(id: "${tourId}") { revision hasDraft } }`);
    expect(tour).toEqual({ revision: 1, hasDraft: false });
  });

  it('brings back a draft that was discarded or overwritten, an old version, and a deleted tour with all of them', async () => {
    await save({ name: 'Lost' });
    await mutate(gateway.graphql, 'discardTourDraft', { tourId });
    expect(await mutate(gateway.graphql, 'restoreTourDraft', { tourId, revision: 3 }, 'tour { draft { name } }')).toMatchObject({
      tour: { draft: { name: 'Lost' } },
    });
    await mutate(gateway.graphql, 'updateTour', { tourId, description: 'over it' });
    expect(await mutate(gateway.graphql, 'restoreTourDraft', { tourId, revision: 5 }, 'tour { draft { name } }')).toMatchObject({
      tour: { draft: { name: 'Lost' } },
    });
    expect(await mutate(gateway.graphql, 'restoreTourVersion', { tourId, number: 1 }, 'tour { draft { description } }')).toMatchObject({
      tour: { draft: { description: '' } },
    });
    expect(await mutate(gateway.graphql, 'restoreTourDraft', { tourId, revision: 7 }, 'tour { draft { name } }')).toMatchObject({
      tour: { draft: { name: 'Lost' } },
    });
    await mutate(gateway.graphql, 'deleteTour', { tourId }, 'tourId');
    const back = await mutate(
      gateway.graphql,
      'restoreDeletedTour',
      { tourId },
      'tour { description revision hasDraft versions { totalCount } }',
    );
    expect(back.tour).toEqual({ description: 'over it', revision: 10, hasDraft: true, versions: { totalCount: 2 } });
    expect(await mutate(gateway.graphql, 'restoreDeletedTour', { tourId })).toMatchObject({ __typename: 'NotFoundError' });
  });

  it('brings no tour back that was deleted before the retention period', async () => {
    const age = (days: string) =>
      gateway.app.db.sql.query(`UPDATE deleted_tours SET deleted_at = now() - $2::interval WHERE id = $1`, [tourId, days]);
    const restore = () => mutate(gateway.graphql, 'restoreDeletedTour', { tourId });
    await mutate(gateway.graphql, 'deleteTour', { tourId }, 'tourId');
    await age('31 days');
    expect(await restore()).toMatchObject({ __typename: 'NotFoundError' });
    await age('29 days');
    expect(await restore()).toMatchObject({ __typename: 'RestoreDeletedTourSuccess' });
  });

  it('tells the problems of a draft without publishing it', async () => {
    await save({
      name: ' ',
      linkedFlagId: 999,
      content: { languages: ['de'], steps: [{ id: 'a', elementTargeting: 'manual', contentHtml: 'x' }, { id: 'a' }] },
    });
    const { tour } = await gateway.graphql(`{ tour(id: "${tourId}") { revision draft { problems { severity code path } } } }`);
    expect(tour.revision).toBe(2);
    expect(tour.draft.problems).toEqual([
      { severity: 'ERROR', code: 'blank', path: '/name' },
      { severity: 'ERROR', code: 'invalid_input', path: '/linked_flag_id' },
      { severity: 'WARNING', code: 'invalid_input', path: '/content/steps/0/selector' },
      { severity: 'WARNING', code: 'repeated_step_id', path: '/content/steps/1/id' },
      { severity: 'WARNING', code: 'empty_step', path: '/content/steps/1/content' },
      { severity: 'WARNING', code: 'missing_translation', path: '/content/steps/0/translations/de' },
    ]);
  });
});
