import { createServer, connect as openSocket, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, inject, it, vi } from 'vitest';
import { createDatabase, type Database } from '../../../src/db/database.ts';
import { createListener } from '../../../src/db/listen.ts';
import { createPool } from '../../../src/db/pool.ts';
import { openServer } from '../../../src/db/server.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';

const { kind } = inject('testDatabase');
const ignore = () => {};

let test: TestDatabase;
let db: Database;
const heard: string[] = [];
const endings: (() => unknown)[] = [];

beforeAll(async () => {
  test = await createTestDatabase();
  db = await createDatabase(test.config);
});

afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
  heard.length = 0;
});

afterAll(async () => {
  await db?.close();
  await test?.drop();
});

async function hear(database: Database, channel: string, onReconnect: () => void = ignore): Promise<() => Promise<void>> {
  const stop = await database.listen(channel, (payload) => heard.push(payload), onReconnect);
  endings.push(stop);
  return stop;
}

function announce(channel: string, payload: string): Promise<unknown> {
  return db.sql.query('SELECT pg_notify($1, $2)', [channel, payload]);
}

it('hears what is announced on its channel, in order, and nothing else', async () => {
  await hear(db, 'Some "channel"');
  await announce('another', 'no');
  for (const payload of ['1', '2', '']) await announce('Some "channel"', payload);
  await vi.waitFor(() => expect(heard).toEqual(['1', '2', '']));
});

it('hears of a transaction when it commits, and nothing of one that does not', async () => {
  await hear(db, 'work');
  await db.transaction(async (tx) => {
    await tx.query("SELECT pg_notify('work', 'committed')");
    expect(heard).toEqual([]);
  });
  await db.transaction((tx) => tx.query("SELECT pg_notify('work', 'rolled back'), 1 / 0")).catch(ignore);
  await announce('work', 'last');
  await vi.waitFor(() => expect(heard).toEqual(['committed', 'last']));
});

it('tells every subscriber of a channel, until that one stops', async () => {
  const stop = await hear(db, 'shared');
  await hear(db, 'shared');
  await announce('shared', 'both');
  await vi.waitFor(() => expect(heard).toEqual(['both', 'both']));
  await stop();
  await stop();
  await announce('shared', 'one');
  await vi.waitFor(() => expect(heard).toEqual(['both', 'both', 'one']));
});

it('starts many subscriptions at once', async () => {
  await Promise.all(['a', 'b', 'c', 'd', 'e'].map((channel) => hear(db, channel)));
  await announce('e', 'e');
  await announce('a', 'a');
  await vi.waitFor(() => expect(heard).toEqual(['e', 'a']));
});

if (kind === 'postgresql') {
  const killListener =
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE '%LISTEN %' AND pid <> pg_backend_pid()";

  it('hears another node', async () => {
    const other = await createDatabase(test.config);
    endings.push(() => other.close());
    await hear(other, 'nodes');
    await announce('nodes', 'hello');
    await vi.waitFor(() => expect(heard).toEqual(['hello']));
  });

  it('comes back after its connection was killed, says so, and goes on listening', async () => {
    const onReconnect = vi.fn();
    await hear(db, 'survivor', onReconnect);
    for (const round of [1, 2]) {
      expect(await db.sql.query(killListener)).toHaveLength(1);
      await vi.waitFor(() => expect(onReconnect).toHaveBeenCalledTimes(round), { timeout: 5000 });
      await announce('survivor', `round ${round}`);
      await vi.waitFor(() => expect(heard).toContain(`round ${round}`));
    }
  });

  it('can be closed while it is trying to come back', async () => {
    const other = await createDatabase(test.config);
    await hear(other, 'gone');
    expect(await db.sql.query(killListener)).toHaveLength(2);
    await other.close();
  });

  it('finds out about a connection whose other side has gone silent', async () => {
    const proxy = await createSilenceableProxy(new URL(test.config.databaseUrl as string));
    const onReconnect = vi.fn();
    const listener = createListener({ connection: { connectionString: proxy.url }, log: ignore, heartbeatMs: 100 });
    endings.push(proxy.close, () => listener.close());
    await listener.listen('silence', { onMessage: (payload) => heard.push(payload), onReconnect });
    proxy.silence();
    await vi.waitFor(() => expect(onReconnect).toHaveBeenCalledTimes(1), { timeout: 5000 });
    await announce('silence', 'back');
    await vi.waitFor(() => expect(heard).toEqual(['back']));
  });

  it('rejects when the database cannot be reached at first', async () => {
    const listener = createListener({ connection: { host: '127.0.0.1', port: 1, user: 'nobody' }, log: ignore });
    endings.push(() => listener.close());
    await expect(listener.listen('nothing', { onMessage: ignore, onReconnect: ignore })).rejects.toThrow('ECONNREFUSED');
  });
}

if (kind === 'embedded') {
  it('listens again on the connection that replaces a broken one', async () => {
    const server = await openServer(test.config, ignore);
    const { pool } = createPool({ connection: server.connection, max: 1, log: ignore });
    const listener = server.createListener(pool);
    endings.push(
      () => server.close(),
      () => pool.end(),
    );
    const onReconnect = vi.fn();
    await listener.listen('survivor', { onMessage: (payload) => heard.push(payload), onReconnect });
    (await pool.connect()).release(new Error('broken'));
    await pool.query("SELECT pg_notify('survivor', 'again')");
    await vi.waitFor(() => expect(heard).toEqual(['again']));
    expect(onReconnect).toHaveBeenCalledTimes(1);
  });
}

/** Passes everything on to the server, until the connections it has by then are told to say nothing more. */
async function createSilenceableProxy(target: URL) {
  const sockets: Socket[] = [];
  const proxy = createServer((client) => {
    const upstream = openSocket(Number(target.port || 5432), target.hostname);
    for (const socket of [client, upstream]) socket.on('error', ignore);
    client.pipe(upstream).pipe(client);
    sockets.push(client, upstream);
  });
  await new Promise<void>((listening) => proxy.listen(0, '127.0.0.1', listening));
  const url = new URL(target);
  url.host = `127.0.0.1:${(proxy.address() as { port: number }).port}`;
  return {
    url: url.href,
    silence() {
      for (const socket of sockets) socket.unpipe().pause();
    },
    close() {
      for (const socket of sockets) socket.destroy();
      proxy.close();
    },
  };
}
