import { beforeEach, describe, expect, vi } from 'vitest';
import { addToken } from '../../support/access-token.ts';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { type GraphqlClient, graphqlClient } from '../../support/graphql.ts';
import { mutate } from '../../support/mutate.ts';
import { addOrganization, allowKeys } from '../../support/organizations.ts';
import { addPerson } from '../../support/people.ts';
import { addPreviewToken, PREVIEW, type PreviewToken } from '../../support/preview-token.ts';
import { openRawSocket } from '../../support/raw-socket.ts';
import { type RestTours, restTours } from '../../support/rest-tours.ts';

const HOUR_MS = 3_600_000;
const TOKEN =
  'secret previewToken { id: uuid label mask scopes projectIds organizationIds expiresAt revokedAt user { databaseId } tour { uuid } }';

const it = gatewayTest();
let gateway: TestApp;
let tours: RestTours;
let tourId: string;

it.beforeAll(async ({ gateway: started }) => {
  gateway = started;
  tours = restTours(gateway, gateway.projectId);
});
beforeEach(async () => {
  tourId = (await tours.create()).id;
});

const inHours = (hours: number) => new Date(Date.now() + hours * HOUR_MS).toISOString();
const sql = (statement: string, ...values: unknown[]) => gateway.app.db.sql.query<Record<string, unknown>>(statement, values);
const create = (input: object = {}, client: GraphqlClient = gateway.graphql) =>
  mutate(client, 'createPreviewToken', { tourId, ...input }, TOKEN);
const revoke = (id: string, client: GraphqlClient = gateway.graphql) =>
  mutate(client, 'revokePreviewToken', { id }, 'previewToken { id: uuid revokedAt }');
const openTokens = async () => {
  const { tour } = await gateway.graphql('query ($id: UUID!) { tour(id: $id) { previewTokens { id: uuid label user { databaseId } } } }', {
    id: tourId,
  });
  return tour.previewTokens;
};
const isThere = async ({ graphql }: Pick<PreviewToken, 'graphql'>) => (await graphql(PREVIEW, { tourId })).tourPreview !== null;
const refusal = async ({ graphql }: Pick<PreviewToken, 'graphql'>) => {
  const { errors } = await graphql.send(PREVIEW, { tourId });
  return errors?.map(({ message, extensions }) => `${extensions.code}: ${message}`);
};

