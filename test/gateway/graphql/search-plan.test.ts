import { describe, expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';

const SEARCH = `query ($search: String!, $first: Int, $after: String) { tours(projectId: 1, search: $search, first: $first, after: $after) {
  totalCount nodes { uuid } pageInfo { hasNextPage endCursor } } }`;

/** The contract's section 5, written as it is said there, which no index can serve. */
const CONTRACT = `
  SELECT t.id FROM (SELECT *, word_similarity($1, name) AS name_word, similarity(name, $1) AS name_full, word_similarity($1, description) AS desc_word FROM tours) t
  WHERE name_word > 0.3::float8 OR desc_word > 0.4::float8
  ORDER BY name_word + name_full + 0.5::float8 * desc_word DESC, name, id`;

/** Each size has a gateway of its own: the tours of the smaller one are among those of the larger one. */
const SIZES = [30, 1000].map((size) => ({ size, it: gatewayTest() }));

describe.each(SIZES)('a search among $size tours', ({ size, it }) => {
  let gateway: TestApp;

  it.beforeAll(async ({ gateway: started }) => {
    gateway = started;
    await gateway.app.db.sql.query(
      `INSERT INTO tours (project_id, name, description)
       SELECT 1, md5(n::text) || ' ' || CASE WHEN n % 10 = 0 THEN 'Onboarding ' WHEN n % 10 = 1 THEN 'on board ' ELSE '' END || n,
         md5(n::text || 'text') || CASE WHEN n % 10 = 2 THEN ' of onboarding' WHEN n % 10 = 3 THEN ' on' ELSE '' END
       FROM generate_series(1, $1::int) n`,
      [size],
    );
    await gateway.app.db.sql.query('VACUUM ANALYZE tours');
  });

  it.each(['onboarding', 'onbording', 'on', 'board tour', 'c4ca4238'])(
    'for %j keeps what the contract keeps, in its order',
    async (search) => {
      const expected = (await gateway.app.db.sql.query<{ id: string }>(CONTRACT, [search])).map(({ id }) => id);
      const found: string[] = [];
      let page = { hasNextPage: true, endCursor: null };
      while (page.hasNextPage) {
        const { tours } = await gateway.graphql(SEARCH, { search, first: 100, after: page.endCursor });
        expect(tours.totalCount).toBe(expected.length);
        found.push(...tours.nodes.map(({ uuid }: { uuid: string }) => uuid));
        page = tours.pageInfo;
      }
      expect(found).toEqual(expected);
      expect(found.length).toBeGreaterThan(0);
      const rest = await gateway.rest('GET', `1/product_tours/?limit=1000&search=${encodeURIComponent(search)}`);
      expect(rest.body.results.map(({ id }: { id: string }) => id)).toEqual(expected);
    },
  );

  // Among thirty, reading them all is as good.
  const large = size >= 1000 ? [size] : [];
  it.each(large)('looks the term up in the trigram indexes, whatever the term, and reads few others of the %i tours', async () => {
    await gateway.graphql(SEARCH, { search: 'onboarding', first: 20 });
    const plan = await gateway.app.db.transaction(async (tx) => {
      // The connection that was used last is used next: it has prepared the search.
      const [prepared] = await tx.query<{ name: string }>(
        "SELECT name FROM pg_prepared_statements WHERE statement LIKE '%similar_tours%' AND cardinality(parameter_types) = 3",
      );
      return tx.query<{ 'QUERY PLAN': string }>(`EXPLAIN EXECUTE "${prepared?.name}"(1, 'onboarding', 21)`);
    });
    const text = plan.map((line) => line['QUERY PLAN']).join('\n');
    expect(text).toContain('Function Scan on similar_tours');
    expect(text).not.toContain('Seq Scan on tours');

    for (const { term, kept } of [
      { term: 'onboarding', kept: 200 },
      { term: 'c4ca4238', kept: 1 },
    ]) {
      const [before, after] = await gateway.app.db.transaction(async (tx) => {
        const reads = () =>
          tx.query<{ whole: number; rows: number }>(
            "SELECT seq_scan::int AS whole, idx_tup_fetch::int AS rows FROM pg_stat_xact_user_tables WHERE relname = 'tours'",
          );
        const [first] = await reads();
        await tx.query('SELECT count(*) FROM similar_tours($1, 1)', [term]);
        const [second] = await reads();
        return [first, second];
      });
      expect(after?.whole).toBe(before?.whole);
      const rows = (after?.rows ?? 0) - (before?.rows ?? 0);
      expect(rows).toBeGreaterThanOrEqual(kept);
      expect(rows).toBeLessThan(kept * 2 + 50);
    }
  });
});
