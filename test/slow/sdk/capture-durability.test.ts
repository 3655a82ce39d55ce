import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { browserEvent, sendEvents } from '../../support/events.ts';
import { graphqlClient } from '../../support/graphql.ts';
import { type GatewayProcess, startProcess } from '../../support/process.ts';
import { askFlags } from '../../support/sdk.ts';

const TOKEN = 'phc_durable';
const KEY = 'phx_durability_test_key_0002';
const ENOUGH = 60;

describe('acknowledged events', () => {
  let folder: string;
  let database: TestDatabase;
  let gateway: GatewayProcess;
  const start = () =>
    startProcess({
      ...(database.config.databaseUrl ? { DATABASE_URL: database.config.databaseUrl } : { DATA_DIR: folder }),
      BOOTSTRAP_PROJECT_TOKEN: TOKEN,
      BOOTSTRAP_PERSONAL_API_KEY: KEY,
      LOG_LEVEL: 'fatal',
    });

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'tour-gateway-capture-'));
    database = await createTestDatabase();
    gateway = await start();
    const filters = { groups: [{ properties: [{ key: 'told', value: 'yes', operator: 'exact', type: 'person' }] }] };
    await graphqlClient(gateway.url, KEY)(
      `mutation ($input: CreateFeatureFlagInput!) { createFeatureFlag(input: $input) { __typename ... on Error { message } } }`,
      { input: { projectId: 1, key: 'told', filters } },
    );
  });
  afterAll(async () => {
    await gateway.stop('SIGKILL');
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  });

  /** Tells of one person after the other, several at a time, and ends the process in the middle of it. @returns the persons who were acknowledged */
  async function tellUntil(signal: NodeJS.Signals): Promise<string[]> {
    const acknowledged: string[] = [];
    let ended: Promise<unknown> | undefined;
    const tellers = [0, 1, 2, 3].map(async (teller) => {
      for (let n = 0; ; n++) {
        const person = `${signal} ${teller} ${n}`;
        const event = browserEvent(TOKEN, '$set', person, { $set: { told: 'yes' } });
        const answer = await sendEvents(gateway.url, TOKEN, [event]).catch(() => null);
        if (answer?.status !== 200) return;
        acknowledged.push(person);
        if (acknowledged.length >= ENOUGH) ended ??= gateway.stop(signal);
      }
    });
    await Promise.all(tellers);
    await ended;
    return acknowledged;
  }

  it.each<NodeJS.Signals>(['SIGKILL', 'SIGTERM'])('are all there after a %s in the middle of a stream of them', async (signal) => {
    const acknowledged = await tellUntil(signal);
    expect(acknowledged.length).toBeGreaterThanOrEqual(ENOUGH);
    gateway = await start();
    for (const person of acknowledged) {
      const { body } = await askFlags(gateway.url, { token: TOKEN, distinct_id: person });
      expect(body.flags.told.enabled, person).toBe(true);
    }
    expect((await askFlags(gateway.url, { token: TOKEN, distinct_id: 'nobody' })).body.flags.told.enabled).toBe(false);
  });
});
