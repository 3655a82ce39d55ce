import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from 'graphql-ws';
import pg from 'pg';
import { expect, inject, it } from 'vitest';
import WebSocket from 'ws';
import { createTestDatabase } from '../support/database.ts';
import { type GatewayProcess, startProcess } from '../support/process.ts';

/** How long it goes on; 60 and more for a thorough run. */
const SECONDS = Number(process.env.CHAOS_SECONDS ?? (inject('isSoak') ? 60 : 5));
const KEY = 'phx_chaos_chaos_chaos_chaos';
const NODES = 3;
const SUBSCRIBERS = 12;
const WRITERS = 4;

const FOLLOW = `subscription ($tourId: UUID!, $after: String) {
  tourDraftChanged(tourId: $tourId, after: $after) { cursor kind revision previousRevision clientMutationId }
}`;
const SAVE = `mutation ($input: SaveTourDraftInput!) {
  saveTourDraft(input: $input) { ... on SaveTourDraftSuccess { tour { revision } } ... on Error { message } }
}`;

interface Change {
  cursor: string;
  kind: string;
  revision: number;
  previousRevision: number | null;
  clientMutationId: string | null;
}

type Nodes = GatewayProcess[];
const pick = <Item>(items: Item[]): Item => items[Math.floor(Math.random() * items.length)] as Item;

async function post(
  node: GatewayProcess,
  query: string,
  variables: object,
): Promise<{ data?: Record<string, unknown> | null; errors?: unknown }> {
  const response = await fetch(`${node.url}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.timeout(5_000),
  });
  return (await response.json()) as never;
}

/** Follows a tour through whichever node answers, and goes on elsewhere, after the last cursor, whenever the connection is lost. */
function follow(nodes: Nodes, tourId: string) {
  const received: Change[] = [];
  let isOver = false;
  let current: ReturnType<typeof createClient> | null = null;

  async function listen(): Promise<void> {
    const client = createClient({
      url: `${pick(nodes).url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${KEY}` },
      retryAttempts: 0,
    });
    current = client;
    try {
      const variables = { tourId, after: received.at(-1)?.cursor ?? null };
      for await (const { data } of client.iterate<{ tourDraftChanged: Change }>({ query: FOLLOW, variables })) {
        if (data) received.push(data.tourDraftChanged);
      }
    } finally {
      client.terminate();
    }
  }

  const running = (async () => {
    while (!isOver) {
      await listen().catch(() => {});
      await sleep(20);
    }
  })();

  return {
    received,
    cut: () => current?.terminate(),
    async stop() {
      isOver = true;
      await current?.dispose();
      current?.terminate();
      await running;
    },
  };
}

it.skipIf(inject('testDatabase').kind === 'embedded')(
  'loses no save, gives none twice and none out of order while nodes die, the database cuts its connections and sockets break',
  async () => {
    const database = await createTestDatabase();
    const env = { DATABASE_URL: database.config.databaseUrl ?? '', BOOTSTRAP_PERSONAL_API_KEY: KEY, RATE_LIMIT: 'off', LOG_LEVEL: 'info' };
    const nodes: Nodes = [await startProcess(env)];
    while (nodes.length < NODES) nodes.push(await startProcess(env));
    const operator = new pg.Client(process.env.TEST_DATABASE_URL);
    await operator.connect();

    const created = await post(nodes[0] as GatewayProcess, CREATE, {});
    const { tour } = (created.data as { createTour: { tour: { uuid: string } } }).createTour;
    const followers = Array.from({ length: SUBSCRIBERS }, () => follow(nodes, tour.uuid));

    const done = { killed: 0, databaseCuts: 0, socketCuts: 0 };
    const accidents: (() => Promise<unknown>)[] = [
      async () => {
        const at = Math.floor(Math.random() * NODES);
        const dying = nodes[at] as GatewayProcess;
        await dying.stop('SIGKILL');
        nodes[at] = await startProcess({ ...env, PORT: new URL(dying.url).port });
        done.killed += 1;
      },
      async () => {
        const { rowCount } = await operator.query(
          'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND pid <> pg_backend_pid()',
          [new URL(database.config.databaseUrl ?? '').pathname.slice(1)],
        );
        if (rowCount) done.databaseCuts += 1;
      },
      async () => {
        for (const follower of followers) if (Math.random() < 0.5) follower.cut();
        done.socketCuts += 1;
      },
    ];

    const acknowledged: string[] = [];
    let attempts = 0;
    const end = Date.now() + SECONDS * 1000;
    // On a slow machine a node takes its time to come back: each accident happens at least once.
    const goesOn = () => Date.now() < end || Object.values(done).includes(0);
    const write = async () => {
      while (goesOn()) {
        const clientMutationId = `save ${++attempts}`;
        const input = { tourId: tour.uuid, description: clientMutationId, clientMutationId };
        const answer = await post(pick(nodes), SAVE, { input }).catch(() => null);
        if ((answer?.data as { saveTourDraft?: { tour?: unknown } } | null | undefined)?.saveTourDraft?.tour)
          acknowledged.push(clientMutationId);
        await sleep(15);
      }
    };
    const havoc = async () => {
      for (let n = 0; goesOn(); n++) {
        await (accidents[n % accidents.length] as () => Promise<unknown>)();
        await sleep(300);
      }
    };
    await Promise.all([havoc(), ...Array.from({ length: WRITERS }, write)]);

    // Whatever was not acknowledged may have been saved as well: this one comes after all of them.
    const last = 'the last save';
    await expect
      .poll(
        async () =>
          (await post(nodes[0] as GatewayProcess, SAVE, { input: { tourId: tour.uuid, description: last, clientMutationId: last } }))
            .errors,
        {
          timeout: 20_000,
        },
      )
      .toBeUndefined();
    const isComplete = () => followers.every(({ received }) => received.some((change) => change.clientMutationId === last));
    await expect.poll(isComplete, { timeout: 30_000 }).toBe(true);

    for (const { received } of followers) {
      const changes = received.filter(({ kind }) => !['SNAPSHOT', 'RESUMED'].includes(kind));
      expect(changes.filter(({ kind }) => kind !== 'SAVED')).toEqual([]);
      const start = received[0]?.revision ?? 0;
      // In order, without a gap: each follows on the one delivered before.
      expect(changes.map(({ previousRevision }) => previousRevision)).toEqual([
        start,
        ...changes.slice(0, -1).map(({ revision }) => revision),
      ]);
      const ids = changes.map(({ clientMutationId }) => clientMutationId);
      expect(new Set(ids).size).toBe(ids.length);
      // A save before the follower's own beginning is in its snapshot.
      const isBefore = start - 1;
      expect(acknowledged.filter((id) => !ids.includes(id)).length).toBeLessThanOrEqual(isBefore);
    }
    expect(acknowledged.length).toBeGreaterThan(SECONDS * 5);
    expect(Object.values(done)).not.toContain(0);
    console.info(`${acknowledged.length} of ${attempts} saves acknowledged, ${JSON.stringify(done)}`);

    for (const follower of followers) await follower.stop();
    for (const node of nodes) await node.stop('SIGTERM');
    await operator.end();
    await database.drop();
  },
  SECONDS * 1000 + 120_000,
);

const CREATE = `mutation { createTour(input: { projectId: 1, name: "Chaos" }) { ... on CreateTourSuccess { tour { uuid } } ... on Error { message } } }`;
