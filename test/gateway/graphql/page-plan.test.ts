import { expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';

const TOURS = 2000;

const it = gatewayTest();
let gateway: TestApp;

it.beforeAll(async ({ gateway: started }) => {
  gateway = started;
  await gateway.app.db.sql.query(
    `INSERT INTO tours (project_id, name, created_at, updated_at)
     SELECT 1, 'Tour ' || n, timestamptz '2026-01-01T00:00:00Z' + make_interval(mins => n), timestamptz '2026-02-01T00:00:00Z' - make_interval(mins => n)
     FROM generate_series(1, $1::int) n`,
    [TOURS],
  );
  await gateway.app.db.sql.query('VACUUM ANALYZE tours');
});

const PAGE = `query ($orderBy: TourOrder, $first: Int, $after: String, $last: Int, $before: String) {
  tours(projectId: 1, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {
    nodes { name } pageInfo { startCursor endCursor } } }`;

interface Case {
  name: string;
  orderBy?: { field: string; direction: string };
  /** The comparison with the position that the statement has to hold. */
  condition: string;
  index: string;
  /** In the middle of all. */
  middle: string;
  backwards?: boolean;
}

it.each<Case>([
  {
    name: 'newest first',
    condition: '(t.created_at, t.id) <',
    index: 'tours_project_id_created_at_id_idx',
    middle: '2026-01-01T16:40:00Z',
  },
  {
    name: 'newest first, from its end',
    condition: '(t.created_at, t.id) >',
    index: 'tours_project_id_created_at_id_idx',
    middle: '2026-01-01T16:40:00Z',
    backwards: true,
  },
  {
    name: 'changed last first',
    orderBy: { field: 'UPDATED_AT', direction: 'DESC' },
    condition: '(t.updated_at, t.id) <',
    index: 'tours_project_id_updated_at_id_idx',
    middle: '2026-01-31T07:20:00Z',
  },
])('a page begins in the index wherever it lies: $name', async ({ orderBy, condition, index, middle, backwards }) => {
  const page = async (variables: object) => (await gateway.graphql(PAGE, { orderBy, ...variables })).tours;
  const near = backwards ? await page({ last: 100 }) : await page({ first: 100 });
  const next = backwards
    ? await page({ last: 20, before: near.pageInfo.startCursor })
    : await page({ first: 20, after: near.pageInfo.endCursor });
  expect(next.nodes).toHaveLength(20);
  const plan = await gateway.app.db.transaction(async (tx) => {
    // The connection that was used last is used next: it has prepared the page.
    const [prepared] = await tx.query<{ name: string }>(
      "SELECT name FROM pg_prepared_statements WHERE name LIKE 'tours!_%' ESCAPE '!' AND statement LIKE '%' || $1 || '%'",
      [condition],
    );
    return tx.query<{ 'QUERY PLAN': string }>(`EXPLAIN EXECUTE "${prepared?.name}"(1, '${middle}', gen_random_uuid(), 21)`);
  });
  const text = plan.map((line) => line['QUERY PLAN']).join('\n');
  expect(text).toMatch(new RegExp(`Index Scan (Backward )?using ${index} on tours`));
  expect(text).toMatch(/Index Cond: .*ROW/);
  expect(text).not.toMatch(/Sort|Seq Scan/);
});
