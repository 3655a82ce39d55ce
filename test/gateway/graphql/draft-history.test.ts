import { beforeEach, describe, expect } from 'vitest';
import { purge } from '../../../src/domain/retention.ts';
import type { TestApp } from '../../support/app.ts';
import { databaseNow } from '../../support/database-now.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { mutate } from '../../support/mutate.ts';
import { addPerson, type Person } from '../../support/people.ts';

const ADMIN = 'admin@example.com';

const it = gatewayTest();
let gateway: TestApp;
let other: Person;
let tourId: string;
let count = 0;
const run = (name: string, input: object = {}, selection?: string, client = gateway.graphql) =>
  mutate(client, name, { tourId, ...input }, selection);
const save = (patch: object) => run('saveTourDraft', patch);
const saveAsOther = (patch: object) => run('saveTourDraft', patch, undefined, other.graphql);
const sql = <Row>(text: string, ...values: unknown[]) => gateway.app.db.sql.query<Row>(text, values);

it.beforeAll(async ({ gateway: started }) => {
  gateway = started;
  other = await addPerson(gateway);
});

beforeEach(async () => {
  const content = { steps: [{ id: 'a', type: 'modal' }] };
  tourId = (await mutate(gateway.graphql, 'createTour', { projectId: gateway.projectId, name: `Tour ${++count}`, content })).tour.uuid;
});

interface EditSession {
  revision: number;
  fromRevision: number;
  startedAt: string;
  savedAt: string;
  savedBy: { email: string } | null;
  saves: number;
  raw: Record<string, unknown> | null;
  diff: { op: string; path: string; value: unknown }[] | null;
  stepDiff: { added: { stepId: string }[]; changed: { stepId: string }[] } | null;
}

interface Page {
  totalCount: number;
  nodes: EditSession[];
  edges: { cursor: string }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
}

const HISTORY = `query ($id: UUID!, $first: Int, $after: String, $last: Int, $before: String) { tour(id: $id) {
  draftHistory(first: $first, after: $after, last: $last, before: $before) {
    totalCount edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    nodes { revision fromRevision startedAt savedAt savedBy { email } saves raw diff { op path value } stepDiff { added { stepId } changed { stepId } } }
  }
} }`;
const history = async (page: object = {}): Promise<Page> => (await gateway.graphql(HISTORY, { id: tourId, ...page })).tour.draftHistory;

/** [revision before, revision after, email, saves] of each, newest first. */
const outline = ({ nodes }: Page) =>
  nodes.map(({ fromRevision, revision, savedBy, saves }) => [fromRevision, revision, savedBy?.email ?? null, saves]);
const revisions = ({ nodes }: Page) => nodes.map(({ revision }) => revision);

