import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, vi } from 'vitest';
import WebSocket from 'ws';
import type { App } from '../../../src/server/app.ts';
import { type AccessToken, addToken } from '../../support/access-token.ts';
import type { TestApp } from '../../support/app.ts';
import { CREATE_TOUR, SAVE_DRAFT, TOUR_CHANGED } from '../../support/documents.ts';
import { openEventStream } from '../../support/event-stream.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { mutate } from '../../support/mutate.ts';
import { addOrganization } from '../../support/organizations.ts';
import { addPerson, type Person } from '../../support/people.ts';
import { openRawSocket, type RawSocket } from '../../support/raw-socket.ts';
import { subscribe } from '../../support/socket.ts';

const PROJECT_CHANGED = `subscription ($projectId: Int!) { projectDraftsChanged(projectId: $projectId) { kind revision tour { name } } }`;

/** How often a node looks for keys that have expired, in milliseconds. */
const EXPIRY_INTERVAL_MS = 250;
/** How often a node looks at all keys again, in milliseconds. */
const CHECK_INTERVAL_MS = 5000;
const HOUR_MS = 3_600_000;

const it = gatewayTest();
let gateway: TestApp;
let other: App;
let tourId: string;

// The nodes look at nothing by themselves, and no time passes for them, unless a case says so: what ends is ended by a notification.
beforeAll(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] }));
afterEach(() => void vi.setSystemTime(vi.getRealSystemTime()));
afterAll(() => void vi.useRealTimers());

it.beforeAll(async ({ gateway: started }) => {
  gateway = started;
  other = await gateway.startNode();
  tourId = await createTour(gateway.projectId, 'Followed');
});

async function createTour(projectId: number, name: string): Promise<string> {
  const { createTour } = await gateway.graphql(CREATE_TOUR, { input: { projectId, name } });
  return createTour.tour.uuid;
}

function sql(statement: string, ...values: unknown[]): Promise<unknown[]> {
  return gateway.app.db.sql.query(statement, values);
}

/** A person's two open streams, one on each node: a tour over WebSocket, the project over server-sent events. Both have had their SNAPSHOT. */
async function follow(person: { key: string }, { projectId = gateway.projectId, tour = tourId } = {}) {
  const events = subscribe<{ kind: string }>(other.url, person.key, TOUR_CHANGED, { tourId: tour });
  expect(await events.next()).toMatchObject({ kind: 'SNAPSHOT' });
  const { messages } = await openEventStream(gateway.url, person.key, { query: PROJECT_CHANGED, variables: { projectId } });
  expect(JSON.parse((await messages.next()).value.data)).toMatchObject({ data: { projectDraftsChanged: { kind: 'SNAPSHOT' } } });

  /** What each of them gets next: its error. */
  async function nextErrors(): Promise<{ message: string; extensions: { code: string } }[]> {
    const overSocket = events.next().catch((errors) => errors[0]);
    const overStream = messages.next().then(({ value }) => JSON.parse(value.data).errors[0]);
    return Promise.all([overSocket, overStream]);
  }
  const nextCodes = async () => (await nextErrors()).map(({ extensions }) => extensions.code);
  return { nextErrors, nextCodes, complete: () => messages.next(), close: () => events.close() };
}

