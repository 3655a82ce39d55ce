import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { runCli } from '../../support/cli.ts';
import { startRefusingPostgres } from '../../support/refusing-postgres.ts';

const PASSWORD = 'hunter2';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tour-gateway-faults-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Starts with these settings, and expects the reason in a few plain lines, with nothing left behind. */
async function expectFault(env: Record<string, string>, reasons: readonly (string | RegExp)[], args = ['serve']): Promise<void> {
  const dataDir = path.join(folder, 'data');
  const { code, output, complaint } = await runCli(args, { PORT: '0', LOG_LEVEL: 'silent', DATA_DIR: dataDir, ...env });
  expect({ code, output }).toEqual({ code: 1, output: '' });
  for (const reason of reasons) expect(complaint).toMatch(reason);
  expect(complaint).toMatch(/^tour-gateway: /);
  expect(complaint).not.toMatch(/\n {4}at /);
  expect(complaint).not.toContain(PASSWORD);
  expect(complaint.trimEnd().split('\n').length).toBeLessThanOrEqual(3);
  expect(existsSync(dataDir)).toBe(false);
}

describe('a start that cannot succeed names the setting to change', () => {
  it('for a port that is in use, before it creates anything', async () => {
    const taken = createServer();
    await once(taken.listen(0, '127.0.0.1'), 'listening');
    const { port } = taken.address() as AddressInfo;
    await expectFault({ PORT: String(port) }, [`Port ${port} of 127.0.0.1 is in use`, 'set PORT']);
    await expectFault({}, ['is in use', 'set PORT'], ['serve', '--port', String(port)]);
    taken.close();
  });

  it.each([
    ['an address of another machine', { HOST: '192.0.2.1' }, ['192.0.2.1 is no address of this machine', 'Set HOST']],
    ['a host name that does not exist', { HOST: 'gateway.invalid' }, ['gateway.invalid', 'HOST']],
    [
      'values of the wrong kind',
      { PORT: 'http', RATE_LIMIT: 'maybe' },
      ['PORT: "http" cannot be used', 'RATE_LIMIT: "maybe" cannot be used'],
    ],
    ['a language model without its address', { CONTENT_PROVIDER: 'openai-compatible', AI_MODEL: 'm' }, ['AI_BASE_URL: is not set']],
    [
      'a content provider that does not exist',
      { CONTENT_PROVIDER: 'disabled' },
      ['CONTENT_PROVIDER: "disabled" cannot be used, expected none'],
    ],
    ['several processes on an embedded database', { WORKERS: '2' }, ['DATABASE_URL: is not set, but WORKERS=2 needs it']],
    ['a Redis that does not run', { REDIS_URL: `redis://:${PASSWORD}@127.0.0.1:1` }, ['Redis at 127.0.0.1:1', 'ECONNREFUSED', 'REDIS_URL']],
    [
      'a database server that does not run',
      { DATABASE_URL: `postgresql://me:${PASSWORD}@127.0.0.1:1/tours` },
      ['127.0.0.1:1', 'ECONNREFUSED', 'DATABASE_URL'],
    ],
    [
      'a database server that does not exist',
      { DATABASE_URL: `postgresql://me:${PASSWORD}@db.invalid/tours` },
      ['db.invalid:5432', 'DATABASE_URL'],
    ],
    [
      'a certificate file that does not exist',
      { DATABASE_URL: 'postgresql://db.invalid/tours?sslrootcert=/missing' },
      ['DATABASE_URL', '/missing'],
    ],
  ])('for %s', async (_, env, reasons) => {
    await expectFault(env as Record<string, string>, reasons);
  });

  it('for a password that is not percent-encoded', async () => {
    const url = 'postgresql://me:p@ss#1@127.0.0.1:1/tours';
    await expectFault({ DATABASE_URL: url }, ['DATABASE_URL: its value (secret, not shown) cannot be used', '"#" as "%23"']);
  });

  it.each([
    ['28P01', 'password authentication failed for user "me"', ['does not accept the password of the user "me"', 'DATABASE_URL']],
    ['28000', 'no pg_hba.conf entry for host', ['does not let the user "me" in: no pg_hba.conf entry', 'DATABASE_URL']],
    ['3D000', 'database "tours" does not exist', ['no database "tours"', 'DATABASE_URL']],
    ['53300', 'sorry, too many clients already', ['no connection left', 'DATABASE_POOL_SIZE']],
    ['57P03', 'the database system is starting up', ['is not ready: the database system is starting up']],
    ['XX000', 'something else', ['something else', '"tours"']],
    [null, '', ['closed the connection', 'DATABASE_URL']],
  ])('for a server that refuses with %s', async (code, message, reasons) => {
    const server = await startRefusingPostgres(code === null ? null : { code, message });
    const url = `postgresql://me:${PASSWORD}@127.0.0.1:${server.port}/tours`;
    await expectFault({ DATABASE_URL: url }, [`127.0.0.1:${server.port}`, ...reasons]);
    server.close();
  });

  it('for a data folder that cannot be used', async () => {
    const file = path.join(folder, 'file');
    await writeFile(file, '');
    await expectFault({ DATA_DIR: file }, [file, 'is a file', 'DATA_DIR']);
    await expectFault({ DATA_DIR: path.join(file, 'data') }, ['a folder above it, is a file', 'DATA_DIR']);
    await expectFault({ DATA_DIR: '/proc/tour-gateway' }, ['/proc/tour-gateway', 'it cannot be created', 'DATA_DIR']);
  });

  it('for a database that is damaged, and leaves it free', async () => {
    const damaged = path.join(folder, 'damaged');
    await mkdir(path.join(damaged, 'pgdata'), { recursive: true });
    await writeFile(path.join(damaged, 'pgdata/PG_VERSION'), 'nonsense');
    await expectFault({ DATA_DIR: damaged }, [damaged, 'cannot be opened', 'DATA_DIR']);
    expect(await readdir(damaged)).toEqual(['pgdata']);
  });
});

describe('of PostgreSQL', () => {
  const database = inject('testDatabase');

  it.runIf(database.kind === 'postgresql')('names a database that does not exist', async () => {
    if (database.kind !== 'postgresql') return;
    const url = new URL(database.server);
    url.pathname = '/tour_gateway_missing';
    await expectFault({ DATABASE_URL: url.href }, ['There is no database "tour_gateway_missing"', 'createdb tour_gateway_missing']);
  });
});