describe('the edits of a draft', () => {
  it('are not what was scheduled, called off, or saved as it was', async () => {
    await save({ name: 'One' });
    await run('scheduleTourDraft', { publishAt: new Date(Date.now() + 3_600_000) }, 'tour { revision }', other.graphql);
    await run('unscheduleTourDraft', {}, 'tour { revision }', other.graphql);
    await saveAsOther({ name: 'One' });
    await saveAsOther({ description: 'Two' });
    expect(outline(await history())).toEqual([
      [5, 6, other.email, 1],
      [1, 2, ADMIN, 1],
    ]);
    expect((await history()).totalCount).toBe(2);
  });

  it('are one for the saves of a person in a row, by whatever door, newest first', async () => {
    const started = await databaseNow(gateway.app.db);
    await save({ name: 'One' });
    await gateway.rest('PATCH', `${gateway.projectId}/product_tours/${tourId}/draft/`, { description: 'Two' });
    await run('editTourDraftSteps', { operations: [{ add: { step: { id: 'b', type: 'modal' } } }, { remove: { stepId: 'a' } }] });
    await saveAsOther({ name: 'Three' });
    await save({ name: 'Four' });
    const page = await history();
    expect(outline(page)).toEqual([
      [5, 6, ADMIN, 1],
      [4, 5, other.email, 1],
      [1, 4, ADMIN, 3],
    ]);
    expect(page).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: false, hasPreviousPage: false } });
    const [first] = page.nodes.slice(-1);
    expect(first).toMatchObject({
      raw: { name: 'One', description: 'Two', content: { steps: [{ id: 'b' }] }, auto_launch: false },
      diff: expect.arrayContaining([{ op: 'replace', path: '/name', value: 'One' }]),
      stepDiff: { added: [{ stepId: 'b' }], changed: [] },
    });
    expect(Date.parse(first?.startedAt ?? '')).toBeGreaterThanOrEqual(started);
    expect(Date.parse(page.nodes[0]?.savedAt ?? '')).toBeLessThanOrEqual(await databaseNow(gateway.app.db));
    expect(Date.parse(first?.savedAt ?? '')).toBeGreaterThan(Date.parse(first?.startedAt ?? ''));
  });

  it.each<[string, () => Promise<unknown>]>([
    ['published', () => run('publishTourDraft')],
    ['discarded', () => run('discardTourDraft')],
    ['overwritten', () => run('updateTour', { description: 'Direct' })],
    ['launched beside', () => run('launchTour')],
  ])('end when it is %s', async (_, end) => {
    await save({ name: `Before ${count}` });
    await end();
    await save({ name: `After ${count}` });
    expect(outline(await history())).toEqual([
      [3, 4, ADMIN, 1],
      [1, 2, ADMIN, 1],
    ]);
  });

  it.each([
    ['restoreTourVersion', { number: 1 }],
    ['restoreTourRevision', { revision: 2 }],
    ['restoreTourDraft', { revision: 3 }],
  ])('end when something is put in its place with %s, which begins the next ones', async (name, input) => {
    await save({ name: 'Discarded' });
    await run('discardTourDraft');
    await save({ name: 'Replaced' });
    expect(await run(name, input)).toMatchObject({ __typename: expect.stringMatching(/Success$/) });
    await save({ description: 'And on' });
    const page = await history();
    expect(outline(page)).toEqual([
      [4, 6, ADMIN, 2],
      [3, 4, ADMIN, 1],
      [1, 2, ADMIN, 1],
    ]);
    expect(page.nodes[1]?.raw).toMatchObject({ name: 'Replaced' });
  });

  it('end when nothing was saved for more than ten minutes', async () => {
    for (const name of ['One', 'Two', 'Three', 'Four']) await save({ name });
    const at = (revision: number, time: string) =>
      sql('UPDATE draft_events SET occurred_at = $3::timestamptz WHERE tour_id = $1 AND revision = $2', tourId, revision, time);
    await at(2, '2026-11-25T09:00:00Z');
    await at(3, '2026-11-25T09:10:00Z');
    await at(4, '2026-11-25T09:20:00.000001Z');
    await at(5, '2026-11-25T09:30:00Z');
    const page = await history();
    expect(outline(page)).toEqual([
      [3, 5, ADMIN, 2],
      [1, 3, ADMIN, 2],
    ]);
    expect(page.nodes.map(({ startedAt, savedAt }) => [startedAt, savedAt])).toEqual([
      ['2026-11-25T09:20:00.000001Z', '2026-11-25T09:30:00Z'],
      ['2026-11-25T09:00:00Z', '2026-11-25T09:10:00Z'],
    ]);
  });

  it('stay when the person is gone', async () => {
    const leaving = await addPerson(gateway);
    await save({ name: 'Mine' });
    await run('saveTourDraft', { name: 'Theirs' }, undefined, leaving.graphql);
    await sql('DELETE FROM users WHERE id = $1', leaving.userId);
    expect(outline(await history())).toEqual([
      [2, 3, null, 1],
      [1, 2, ADMIN, 1],
    ]);
  });

  it('are none of a tour without a draft', async () => {
    await run('updateTour', { description: 'Direct' });
    expect(await history()).toMatchObject({ nodes: [], totalCount: 0, pageInfo: { hasNextPage: false, hasPreviousPage: false } });
  });
});

