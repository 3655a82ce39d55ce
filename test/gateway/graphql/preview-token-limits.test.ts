import { expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { type GraphqlClient, graphqlClient } from '../../support/graphql.ts';
import { mutate } from '../../support/mutate.ts';
import { addPerson } from '../../support/people.ts';
import { addPreviewToken } from '../../support/preview-token.ts';

const it = gatewayTest();
let gateway: TestApp;
it.beforeAll(({ gateway: started }) => {
  gateway = started;
});

async function addTour(name: string): Promise<string> {
  const { tour } = await mutate(gateway.graphql, 'createTour', { projectId: gateway.projectId, name }, 'tour { uuid }');
  return tour.uuid;
}

/** Good preview tokens, written past the API. */
function fill(tourId: string, userId: number, keyId: string | null, count: number): Promise<unknown> {
  return gateway.app.db.sql.query(
    `INSERT INTO personal_api_keys (user_id, is_access_token, preview_tour_id, created_with_id, label, hash, mask, scoped_project_ids, expires_at)
     SELECT $1, true, $2, $3, 'x', 'sha256$' || gen_random_uuid(), 'x', ARRAY[$4::int], now() + interval '1 hour' FROM generate_series(1, $5)`,
    [userId, tourId, keyId, gateway.projectId, count],
  );
}

const create = (client: GraphqlClient, tourId: string) => mutate(client, 'createPreviewToken', { tourId }, 'secret');
const full = (text: string) => ({ fields: [{ path: 'tourId', message: expect.stringContaining(text) }] });

it('are kept when many are asked for at once', async () => {
  const person = await addPerson(gateway);
  await fill(await addTour('Filled'), person.userId, person.keyId, 97);
  const tourId = await addTour('Raced');
  const results = await Promise.all(Array.from({ length: 8 }, () => create(person.graphql, tourId)));
  expect(results.filter(({ secret }) => secret)).toHaveLength(3);
  expect(results.find(({ secret }) => !secret)).toMatchObject(full('This key or token has made 100'));
});

it('concern the tour, the key, the user and the project', async () => {
  const [person, other] = [await addPerson(gateway), await addPerson(gateway)];
  const tour = await addTour('Full');
  await fill(tour, other.userId, null, 100);
  expect(await create(person.graphql, tour)).toMatchObject(full('The tour has 100'));
  const another = await addTour('Another');
  await fill(another, other.userId, null, 100);
  const third = await addTour('Third');
  expect(await create(other.graphql, third)).toMatchObject(full('You have made 200'));
  expect(await create(person.graphql, third)).toHaveProperty('secret');
  // What is revoked, and what a user who has left made, counts no more.
  await gateway.app.db.sql.query('UPDATE personal_api_keys SET revoked_at = now() WHERE preview_tour_id = $1', [another]);
  expect(await create(other.graphql, third)).toHaveProperty('secret');
  for (let n = 0; n < 10; n++) await fill(await addTour(`Project ${n}`), (await addPerson(gateway)).userId, null, 100);
  expect(await create(person.graphql, third)).toMatchObject(full('The project has 1000'));
  await gateway.app.db.sql.query('DELETE FROM personal_api_keys WHERE preview_tour_id IS NOT NULL');
});

it('and lists leave out the tokens of a user who has left, which show nothing', async () => {
  const [leaver, stayer] = [await addPerson(gateway), await addPerson(gateway)];
  const tourId = await addTour('Left');
  const tokens = [
    await addPreviewToken({ ...gateway, graphql: leaver.graphql }, tourId),
    await addPreviewToken({ ...gateway, graphql: stayer.graphql }, tourId),
  ];
  await mutate(gateway.graphql, 'removeMember', { projectId: gateway.projectId, userId: leaver.userId }, '__typename');
  const { tour } = await gateway.graphql('query ($id: UUID!) { tour(id: $id) { previewTokens { id: uuid } } }', { id: tourId });
  expect(tour.previewTokens).toEqual([{ id: tokens[1]?.id }]);
  const look = 'query ($id: UUID!) { tourPreview(tourId: $id) { tourId } }';
  expect(await graphqlClient(gateway.url, tokens[0]?.secret ?? '')(look, { id: tourId })).toEqual({ tourPreview: null });
});
