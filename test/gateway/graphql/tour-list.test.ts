import { beforeAll, describe, expect } from 'vitest';
import type { RawJson } from '../../../src/json/raw-json.ts';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { mutate } from '../../support/mutate.ts';

const PAGE = `query ($projectId: Int!, $first: Int, $after: String, $last: Int, $before: String, $search: String, $filter: TourFilter, $orderBy: TourOrder) {
  tours(projectId: $projectId, first: $first, after: $after, last: $last, before: $before, search: $search, filter: $filter, orderBy: $orderBy) {
    edges { cursor node { uuid } } nodes { uuid name } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;
const COUNT = `query ($projectId: Int!, $search: String, $filter: TourFilter) {
  tours(projectId: $projectId, search: $search, filter: $filter) { totalCount nodes { name } }
}`;
const FIELDS = ['CREATED_AT', 'UPDATED_AT', 'NAME', 'START_DATE'];
const TOURS = 45;

interface Page {
  edges: { cursor: string; node: { uuid: string } }[];
  nodes: { uuid: string; name: string }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
}

const it = gatewayTest();
let gateway: TestApp;
let projectId: number;

/** Rows in bulk, with moments that repeat, so that only the id tells many of them apart. */
it.beforeAll(async ({ gateway: started }) => {
  gateway = started;
  projectId = gateway.projectId;
  await gateway.app.db.sql.query(
    `INSERT INTO tours (project_id, name, created_at, updated_at, start_date, created_by_id)
      SELECT $1, 'Tour ' || lpad((n * 7 % ${TOURS})::text, 2, '0'), '2026-01-01'::timestamptz + (n / 4) * interval '1 microsecond',
        '2026-02-01'::timestamptz + (n % 3) * interval '1 second', CASE WHEN n % 3 > 0 THEN '2026-03-01'::timestamptz + (n % 5) * interval '1 day' END,
        (SELECT min(id) FROM users)
      FROM generate_series(1, ${TOURS}) n`,
    [projectId],
  );
});

async function page(variables: object): Promise<Page> {
  return (await gateway.graphql(PAGE, { projectId, ...variables })).tours;
}

async function walk(orderBy: object, size: number, direction: 'forward' | 'backward'): Promise<string[]> {
  const seen: string[] = [];
  let cursor: string | null = null;
  for (let more = true; more; ) {
    const found: Page = await page(
      direction === 'forward' ? { orderBy, first: size, after: cursor } : { orderBy, last: size, before: cursor },
    );
    const ids = found.edges.map(({ node }) => node.uuid);
    expect(found.nodes.map(({ uuid }) => uuid)).toEqual(ids);
    expect(found.pageInfo).toMatchObject({ startCursor: found.edges[0]?.cursor ?? null, endCursor: found.edges.at(-1)?.cursor ?? null });
    if (direction === 'forward') seen.push(...ids);
    else seen.unshift(...ids);
    more = direction === 'forward' ? found.pageInfo.hasNextPage : found.pageInfo.hasPreviousPage;
    cursor = direction === 'forward' ? found.pageInfo.endCursor : found.pageInfo.startCursor;
  }
  return seen;
}

describe('paging through tours', () => {
  it('shows every tour exactly once, whatever the order, direction and size of page', async () => {
    let walks = 0;
    for (const field of FIELDS) {
      const ascending = await walk({ field, direction: 'ASC' }, 100, 'forward');
      expect(new Set(ascending).size).toBe(TOURS);
      for (const direction of ['ASC', 'DESC']) {
        const expected = direction === 'ASC' ? ascending : ascending.toReversed();
        for (const size of [1, 7, 20, 45]) {
          expect(await walk({ field, direction }, size, 'forward')).toEqual(expected);
          expect(await walk({ field, direction }, size, 'backward')).toEqual(expected);
          walks += 2;
        }
      }
    }
    expect(walks).toBe(64);
  });

  it('begins with the newest twenty', async () => {
    const { nodes, pageInfo } = await page({});
    expect(nodes).toHaveLength(20);
    expect(nodes.map(({ uuid }) => uuid)).toEqual((await walk({ field: 'CREATED_AT', direction: 'DESC' }, 45, 'forward')).slice(0, 20));
    expect(pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
  });

  it('gives what lies between two cursors', async () => {
    const { edges } = await page({ first: 10 });
    const [after, before] = [edges[2]?.cursor, edges[7]?.cursor];
    const between = edges.slice(3, 7).map(({ node }) => node.uuid);
    expect((await page({ after, before })).nodes.map(({ uuid }) => uuid)).toEqual(between);
    expect((await page({ after, before, last: 2 })).nodes.map(({ uuid }) => uuid)).toEqual(between.slice(2));
  });

  it('neither skips nor repeats when tours come and go meanwhile', async () => {
    const orderBy = { field: 'NAME', direction: 'ASC' };
    const first = await page({ orderBy, first: 10 });
    const { tour } = await mutate(gateway.graphql, 'createTour', { projectId, name: 'Tour 00 again' });
    const second = await page({ orderBy, first: 10, after: first.pageInfo.endCursor });
    await mutate(gateway.graphql, 'deleteTour', { tourId: tour.uuid }, 'tourId');
    const names = [...first.nodes, ...second.nodes].map(({ name }) => name);
    expect(names).toEqual(Array.from({ length: 20 }, (_, n) => `Tour ${String(n).padStart(2, '0')}`));
  });

  it('answers an empty page for size 0', async () => {
    expect(await page({ first: 0 })).toMatchObject({ edges: [], pageInfo: { startCursor: null, endCursor: null } });
  });

  it('counts only when the count is asked for', async () => {
    const { queries } = gateway.app.db.stats();
    expect((await gateway.graphql(COUNT, { projectId })).tours).toMatchObject({ totalCount: TOURS });
    expect(gateway.app.db.stats().queries - queries).toBeLessThanOrEqual(2);
  });

  it('refuses cursors and sizes that are none, as an error of the request', async () => {
    const cursors = ['', 'x', '!!', 'bnVsbA', Buffer.from('["a"]').toString('base64url'), Buffer.from('["a","b"]').toString('base64url')];
    for (const key of ['\0', 'NaN', '999999-01-01', '\ud800']) {
      cursors.push(Buffer.from(JSON.stringify([key, key])).toString('base64url'));
      cursors.push(Buffer.from(JSON.stringify([key, '018f3c1e-4b5a-4c6d-8e7f-0123456789ab'])).toString('base64url'));
    }
    const bad: object[] = [
      { first: -1 },
      { last: -1 },
      { first: 101 },
      { last: 500 },
      { first: 1, last: 1 },
      ...cursors.flatMap((cursor) => [{ after: cursor }, { before: cursor }]),
    ];
    let refused = 0;
    for (const variables of bad) {
      for (const orderBy of [undefined, { field: 'START_DATE', direction: 'ASC' }]) {
        const { status, errors } = await gateway.graphql.send(PAGE, { projectId, ...variables, orderBy });
        expect(status).toBe(200);
        expect(errors?.[0]?.extensions.code, JSON.stringify(variables)).toBe('VALIDATION_FAILED');
        refused++;
      }
    }
    expect(refused).toBe(66);
    // A name may be any text: such a cursor is a place like another, or refused.
    for (const cursor of cursors) {
      const { errors } = await gateway.graphql.send(PAGE, { projectId, after: cursor, orderBy: { field: 'NAME', direction: 'ASC' } });
      expect(errors?.[0]?.extensions.code ?? 'VALIDATION_FAILED').toBe('VALIDATION_FAILED');
    }
  });
});

describe('filtering tours', () => {
  const names = async (filter: object): Promise<string[]> =>
    (await gateway.graphql(COUNT, { projectId: other, filter })).tours.nodes.map(({ name }: { name: string }) => name).sort();
  let other: number;

  beforeAll(async () => {
    const { project } = await mutate(gateway.graphql, 'createProject', { name: 'Filtered' }, 'project { databaseId }');
    other = project.databaseId;
    const create = async (name: string, input: object = {}) =>
      (await mutate(gateway.graphql, 'createTour', { projectId: other, name, ...input })).tour.uuid as string;
    await create('draft');
    await create('scheduled', { startDate: '2999-01-01T00:00:00Z' });
    await create('running', { startDate: '2026-01-01T00:00:00Z' });
    await create('stopped', { startDate: '2026-01-01T00:00:00Z', endDate: '2026-01-02T00:00:00Z' });
    await create('archived', { archived: true });
    await create('announcement', { content: { type: 'announcement', steps: [{ id: 'a', type: 'modal' }] } });
    await create('banner', { content: { type: 'announcement', steps: [{ id: 'a', type: 'banner' }] } });
    await mutate(gateway.graphql, 'saveTourDraft', { tourId: await create('edited'), description: 'New' });
  });

  it('goes by status, which the filter and the field tell alike', async () => {
    const neverLaunched = ['announcement', 'banner', 'draft', 'edited'];
    expect(await names({ status: ['DRAFT'] })).toEqual(neverLaunched);
    expect(await names({ status: ['SCHEDULED'] })).toEqual(['scheduled']);
    expect(await names({ status: ['RUNNING'] })).toEqual(['running']);
    expect(await names({ status: ['STOPPED'] })).toEqual(['stopped']);
    expect(await names({ status: ['ARCHIVED'] })).toEqual(['archived']);
    expect(await names({ status: ['RUNNING', 'STOPPED'] })).toEqual(['running', 'stopped']);
    expect(await names({ status: [] })).toEqual([]);
    const { tours } = await gateway.graphql('query ($projectId: Int!) { tours(projectId: $projectId) { nodes { name status type } } }', {
      projectId: other,
    });
    for (const { name, status } of tours.nodes) expect(await names({ status: [status] })).toContain(name);
  });

  it('goes by type, draft, archive, author and moment, all of which must hold', async () => {
    expect(await names({ type: ['ANNOUNCEMENT'] })).toEqual(['announcement']);
    expect(await names({ type: ['BANNER'] })).toEqual(['banner']);
    expect(await names({ type: ['TOUR'] })).toEqual(['archived', 'draft', 'edited', 'running', 'scheduled', 'stopped']);
    expect(await names({ hasDraft: true })).toEqual(['edited']);
    expect(await names({ hasDraft: false, archived: true })).toEqual(['archived']);
    expect(await names({ archived: false })).toHaveLength(7);
    expect(await names({ createdById: 4711 })).toEqual([]);
    expect(await names({ updatedAfter: '2999-01-01T00:00:00Z' })).toEqual([]);
    expect(await names({ updatedBefore: '2999-01-01T00:00:00Z', status: ['RUNNING'], type: ['TOUR'] })).toEqual(['running']);
    expect(await names({ updatedBefore: '2000-01-01T00:00:00Z' })).toEqual([]);
  });
});

describe('searching tours', () => {
  let library: number;
  const found = async (search: string, more: object = {}): Promise<string[]> =>
    (await gateway.graphql(PAGE, { projectId: library, search, ...more })).tours.nodes.map(({ name }: { name: string }) => name);

  beforeAll(async () => {
    const { project } = await mutate(gateway.graphql, 'createProject', { name: 'Library' }, 'project { databaseId }');
    library = project.databaseId;
    const tours = [
      ['Onboarding', ''],
      ['Onboarding for teams', ''],
      ['Billing', 'An onboarding of a kind'],
      ['Reports', 'How to read a chart'],
      ['Приветствие', ''],
    ];
    for (const [name, description] of tours) await mutate(gateway.graphql, 'createTour', { projectId: library, name, description });
  });

  it('finds in names and descriptions, misspelt too, the nearest first', async () => {
    expect(await found('onboarding')).toEqual(['Onboarding', 'Onboarding for teams', 'Billing']);
    expect(await found('onbording')).toEqual(expect.arrayContaining(['Onboarding', 'Onboarding for teams']));
    expect(await found('приветствие')).toEqual(['Приветствие']);
    expect(await found('zebra')).toEqual([]);
  });

  it('takes every tour for a search of nothing, and refuses one of more than 200 characters', async () => {
    for (const nothing of ['', '   ', '\0']) expect(await found(nothing)).toHaveLength(5);
    expect(await found('x'.repeat(200))).toEqual([]);
    const { errors } = await gateway.graphql.send(PAGE, { projectId: library, search: 'x'.repeat(201) });
    expect(errors?.[0]).toMatchObject({ extensions: { code: 'VALIDATION_FAILED' } });
  });

  it('takes text literally, whatever it means to a database', async () => {
    for (const search of ["'; DROP TABLE tours; --", '%', '_', '\\', '$1', "''", '\ud800', '{{7*7}}'])
      expect(await found(search)).toEqual([]);
  });

  it('is strict about its thresholds: as near as 0.3 is not enough', async () => {
    const rows = await gateway.app.db.sql.query<{ scores: RawJson }>(
      `SELECT jsonb_object_agg(term, word_similarity(term, 'Onboarding')) AS scores
        FROM unnest(ARRAY['onb', 'onbx', 'boarding', 'ing', 'onboardxyzw', 'onxxxxxxxx']) term`,
    );
    const scores = rows[0]?.scores.value as Record<string, number>;
    expect(Object.keys(scores)).toHaveLength(6);
    for (const [term, score] of Object.entries(scores))
      expect((await found(term)).includes('Onboarding'), `${term} ${score}`).toBe(score > 0.3);
  });

  it('keeps the order asked for, and pages by it', async () => {
    expect(await found('onboarding', { orderBy: { field: 'NAME', direction: 'ASC' } })).toEqual([
      'Billing',
      'Onboarding',
      'Onboarding for teams',
    ]);
    const first = (await gateway.graphql(PAGE, { projectId: library, search: 'onboarding', first: 2 })).tours;
    expect(first.pageInfo.hasNextPage).toBe(true);
    expect(await found('onboarding', { first: 2, after: first.pageInfo.endCursor })).toEqual(['Billing']);
    expect(await found('onboarding', { last: 2, before: first.edges[1].cursor })).toEqual(['Onboarding']);
  });
});