describe('pages of edits', () => {
  /** Ten sessions of one to three saves, newest first. */
  async function tenSessions(): Promise<number[]> {
    const ends: number[] = [];
    for (let n = 0, revision = 1; n < 10; n++) {
      for (let m = 0; m <= n % 3; m++, revision++) await (n % 2 ? saveAsOther : save)({ name: `${n} ${m}` });
      ends.unshift(revision);
    }
    return ends;
  }

  it('hold each exactly once, forward and backward', async () => {
    const all = await tenSessions();
    const whole = await history({ first: 100 });
    expect(revisions(whole)).toEqual(all);
    for (const size of [1, 3, 10]) {
      const forward: EditSession[] = [];
      for (let after: string | null = null, more = true; more; ) {
        const page = await history({ first: size, after });
        expect(page).toMatchObject({ totalCount: 10, pageInfo: { hasPreviousPage: after !== null } });
        forward.push(...page.nodes);
        [after, more] = [page.pageInfo.endCursor, page.pageInfo.hasNextPage];
      }
      expect(forward).toEqual(whole.nodes);
      const backward: EditSession[] = [];
      for (let before: string | null = null, more = true; more; ) {
        const page = await history({ last: size, before });
        expect(page.pageInfo.hasNextPage).toBe(before !== null);
        backward.unshift(...page.nodes);
        [before, more] = [page.pageInfo.startCursor, page.pageInfo.hasPreviousPage];
      }
      expect(backward).toEqual(whole.nodes);
    }
    const cursors = whole.edges.map(({ cursor }) => cursor);
    const between = { after: cursors[2], before: cursors[7] };
    expect(revisions(await history({ first: 3, ...between }))).toEqual(all.slice(3, 6));
    expect(revisions(await history({ last: 3, ...between }))).toEqual(all.slice(4, 7));
    expect(revisions(await history({ last: 9, ...between }))).toEqual(all.slice(3, 7));
  });

  it('stay where they are when the newest grows, and when there are newer ones', async () => {
    await save({ name: 'One' });
    await saveAsOther({ name: 'Two' });
    const first = await history({ first: 1 });
    await saveAsOther({ name: 'Three' });
    const rest = { after: first.pageInfo.endCursor };
    expect(outline(await history(rest))).toEqual([[1, 2, ADMIN, 1]]);
    const newer = { last: 5, before: first.pageInfo.startCursor };
    expect(outline(await history(newer))).toEqual([]);
    await save({ name: 'Four' });
    expect(outline(await history(rest))).toEqual([[1, 2, ADMIN, 1]]);
    expect(outline(await history(newer))).toEqual([[4, 5, ADMIN, 1]]);
    expect(outline(await history({ first: 5, before: first.pageInfo.startCursor }))).toEqual([[4, 5, ADMIN, 1]]);
  });

  it('are refused for cursors that are none of theirs, and sizes out of bounds', async () => {
    await save({ name: 'One' });
    const cursors = ['nonsense', Buffer.from('["x"]').toString('base64url'), Buffer.from('["99999999999"]').toString('base64url')];
    for (const page of [
      ...cursors.flatMap((cursor) => [{ after: cursor }, { last: 1, before: cursor }]),
      { first: 101 },
      { first: 1, last: 1 },
    ]) {
      const { errors } = await gateway.graphql.send(HISTORY, { id: tourId, ...page });
      expect(errors?.[0]?.extensions?.code).toBe('VALIDATION_FAILED');
    }
  });
});

