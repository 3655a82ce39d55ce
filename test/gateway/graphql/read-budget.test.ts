import { beforeEach, expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { mutate } from '../../support/mutate.ts';
import { newProject } from '../../support/new-project.ts';
import { sdkRequest } from '../../support/sdk.ts';

/** An operation may read 32 MiB. */
const it = gatewayTest({ MAX_CONTENT_BYTES: '1000000' });
const MIB = 1024 * 1024;
const LARGE = 7;
const COUNT = 5;
const TOO_MUCH = { code: 'TOO_COMPLEX' };

let gateway: TestApp;
let projectId: number;
let ids: string[];
let count = 0;

it.beforeAll(({ gateway: started }) => {
  gateway = started;
});

/** Five tours with as much content as the limit of an operation has room for four times. */
beforeEach(async () => {
  projectId = await newProject(gateway.graphql, `Large ${++count}`);
  ids = [];
  for (let n = 0; n < COUNT; n++) ids.push((await mutate(gateway.graphql, 'createTour', { projectId, name: `Tour ${n}` })).tour.uuid);
  await fill('tours', 'id');
});

/** Fills the content of rows in the database, which spares sending it. */
function fill(table: 'tours' | 'tour_versions', key: 'id' | 'tour_id'): Promise<unknown> {
  const text = `UPDATE ${table} SET content = jsonb_build_object('steps', '[]'::jsonb, 'appearance', jsonb_build_object('filler', repeat('x', $2)))
    WHERE ${key} = ANY($1::uuid[])`;
  return gateway.app.db.sql.query(text, [ids, LARGE * MIB]);
}

const codes = async (query: string) => ((await gateway.graphql.send(query)).errors ?? []).map(({ extensions }) => extensions.code);

it('refuses a page of tours that holds too much, in GraphQL and REST, and serves a smaller one', async () => {
  const page = (first: number, fields: string) => `{ tours(projectId: ${projectId}, first: ${first}) { nodes { ${fields} } } }`;
  expect(await codes(page(COUNT, 'content { raw }'))).toEqual([TOO_MUCH.code]);
  expect(await codes(page(COUNT, 'name'))).toEqual([]);
  expect(await codes(page(2, 'content { steps { raw } }'))).toEqual([]);
  const list = `${projectId}/product_tours/`;
  expect(await gateway.rest('GET', list)).toMatchObject({ status: 400, body: { type: 'invalid_request', code: 'too_complex' } });
  expect((await gateway.rest('GET', `${list}?limit=2`)).body.results).toHaveLength(2);
});

it('counts all that an operation reads, however it is spread', async () => {
  const tours = ids.map((id, n) => `t${n}: tour(id: "${id}") { content { raw } }`);
  expect(await codes(`{ ${tours.slice(0, 4).join(' ')} }`)).toEqual([]);
  expect(await codes(`{ ${tours.join(' ')} }`)).toContain(TOO_MUCH.code);
  const nodes = ids.map((id) => `"${id}"`).join(', ');
  expect(await codes(`{ nodes(ids: [${nodes}]) { ... on Tour { content { raw } } } }`)).toEqual([TOO_MUCH.code]);
});

it('counts the versions of tours only where their contents are asked for', async () => {
  await fill('tour_versions', 'tour_id');
  const versions = (fields: string) => `{ tours(projectId: ${projectId}) { nodes { versions(first: 1) { nodes { ${fields} } } } } }`;
  expect(await codes(versions('number name publishedAt'))).toEqual([]);
  expect(await codes(versions('content { raw }'))).toContain(TOO_MUCH.code);
});

it('reads for each of several callers apart', async () => {
  const read = (id: string) => gateway.rest('GET', `${projectId}/product_tours/${id}/`);
  const statuses = await Promise.all([...ids, ...ids].map(async (id) => (await read(id)).status));
  expect(statuses).toEqual(Array(2 * COUNT).fill(200));
});

it('tells browsers that the launched tours of a project are too large', async () => {
  const { project } = await gateway.graphql(`{ project(id: ${projectId}) { token } }`);
  await gateway.app.db.sql.query('UPDATE tours SET start_date = now() WHERE id = ANY($1::uuid[])', [ids]);
  const answer = await sdkRequest(gateway.url, `/api/product_tours/?token=${project.token}`);
  expect(answer).toMatchObject({ status: 400, body: { code: 'project_too_large' } });
});