describe('a preview token', () => {
  it('is made by whoever may read the tour, and its secret is shown once and stored nowhere', async () => {
    const reader = await addPerson(gateway, { scopes: ['product_tour:read'] });
    vi.useFakeTimers({ toFake: ['Date'] });
    const started = Date.now();
    const { secret, previewToken } = await create({}, reader.graphql).finally(() => vi.useRealTimers());
    expect(secret).toMatch(/^phv_\S{43}$/);
    expect(previewToken).toMatchObject({
      label: 'Preview',
      mask: `phv_...${secret.slice(-4)}`,
      scopes: [],
      projectIds: [gateway.projectId],
      revokedAt: null,
      user: { databaseId: reader.userId },
      tour: { uuid: tourId },
    });
    expect(Date.parse(previewToken.expiresAt) - started).toBe(HOUR_MS);
    expect(await sql('SELECT 1 FROM personal_api_keys t WHERE strpos(t::text, $1) > 0', secret.slice(4))).toEqual([]);
  });

  it('is good for a day at most, and no longer than what it is made with', async () => {
    const person = await addPerson(gateway);
    const token = await addToken(gateway, person);
    const { graphql: key, keyId } = await addPerson(gateway);
    const [{ expiresAt } = {}] = await sql(
      `UPDATE personal_api_keys SET expires_at = now() + interval '30 minutes' WHERE id = $1 RETURNING expires_at AS "expiresAt"`,
      keyId,
    );
    const [{ count: before } = { count: 0 }] = await sql('SELECT count(*) AS count FROM personal_api_keys');
    const paths = async (input: object, client?: GraphqlClient) =>
      (await create(input, client)).fields?.map(({ path }: { path: string }) => path);
    expect(await paths({ expiresAt: inHours(24.1) })).toEqual(['expiresAt']);
    expect(await paths({ expiresAt: inHours(-1) })).toEqual(['expiresAt']);
    expect(await paths({ expiresAt: inHours(2) }, token.graphql)).toEqual(['expiresAt']);
    expect(await paths({ expiresAt: inHours(0.6) }, key)).toEqual(['expiresAt']);
    expect(await paths({ label: ' ' })).toEqual(['label']);
    expect(await paths({ label: 'x'.repeat(41) })).toEqual(['label']);
    expect(await sql('SELECT count(*) AS count FROM personal_api_keys')).toEqual([{ count: before }]);
    expect(await create({ expiresAt: inHours(23.9), label: 'Board' })).toMatchObject({ previewToken: { label: 'Board' } });
    const { previewToken } = await create({}, key);
    expect(previewToken.expiresAt).toBe(expiresAt);
  });

  it('is made for no tour that is not there for its maker, and 100 for one tour at most', async () => {
    const { projectId } = await addOrganization(gateway.graphql);
    const stranger = await addPerson(gateway, { projectIds: [projectId] });
    expect(await create({}, stranger.graphql)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await create({ tourId: '00000000-0000-4000-8000-000000000000' })).toMatchObject({ code: 'NOT_FOUND' });
    const { id } = await addPreviewToken(gateway, tourId);
    await sql(
      `INSERT INTO personal_api_keys (user_id, is_access_token, preview_tour_id, label, hash, mask, expires_at)
       SELECT 1, true, $1::uuid, 'x', 'sha256$' || n, 'x', now() + interval '1 hour' FROM generate_series(2, 100) n`,
      tourId,
    );
    expect(await openTokens()).toHaveLength(100);
    expect(await create()).toMatchObject({ fields: [{ path: 'tourId' }] });
    await revoke(id);
    expect(await create()).toMatchObject({ __typename: 'CreatePreviewTokenSuccess' });
  });

  it('is listed with its tour while it is good', async () => {
    const ada = await addPerson(gateway, { scopes: ['product_tour:read'] });
    const [first, second] = [
      await addPreviewToken({ ...gateway, ...ada }, tourId, { label: 'Board' }),
      await addPreviewToken(gateway, tourId),
    ];
    const listed = [
      { id: second.id, label: 'Preview', user: { databaseId: 1 } },
      { id: first.id, label: 'Board', user: { databaseId: ada.userId } },
    ];
    expect(await openTokens()).toEqual(listed);
    await revoke(second.id);
    expect(await openTokens()).toEqual(listed.slice(1));
    await sql(`UPDATE personal_api_keys SET expires_at = now() - interval '1 second' WHERE id = $1`, first.id);
    expect(await openTokens()).toEqual([]);
  });

  it('is revoked by its maker, and by whoever may write the tour, as such and as nothing else', async () => {
    const [maker, reader, writer] = [
      await addPerson(gateway, { scopes: ['product_tour:read'] }),
      await addPerson(gateway, { scopes: ['product_tour:read'] }),
      await addPerson(gateway, { scopes: ['product_tour:write'] }),
    ];
    const { projectId } = await addOrganization(gateway.graphql);
    const stranger = await addPerson(gateway, { projectIds: [projectId] });
    const [own, others] = [
      await addPreviewToken({ ...gateway, ...maker }, tourId),
      await addPreviewToken({ ...gateway, ...maker }, tourId),
    ];
    const accessToken = await addToken(gateway, maker);
    expect(await revoke(own.id, reader.graphql)).toMatchObject({ code: 'MISSING_SCOPE', missingScope: 'product_tour:write' });
    expect(await revoke(own.id, stranger.graphql)).toMatchObject({ code: 'NOT_FOUND' });
    for (const id of ['no-such-token', accessToken.id, maker.keyId]) expect(await revoke(id)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await mutate(gateway.graphql, 'revokeAccessToken', { id: own.id }, 'accessToken { id: uuid }')).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await mutate(gateway.graphql, 'revokePersonalApiKey', { id: own.id }, 'apiKey { id: uuid }')).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect([await isThere(own), await isThere(others)]).toEqual([true, true]);
    const revoked = await revoke(own.id, maker.graphql);
    expect(revoked).toMatchObject({ previewToken: { id: own.id, revokedAt: expect.any(String) } });
    expect(await revoke(own.id, writer.graphql)).toEqual(revoked);
    expect(await revoke(others.id, writer.graphql)).toMatchObject({ previewToken: { id: others.id } });
    expect([await refusal(own), await refusal(others)]).toEqual(Array(2).fill(['UNAUTHENTICATED: Invalid preview token.']));
  });

  it('that opens nothing is refused with the reason, over HTTP and in connection_init', async () => {
    const expired = await addPreviewToken(gateway, tourId);
    await sql(`UPDATE personal_api_keys SET expires_at = now() - interval '1 minute' WHERE id = $1`, expired.id);
    expect(await refusal(expired)).toEqual(['UNAUTHENTICATED: Preview token has expired.']);
    for (const secret of ['phv_', 'phv_unknown', gateway.key.replace('phx_', 'phv_')])
      expect(await refusal({ graphql: graphqlClient(gateway.url, secret) })).toEqual(['UNAUTHENTICATED: Invalid preview token.']);
    expect(await (await openRawSocket(gateway.url, expired.secret)).closed).toMatchObject({ code: 4403 });
    const good = await addPreviewToken(gateway, tourId);
    for (const prefix of ['phx_', 'pha_'])
      expect((await graphqlClient(gateway.url, good.secret.replace('phv_', prefix)).send(PREVIEW, { tourId })).errors).toHaveLength(1);
    const socket = await openRawSocket(gateway.url, good.secret);
    expect(await socket.next()).toEqual({ type: 'connection_ack' });
    socket.ws.close();
  });

  it('ends with its maker’s membership and with its maker', async () => {
    const [leaver, idler] = [await addPerson(gateway), await addPerson(gateway)];
    const [left, idle] = [
      await addPreviewToken({ ...gateway, ...leaver }, tourId),
      await addPreviewToken({ ...gateway, ...idler }, tourId),
    ];
    await sql('DELETE FROM memberships WHERE user_id = $1', leaver.userId);
    await sql('UPDATE users SET is_active = false WHERE id = $1', idler.userId);
    await expect.poll(() => isThere(left)).toBe(false);
    await expect.poll(() => refusal(idle)).toEqual(['UNAUTHENTICATED: Invalid preview token.']);
  });

  it('ends with its tour, and does not come back with it', async () => {
    const token = await addPreviewToken(gateway, tourId);
    expect(await isThere(token)).toBe(true);
    await mutate(gateway.graphql, 'deleteTour', { tourId }, 'tourId');
    await expect.poll(() => refusal(token)).toEqual(['UNAUTHENTICATED: Invalid preview token.']);
    await mutate(gateway.graphql, 'restoreDeletedTour', { tourId });
    expect(await refusal(token)).toEqual(['UNAUTHENTICATED: Invalid preview token.']);
  });

  it('is a token to an organization that allows no keys', async () => {
    const { organizationId, projectId } = await addOrganization(gateway.graphql, 'Strict');
    tourId = (await restTours(gateway, projectId).create()).id;
    const token = await addPreviewToken(gateway, tourId);
    await allowKeys(gateway, organizationId, false);
    await expect.poll(async () => (await gateway.graphql(PREVIEW, { tourId })).tourPreview).toBe(null);
    expect(await isThere(token)).toBe(true);
  });
});