describe('edits of long ago', () => {
  const retention = { days: 30, maxEventsPerProject: 100_000, browserEventDays: 90, identifiedPersonDays: null };
  const age = (through: number) =>
    sql(`UPDATE draft_events SET occurred_at = occurred_at - interval '31 days' WHERE tour_id <> $1 OR revision <= $2`, tourId, through);
  const forget = () => purge({ db: gateway.app.db, clock: () => new Date() } as never, retention, new AbortController().signal);

  it('go save by save with their events, and what is left is known as before', async () => {
    for (const name of ['One', 'Two', 'Three']) await save({ name });
    await saveAsOther({ name: 'Four' });
    const [newest] = (await history()).nodes;
    await age(3);
    await forget();
    const page = await history();
    expect(page).toMatchObject({ totalCount: 2, nodes: [newest, { fromRevision: 3, revision: 4, saves: 1, raw: { name: 'Three' } }] });
    expect(page.nodes[1]?.diff).toEqual([{ op: 'replace', path: '/name', value: 'Three' }]);
    expect(await run('restoreTourRevision', { revision: 2 })).toMatchObject({ __typename: 'NotFoundError' });
    expect(await run('restoreTourRevision', { revision: 3 }, 'tour { draft { name } }')).toMatchObject({
      tour: { draft: { name: 'Two' } },
    });
    await age(6);
    await forget();
    expect(await history()).toMatchObject({ totalCount: 0, nodes: [] });
  });

  it('are known by who and when alone before the tour was deleted and brought back', async () => {
    await save({ name: 'Before' });
    await run('deleteTour', {}, 'tourId');
    await run('restoreDeletedTour');
    expect(await run('restoreTourRevision', { revision: 1 })).toMatchObject({ message: 'Revision 1 of this tour is not kept.' });
    await save({ name: 'After' });
    expect((await history()).nodes).toMatchObject([
      { fromRevision: 4, revision: 5, raw: { name: 'After' }, diff: [{ path: '/name' }] },
      { fromRevision: 1, revision: 2, savedBy: { email: ADMIN }, raw: null, diff: null, stepDiff: null },
    ]);
    expect(await run('restoreTourRevision', { revision: 2 })).toMatchObject({
      __typename: 'NotFoundError',
      message: 'Revision 2 of this tour is not kept.',
    });
  });

  it.each([
    ['behind too large a change', `jsonb_build_object('op', 'replace', 'path', '/name', 'value', repeat('a', 32 * 1024 * 1024))`],
    ['behind one that does not fit', `'{"op": "replace", "path": "/nothing/there", "value": 1}'::jsonb`],
  ])('are known by who and when alone %s', async (_, operation) => {
    for (const name of ['One', 'Two']) await save({ name });
    await saveAsOther({ name: 'Three' });
    await save({ name: 'Four' });
    await sql(`UPDATE draft_events SET undo = jsonb_build_array(${operation}) WHERE tour_id = $1 AND revision = 4`, tourId);
    expect((await history()).nodes).toMatchObject([
      { revision: 5, raw: { name: 'Four' }, diff: [{ path: '/name' }] },
      { revision: 4, raw: { name: 'Three' }, diff: null, stepDiff: null },
      { revision: 3, raw: null, diff: null },
    ]);
    expect(await run('restoreTourRevision', { revision: 3 })).toMatchObject({ __typename: 'NotFoundError' });
  });
});

it('reports drafts that are too large for one page as errors, and has them in a smaller one', async () => {
  await save({ name: 'Large' });
  for (const [n, edit] of [saveAsOther, save, saveAsOther].entries()) await edit({ name: `Large ${n}` });
  const large = `jsonb_build_object('description', repeat('a', 12 * 1024 * 1024))`;
  await sql(`UPDATE tours SET draft_content = draft_content || ${large} WHERE id = $1`, tourId);
  const { data, errors } = await gateway.graphql.send(HISTORY, { id: tourId });
  const page: Page = data.tour.draftHistory;
  const fields = ['raw', 'diff', 'stepDiff'].flatMap((field) =>
    field === 'raw' ? [`2.${field}`, `3.${field}`] : [`1.${field}`, `2.${field}`, `3.${field}`],
  );
  expect(errors?.map(({ path, extensions }) => `${path?.slice(-2).join('.')} ${extensions.code}`).sort()).toEqual(
    fields.map((field) => `${field} TOO_COMPLEX`).sort(),
  );
  expect(page.nodes.map(({ raw, diff }) => [raw?.name ?? null, diff?.length ?? null])).toEqual([
    ['Large 2', 1],
    ['Large 1', null],
    [null, null],
    [null, null],
  ]);
  const [next] = (await history({ first: 1, after: page.edges[1]?.cursor })).nodes;
  expect(next).toMatchObject({ revision: 3, raw: { name: 'Large 0' }, diff: [{ path: '/name', value: 'Large 0' }] });
});

