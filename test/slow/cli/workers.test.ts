import { expect, it } from 'vitest';
import { createTestDatabase } from '../../support/database.ts';
import { graphqlClient } from '../../support/graphql.ts';
import { type GatewayProcess, startProcess } from '../../support/process.ts';

const KEY = 'phx_workers_test_key_00001';

it('serves with several processes on one port, replaces one that is killed, and ends them all with 0', async () => {
  const database = await createTestDatabase();
  const { databaseUrl } = database.config;
  const env = { WORKERS: '2', DATABASE_URL: databaseUrl ?? '', BOOTSTRAP_PERSONAL_API_KEY: KEY, RATE_LIMIT: 'off' };
  let gateway: GatewayProcess | null = null;
  try {
    if (databaseUrl === undefined) {
      // An embedded database is one process's.
      await expect(startProcess(env)).rejects.toThrow('DATABASE_URL: is not set, but WORKERS=2 needs it');
      return;
    }
    gateway = await startProcess(env);
    const ask = graphqlClient(gateway.url, KEY);
    const viewer = { viewer: { scopes: ['*', 'installation'] } };
    const processes = () => [...(gateway as GatewayProcess).output().matchAll(/"pid":(\d+)[^\n]*"serving"/g)].map(([, pid]) => Number(pid));
    await expect.poll(() => processes().length, { timeout: 30_000 }).toBe(2);
    expect(await ask('{ viewer { scopes } }')).toEqual(viewer);

    process.kill(processes()[0] as number, 'SIGKILL');
    await expect.poll(() => processes().length, { timeout: 60_000 }).toBe(3);
    for (let n = 0; n < 10; n++) expect(await graphqlClient(gateway.url, KEY)('{ viewer { scopes } }')).toEqual(viewer);

    expect(await gateway.stop('SIGTERM')).toBe(0);
    for (const pid of processes()) expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  } finally {
    await gateway?.stop('SIGTERM');
    await database.drop();
  }
});