const LOSSES: { loss: string; code: string; lose: (person: Person) => Promise<unknown> }[] = [
  {
    loss: 'its key is revoked',
    code: 'UNAUTHENTICATED',
    lose: ({ graphql, keyId }) =>
      graphql(
        `mutation ($input: RevokePersonalApiKeyInput!) { revokePersonalApiKey(input: $input) { ... on RevokePersonalApiKeySuccess { apiKey { id: uuid } } } }`,
        { input: { id: keyId } },
      ),
  },
  { loss: 'its key is deleted', code: 'UNAUTHENTICATED', lose: ({ keyId }) => sql('DELETE FROM personal_api_keys WHERE id = $1', keyId) },
  {
    loss: 'its user becomes inactive',
    code: 'UNAUTHENTICATED',
    lose: ({ userId }) => sql('UPDATE users SET is_active = false WHERE id = $1', userId),
  },
  {
    loss: 'its user is deactivated by an administrator',
    code: 'UNAUTHENTICATED',
    lose: ({ userId }) => mutate(gateway.graphql, 'deactivateUser', { userId }, '__typename'),
  },
  {
    loss: 'its user is removed from the project',
    code: 'NOT_FOUND',
    lose: ({ userId }) => mutate(gateway.graphql, 'removeMember', { projectId: gateway.projectId, userId }, '__typename'),
  },
  {
    loss: 'its user leaves the project',
    code: 'NOT_FOUND',
    lose: ({ userId }) => sql('DELETE FROM memberships WHERE user_id = $1', userId),
  },
  {
    loss: 'its key is limited to another project',
    code: 'NOT_FOUND',
    lose: ({ keyId }) => sql('UPDATE personal_api_keys SET scoped_project_ids = $2 WHERE id = $1', keyId, [999]),
  },
  {
    loss: 'its key is limited to another organization',
    code: 'NOT_FOUND',
    lose: ({ keyId }) => sql('UPDATE personal_api_keys SET scoped_organization_ids = ARRAY[gen_random_uuid()] WHERE id = $1', keyId),
  },
  {
    loss: 'its key loses the scope',
    code: 'MISSING_SCOPE',
    lose: ({ keyId }) => sql('UPDATE personal_api_keys SET scopes = $2 WHERE id = $1', keyId, ['feature_flag:read']),
  },
];

it.each(LOSSES)('ends streams on every node at once when $loss, and delivers nothing more', async ({ code, lose }) => {
  const person = await addPerson(gateway);
  const streams = await follow(person);
  await lose(person);
  const saved = gateway.graphql(SAVE_DRAFT, { input: { tourId, name: `After ${code} ${person.keyId}` } });
  expect(await streams.nextCodes()).toEqual([code, code]);
  await saved;
  expect(await streams.complete()).toMatchObject({ value: { event: 'complete' } });
  await streams.close();
});

it('finds by itself what no notification told of', async () => {
  const person = await addPerson(gateway);
  const streams = await follow(person);
  await sql('ALTER TABLE personal_api_keys DISABLE TRIGGER announce_access_change');
  await sql('UPDATE personal_api_keys SET revoked_at = now() WHERE id = $1', person.keyId);
  await sql('ALTER TABLE personal_api_keys ENABLE TRIGGER announce_access_change');
  vi.advanceTimersByTime(CHECK_INTERVAL_MS);
  expect(await streams.nextCodes()).toEqual(['UNAUTHENTICATED', 'UNAUTHENTICATED']);
  await streams.close();
});

it('ends streams when their key expires', async () => {
  const person = await addPerson(gateway);
  await sql(`UPDATE personal_api_keys SET expires_at = now() + interval '1 hour' WHERE id = $1`, person.keyId);
  const streams = await follow(person);
  vi.setSystemTime(Date.now() + HOUR_MS);
  vi.advanceTimersByTime(EXPIRY_INTERVAL_MS);
  expect(await streams.nextCodes()).toEqual(['UNAUTHENTICATED', 'UNAUTHENTICATED']);
  await streams.close();
});

it.each<[how: string, message: string, end: (token: AccessToken) => Promise<unknown>]>([
  [
    'is revoked',
    'Invalid access token.',
    ({ id, graphql }) => graphql('mutation ($id: ID!) { revokeAccessToken(input: { id: $id }) { __typename } }', { id }),
  ],
  ['expires', 'Access token has expired.', async () => vi.setSystemTime(Date.now() + HOUR_MS)],
])('ends streams on every node at once when their access token %s, with the reason', async (_, message, end) => {
  const token = await addToken(gateway, await addPerson(gateway), { scopes: ['product_tour:read', 'product_tour:write'] });
  const streams = await follow({ key: token.secret });
  await end(token);
  const saved = gateway.graphql(SAVE_DRAFT, { input: { tourId, name: `After ${token.id}` } });
  expect(await streams.nextErrors()).toEqual(Array(2).fill(expect.objectContaining({ message, extensions: { code: 'UNAUTHENTICATED' } })));
  await saved;
  expect(await streams.complete()).toMatchObject({ value: { event: 'complete' } });
  await streams.close();
});