describe('a preview token opens its tour and nothing else', () => {
  const ONLY = 'A preview token opens `tourPreview` and `tourPreviewChanged` of its tour in GraphQL, and nothing else.';

  it('whatever it is called, wherever it stands', async () => {
    const { graphql } = await addPreviewToken(gateway, tourId);
    const { id: otherId } = await tours.create();
    const globalIds = [`User:1`, `Tour:${tourId}`, `Tour:${otherId}`, `Project:${gateway.projectId}`].map((id) =>
      Buffer.from(id).toString('base64'),
    );
    const nodes = globalIds
      .map((id, n) => `node${n}: node(id: "${id}") { id __typename ... on User { email } ... on Tour { name } }`)
      .join(' ');
    const { data, errors } = await graphql.send(`query {
      __typename
      own: tourPreview(tourId: "${tourId}") { tourId }
      other: tourPreview(tourId: "${otherId}") { tourId }
      otherLive: tourPreview(tourId: "${otherId}", perspective: PUBLISHED) { tourId }
      ${nodes}
      nodes(ids: ["${globalIds[0]}"]) { id }
      ...Hidden
      ... on Query { inline: tour(id: "${tourId}") { name } }
    }
    fragment Hidden on Query { disguised: tour(id: "${tourId}") { draft { raw } } project(id: ${gateway.projectId}) { name token } }`);
    // A list of nodes has no null to stand for it.
    expect(data).toBe(null);
    expect(new Set(errors?.map(({ message, extensions }) => `${extensions.code} ${message}`))).toEqual(new Set([`PREVIEW_ONLY ${ONLY}`]));
    const nullable = await graphql.send(
      `{ ${nodes} own: tourPreview(tourId: "${tourId}") { tourId } other: tourPreview(tourId: "${otherId}") { tourId } }`,
    );
    expect(nullable.data).toEqual({ node0: null, node1: null, node2: null, node3: null, own: { tourId }, other: null });
    expect(nullable.errors).toHaveLength(4);
  });

  it('and lets no mutation run beside it', async () => {
    const { graphql } = await addPreviewToken(gateway, tourId);
    const { data, errors } = await graphql.send(
      `mutation { a: deleteTour(input: { tourId: "${tourId}" }) { __typename } b: createPreviewToken(input: { tourId: "${tourId}" }) { __typename } }`,
    );
    expect(data).toBe(null);
    expect(errors?.[0]).toMatchObject({ message: ONLY, extensions: { code: 'PREVIEW_ONLY' } });
    expect((await tours.read(tourId)).id).toBe(tourId);
    expect(await openTokens()).toHaveLength(1);
  });

  it('but the schema, which is no secret', async () => {
    const { graphql } = await addPreviewToken(gateway, tourId);
    expect(await graphql('{ __schema { queryType { name } } __type(name: "Tour") { kind } }')).toEqual({
      __schema: { queryType: { name: 'Query' } },
      __type: { kind: 'OBJECT' },
    });
  });
});
