import { describe, expect } from 'vitest';
import { type AccessToken, addToken } from '../../support/access-token.ts';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { type GraphqlClient, graphqlClient } from '../../support/graphql.ts';
import { mutate } from '../../support/mutate.ts';
import { newProject } from '../../support/new-project.ts';
import { addPerson } from '../../support/people.ts';
import { openRawSocket } from '../../support/raw-socket.ts';

const TOKEN = 'secret accessToken { id: uuid label mask scopes projectIds expiresAt revokedAt lastUsedAt user { databaseId } }';
const VIEWER = '{ viewer { user { databaseId } scopes projects { databaseId } } }';
const HOUR_MS = 3_600_000;

const it = gatewayTest();
let gateway: TestApp;
it.beforeAll(({ gateway: started }) => {
  gateway = started;
});

const inHours = (hours: number) => new Date(Date.now() + hours * HOUR_MS).toISOString();
const create = (input: object, client: GraphqlClient = gateway.graphql) =>
  mutate(client, 'createAccessToken', { label: 'Editor', scopes: ['*'], expiresAt: inHours(1), ...input }, TOKEN);
const countKeys = () => gateway.app.db.prisma.personalApiKey.count();

describe('access tokens', () => {
  it('open what they say until they expire, and their secret is shown once and stored nowhere', async () => {
    const { userId } = await addPerson(gateway);
    const expiresAt = inHours(2);
    const { secret, accessToken } = await create({ userId, scopes: ['product_tour:read'], projectIds: [gateway.projectId], expiresAt });
    expect(secret).toMatch(/^pha_\S{43}$/);
    expect(accessToken).toMatchObject({
      label: 'Editor',
      mask: `pha_...${secret.slice(-4)}`,
      scopes: ['product_tour:read'],
      projectIds: [gateway.projectId],
      revokedAt: null,
      user: { databaseId: userId },
    });
    expect(Date.parse(accessToken.expiresAt)).toBe(Date.parse(expiresAt));
    expect((await graphqlClient(gateway.url, secret)(VIEWER)).viewer).toEqual({
      user: { databaseId: userId },
      scopes: ['product_tour:read'],
      projects: [{ databaseId: gateway.projectId }],
    });
    const found = await gateway.app.db.sql.query('SELECT 1 FROM personal_api_keys t WHERE strpos(t::text, $1) > 0', [secret.slice(4)]);
    expect(found).toEqual([]);
  });

  it('are refused without a scope, for longer than a day, and for a moment that has passed', async () => {
    const { userId } = await addPerson(gateway);
    const before = await countKeys();
    expect(await create({ userId, scopes: [] })).toMatchObject({ fields: [{ path: 'scopes' }] });
    expect(await create({ userId, scopes: ['all'] })).toMatchObject({ fields: [{ path: 'scopes' }] });
    expect(await create({ userId, expiresAt: inHours(24.1) })).toMatchObject({
      fields: [{ path: 'expiresAt', message: 'An access token is good for a day at most.' }],
    });
    expect(await create({ userId, expiresAt: inHours(-1) })).toMatchObject({ fields: [{ path: 'expiresAt' }] });
    expect(await create({ userId, label: ' ' })).toMatchObject({ fields: [{ path: 'label' }] });
    expect(await countKeys()).toBe(before);
    expect(await create({ userId, expiresAt: inHours(23.9) })).toMatchObject({ __typename: 'CreateAccessTokenSuccess' });
  });

  it('cannot be used to get at more, nor to stay longer', async () => {
    const other = await newProject(gateway.graphql);
    const person = await addPerson(gateway, { projectIds: [gateway.projectId, other] });
    const confined = await addToken(gateway, person, { projectIds: [gateway.projectId] });
    const writer = await addToken(gateway, person, { scopes: ['product_tour:write'] });
    const full = await addToken(gateway, person);
    const { userId } = person;
    const before = await countKeys();
    expect(await create({ userId, expiresAt: inHours(0.5) }, confined.graphql)).toMatchObject({
      fields: [{ path: 'projectIds', code: 'required' }],
    });
    expect(await create({ userId }, writer.graphql)).toMatchObject({ code: 'MISSING_SCOPE', missingScope: '*' });
    expect(await create({ userId, expiresAt: inHours(2) }, full.graphql)).toMatchObject({ fields: [{ path: 'expiresAt' }] });
    for (const expiresAt of [null, inHours(2)]) {
      const key = { userId, label: 'For ever', scopes: ['*'], expiresAt };
      expect(await mutate(full.graphql, 'createPersonalApiKey', key, 'secret')).toMatchObject({ fields: [{ path: 'expiresAt' }] });
    }
    expect(await countKeys()).toBe(before);
    expect(await create({ userId, expiresAt: inHours(0.5) }, full.graphql)).toMatchObject({ __typename: 'CreateAccessTokenSuccess' });
  });

  it('are revoked by their owner and by administrators, as tokens and not as keys', async () => {
    const owner = await addPerson(gateway, { scopes: ['product_tour:read'] });
    const stranger = await addPerson(gateway, { scopes: ['product_tour:write'] });
    const token = await addToken(gateway, owner, { scopes: ['product_tour:read'] });
    const revoke = ({ graphql }: { graphql: GraphqlClient }, id: string) =>
      mutate(graphql, 'revokeAccessToken', { id }, 'accessToken { id: uuid revokedAt }');
    for (const id of [token.id, owner.keyId, 'no-such-token']) expect(await revoke(stranger, id)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await mutate(gateway.graphql, 'revokePersonalApiKey', { id: token.id }, 'apiKey { id: uuid }')).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await revoke(gateway, owner.keyId)).toMatchObject({ code: 'NOT_FOUND' });
    const revoked = await revoke(owner, token.id);
    expect(revoked).toMatchObject({ accessToken: { id: token.id, revokedAt: expect.any(String) } });
    expect((await revoke(gateway, token.id)).accessToken).toEqual(revoked.accessToken);
    const another = await addToken(gateway, owner);
    const made = await create({ userId: owner.userId, expiresAt: inHours(0.5) }, another.graphql);
    expect(await revoke(owner, another.id)).toMatchObject({ code: 'KEY_LIMITED' });
    expect(await revoke(another, another.id)).toMatchObject({ accessToken: { id: another.id } });
    // What was made with it stays.
    expect((await graphqlClient(gateway.url, made.secret)(VIEWER)).viewer.user).toEqual({ databaseId: owner.userId });
  });

  it('that open nothing are refused with the reason, over HTTP and in connection_init', async () => {
    const person = await addPerson(gateway);
    const [expired, revoked, good] = [await addToken(gateway, person), await addToken(gateway, person), await addToken(gateway, person)];
    const { sql } = gateway.app.db;
    await sql.query(`UPDATE personal_api_keys SET expires_at = now() - interval '1 minute' WHERE id = $1`, [expired.id]);
    await sql.query('UPDATE personal_api_keys SET revoked_at = now() WHERE id = $1', [revoked.id]);
    const message = async ({ secret }: Pick<AccessToken, 'secret'>) => {
      const { errors } = await graphqlClient(gateway.url, secret).send(VIEWER);
      return errors?.map(({ extensions, message: text }) => `${extensions.code}: ${text}`);
    };
    expect(await message(expired)).toEqual(['UNAUTHENTICATED: Access token has expired.']);
    expect(await message(revoked)).toEqual(['UNAUTHENTICATED: Invalid access token.']);
    expect(await message({ secret: 'pha_unknown' })).toEqual(['UNAUTHENTICATED: Invalid access token.']);
    for (const { secret } of [expired, revoked]) {
      expect(await (await openRawSocket(gateway.url, secret)).closed).toMatchObject({ code: 4403 });
    }
    const socket = await openRawSocket(gateway.url, good.secret);
    expect(await socket.next()).toEqual({ type: 'connection_ack' });
    socket.ws.close();
  });
});