describe('an edit', () => {
  const restore = (revision: number, input: object = {}) =>
    run('restoreTourRevision', { revision, ...input }, 'tour { revision draft { raw } }');
  const LOST = 'query ($id: UUID!) { tour(id: $id) { lostDrafts { nodes { revision cause raw } } } }';
  const lostDrafts = async () => (await gateway.graphql(LOST, { id: tourId })).tour.lostDrafts.nodes;

  it('is brought back with everything, and what it replaces is lost, not gone', async () => {
    await save({ name: 'One', targetingFlagFilters: { groups: [] } });
    await saveAsOther({ name: 'Two', content: { steps: [] } });
    const [two, one] = (await history()).nodes;
    expect(await restore(2)).toMatchObject({ tour: { revision: 4, draft: { raw: one?.raw } } });
    expect(await lostDrafts()).toEqual([{ revision: 4, cause: 'REPLACED', raw: two?.raw }]);
    expect(outline(await history())[0]).toEqual([3, 4, ADMIN, 1]);
    expect(await run('restoreTourDraft', { revision: 4 }, 'tour { draft { raw } }')).toMatchObject({ tour: { draft: { raw: two?.raw } } });
  });

  it('is brought back after a publish, a discard and a direct change, which it leaves as they are', async () => {
    await save({ name: `Edited ${count}` });
    const [edited] = (await history()).nodes;
    await run('publishTourDraft');
    await save({ description: 'Discarded' });
    await run('discardTourDraft');
    await run('updateTour', { description: 'Direct', content: { steps: [] } });
    const { tour } = await run('restoreTourRevision', { revision: 2 }, 'tour { description content { raw } draft { raw } }');
    expect(tour).toEqual({ description: 'Direct', content: { raw: { steps: [] } }, draft: { raw: edited?.raw } });
    expect(await lostDrafts()).toMatchObject([{ revision: 5, cause: 'DISCARDED' }]);
  });

  it('may be any revision: where there was no draft, what was live', async () => {
    await save({ name: 'One' });
    await save({ name: 'Two' });
    expect(await restore(2)).toMatchObject({ tour: { draft: { raw: { name: 'One' } } } });
    expect(await restore(1)).toMatchObject({ tour: { draft: { raw: { name: `Tour ${count}` } } } });
    expect(await restore(5)).toMatchObject({ tour: { revision: 6, draft: { raw: { name: `Tour ${count}` } } } });
  });

  it.each([0, -1, 4, 2 ** 31 - 1, -(2 ** 31)])('is not found at revision %i, which the tour has not had', async (revision) => {
    await save({ name: 'One' });
    await save({ name: 'Two' });
    expect(await restore(revision)).toMatchObject({
      __typename: 'NotFoundError',
      message: `Revision ${revision} of this tour is not kept.`,
    });
    expect(await history()).toMatchObject({ totalCount: 1, nodes: [{ revision: 3 }] });
  });

  it('is a conflict when something was written since the revision that was expected', async () => {
    await save({ name: 'One' });
    await saveAsOther({ description: 'Theirs' });
    expect(await restore(2, { expectedRevision: 2 })).toMatchObject({
      __typename: 'ConflictError',
      conflictingPaths: ['/description'],
      changedBy: { email: other.email },
    });
    expect(await restore(2, { expectedRevision: 3 })).toMatchObject({
      tour: { revision: 4, draft: { raw: { name: 'One', description: '' } } },
    });
  });
});
