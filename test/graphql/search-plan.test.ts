import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';

const SEARCH = `query ($search: String!, $first: Int, $after: String) { tours(projectId: 1, search: $search, first: $first, after: $after) {
  totalCount nodes { uuid } pageInfo { hasNextPage endCursor } } }`;

/** The contract's section 5, written as it is said there, which no index can serve. */
const CONTRACT = `
  SELECT t.id FROM (SELECT *, word_similarity($1, name) AS name_word, similarity(name, $1) AS name_full, word_similarity($1, description) AS desc_word FROM tours) t
  WHERE name_word > 0.3::float8 OR desc_word > 0.4::float8
  ORDER BY name_word + name_full + 0.5::float8 * desc_word DESC, name, id`;

describe.each([30, 1000])('a search among %i tours', (size) => {
  let gateway: TestApp;

  beforeAll(async () => {
    gateway = await startTestApp();
    await gateway.app.db.sql.query(
      `INSERT INTO tours (project_id, name, description)
       SELECT 1, md5(n::text) || ' ' || CASE WHEN n % 10 = 0 THEN 'Onboarding ' WHEN n % 10 = 1 THEN 'on board ' ELSE '' END || n,
         md5(n::text || 'text') || CASE WHEN n % 10 = 2 THEN ' of onboarding' WHEN n % 10 = 3 THEN ' on' ELSE '' END
       FROM generate_series(1, $1::int) n`,
      [size],
    );
    await gateway.app.db.sql.query('VACUUM ANALYZE tours');
  });
  afterAll(() => gateway.stop());

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

  // Among thirty, reading them all is the best plan.
  const plans = size >= 1000 ? ['force_custom_plan', 'force_generic_plan'] : [];
  it.each(plans)('is served by the trigram indexes with %s', async (mode) => {
    await gateway.graphql(SEARCH, { search: 'onboarding', first: 20 });
    const plan = await gateway.app.db.transaction(async (tx) => {
      // The connection that was used last is used next: it has prepared the search.
      const [prepared] = await tx.query<{ name: string }>(
        "SELECT name FROM pg_prepared_statements WHERE statement LIKE '%tour_resembles%' AND cardinality(parameter_types) = 3",
      );
      await tx.query(`SET LOCAL plan_cache_mode = ${mode}`);
      return tx.query<{ 'QUERY PLAN': string }>(`EXPLAIN EXECUTE "${prepared?.name}"(1, 'onboarding', 21)`);
    });
    const text = plan.map((line) => line['QUERY PLAN']).join('\n');
    expect(text).toMatch(/Bitmap Index Scan on tours_name_idx.*Bitmap Index Scan on tours_description_idx/s);
    expect(text).not.toContain('Seq Scan on tours');
  });
});