it('ends the streams of keys on every node at once when the organization allows none any more, and spares those of tokens', async () => {
  const { organizationId, projectId } = await addOrganization(gateway.graphql);
  const tour = await createTour(projectId, 'Strict');
  const person = await addPerson(gateway, { projectIds: [projectId] });
  const token = await addToken(gateway, person);
  const bystander = subscribe<{ kind: string; tour: unknown }>(other.url, token.secret, TOUR_CHANGED, { tourId: tour });
  expect(await bystander.next()).toMatchObject({ kind: 'SNAPSHOT' });
  const streams = await follow(person, { projectId, tour });
  const input = { id: organizationId, membersCanUsePersonalApiKeys: false };
  expect(await mutate(gateway.graphql, 'updateOrganization', input, '__typename')).toMatchObject({
    __typename: 'UpdateOrganizationSuccess',
  });
  const saved = token.graphql(SAVE_DRAFT, { input: { tourId: tour, name: 'By token' } });
  expect(await streams.nextCodes()).toEqual(['NOT_FOUND', 'NOT_FOUND']);
  await saved;
  expect(await bystander.next()).toMatchObject({ kind: 'SAVED', tour: { draft: { raw: { name: 'By token' } } } });
  await Promise.all([bystander.close(), streams.close()]);
});

it('ends streams when their project is deleted', async () => {
  const [row] = (await sql(
    `INSERT INTO projects (name, token, organization_id) SELECT 'Doomed', 'phc_doomed', id FROM organizations LIMIT 1 RETURNING id`,
  )) as { id: number }[];
  const projectId = row?.id ?? 0;
  await sql('INSERT INTO memberships (user_id, project_id) SELECT id, $1 FROM users', projectId);
  const tour = await createTour(projectId, 'Doomed');
  const streams = await follow(await addPerson(gateway, { projectIds: [projectId] }), { projectId, tour });
  await sql('DELETE FROM projects WHERE id = $1', projectId);
  expect(await streams.nextCodes()).toEqual(['NOT_FOUND', 'NOT_FOUND']);
  await streams.close();
});

it('spares the streams of everybody else', async () => {
  const [leaver, stayer] = [await addPerson(gateway), await addPerson(gateway)];
  const events = subscribe<{ kind: string; tour: unknown }>(other.url, stayer.key, TOUR_CHANGED, { tourId });
  await events.next();
  const streams = await follow(leaver);
  await sql('UPDATE personal_api_keys SET revoked_at = now() WHERE id = $1', leaver.keyId);
  await streams.nextCodes();
  await sql('UPDATE personal_api_keys SET scopes = $2 WHERE id = $1', stayer.keyId, ['product_tour:read']);
  await gateway.graphql(SAVE_DRAFT, { input: { tourId, name: 'Still here' } });
  expect(await events.next()).toMatchObject({ kind: 'SAVED', tour: { draft: { raw: { name: 'Still here' } } } });
  await Promise.all([events.close(), streams.close()]);
});

/** Two sockets of a person, one on each node: the first follows a tour, the second is idle. */
async function openSockets({ key }: { key: string }): Promise<[following: RawSocket, idle: RawSocket]> {
  const [following, idle] = [await openRawSocket(other.url, key), await openRawSocket(gateway.url, key)];
  for (const socket of [following, idle]) expect(await socket.next()).toEqual({ type: 'connection_ack' });
  following.send({ id: '1', type: 'subscribe', payload: { query: TOUR_CHANGED, variables: { tourId } } });
  expect(await following.next()).toMatchObject({ type: 'next' });
  return [following, idle];
}

it.each(LOSSES.filter(({ code }) => code === 'UNAUTHENTICATED'))(
  'closes sockets with 4403 on every node at once when $loss, once their subscriptions were told',
  async ({ lose }) => {
    const person = await addPerson(gateway);
    const [following, idle] = await openSockets(person);
    await lose(person);
    const reason = 'The personal API key is invalid, revoked or expired.';
    expect(await Promise.all([following.closed, idle.closed])).toEqual(Array(2).fill({ code: 4403, reason }));
    expect(await following.next()).toMatchObject({ id: '1', type: 'error', payload: [{ message: reason }] });
  },
);

it('closes sockets with 4403 when their access token expires, and not before', async () => {
  const person = await addPerson(gateway);
  const expiresAt = Date.now() + HOUR_MS;
  const token = await addToken(gateway, person);
  const sockets = await openSockets({ key: token.secret });
  vi.setSystemTime(expiresAt - 60_000);
  vi.advanceTimersByTime(EXPIRY_INTERVAL_MS);
  for (const socket of sockets) await expectOpen(socket);
  vi.setSystemTime(expiresAt);
  vi.advanceTimersByTime(EXPIRY_INTERVAL_MS);
  const reason = 'Access token has expired.';
  expect(await Promise.all(sockets.map(({ closed }) => closed))).toEqual(Array(2).fill({ code: 4403, reason }));
});

async function expectOpen(socket: RawSocket): Promise<void> {
  socket.send({ type: 'ping' });
  expect(await socket.next()).toEqual({ type: 'pong' });
}

it.each(LOSSES.filter(({ code }) => code !== 'UNAUTHENTICATED'))('leaves sockets open when $loss', async ({ code, lose }) => {
  const person = await addPerson(gateway);
  const [following, idle] = await openSockets(person);
  // Its node has heard of the loss when this stream has ended.
  const streams = await follow(person);
  await lose(person);
  expect(await following.next()).toMatchObject({ id: '1', type: 'error', payload: [{ extensions: { code } }] });
  expect(await streams.nextCodes()).toEqual([code, code]);
  for (const socket of [following, idle]) {
    await expectOpen(socket);
    socket.ws.close();
  }
  await streams.close();
});

it('closes a socket with 4403 that does not read what it has asked for', async () => {
  const input = { projectId: gateway.projectId, name: 'Large', description: 'x'.repeat(12 * 1024 * 1024) };
  const { createTour } = await gateway.graphql(CREATE_TOUR, { input });
  const person = await addPerson(gateway);
  const connection = connect(Number(new URL(other.url).port), '127.0.0.1');
  const socket = await openRawSocket(other.url, person.key, undefined, { createConnection: () => connection });
  expect(await socket.next()).toEqual({ type: 'connection_ack' });
  socket.send({ id: '1', type: 'subscribe', payload: { query: TOUR_CHANGED, variables: { tourId } } });
  expect(await socket.next()).toMatchObject({ type: 'next' });
  const query = 'query ($id: UUID!) { tour(id: $id) { description } }';
  socket.send({ id: '2', type: 'subscribe', payload: { query, variables: { id: createTour.tour.uuid } } });
  await once(connection, 'data');
  socket.ws.pause();
  const close = vi.spyOn(WebSocket.prototype, 'close');
  await sql('UPDATE personal_api_keys SET revoked_at = now() WHERE id = $1', person.keyId);
  // Each look moves the clock, by which the gateway waits for the operation to end.
  await vi.waitFor(() => expect(close).toHaveBeenCalledWith(4403, expect.any(String)), 10_000);
  close.mockRestore();
  socket.ws.resume();
  expect(await socket.next()).toMatchObject({ id: '2', type: 'next' });
  expect(await socket.next()).toMatchObject({ id: '1', type: 'error' });
  // Not completed: it was not waited for.
  expect(await Promise.race([socket.next(), socket.closed])).toMatchObject({ code: 4403 });
});
