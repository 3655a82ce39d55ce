import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { graphqlClient } from '../../support/graphql.ts';
import { type GatewayProcess, startProcess } from '../../support/process.ts';

const KEY = 'phx_built_test_key_0000001';
const TOKEN = 'phc_built_test';

/** What starts of the built gateway need only sometimes is in files of their own: each of them is asked for once. */
describe('the gateway as built', () => {
  let gateway: GatewayProcess;

  beforeAll(async () => {
    gateway = await startProcess({ DATA_DIR: ':memory:', BOOTSTRAP_PERSONAL_API_KEY: KEY, BOOTSTRAP_PROJECT_TOKEN: TOKEN });
  });
  afterAll(() => gateway.stop('SIGTERM'));

  const get = async (address: string, accept = '*/*') => (await fetch(`${gateway.url}${address}`, { headers: { accept } })).text();

  it('answers what Prisma reads and writes', async () => {
    const ask = graphqlClient(gateway.url, KEY);
    const created = await ask(
      'mutation { createFeatureFlag(input: { projectId: 1, key: "built" }) { ... on CreateFeatureFlagSuccess { featureFlag { key } } } }',
    );
    expect(created).toEqual({ createFeatureFlag: { featureFlag: { key: 'built' } } });
    expect(await ask('{ viewer { user { email } } }')).toEqual({ viewer: { user: { email: 'admin@example.com' } } });
  });

  it('shows GraphiQL and the page about its HTTP endpoints, and describes them with its own version', async () => {
    const { version } = createRequire(import.meta.url)('../../../package.json');
    expect(await get('/graphql', 'text/html')).toContain('GraphiQL');
    expect(await get('/docs')).toContain('publish_draft');
    expect(JSON.parse(await get('/openapi.json')).info.version).toBe(version);
  });

  it('gives browsers the files of the SDK', async () => {
    const file = createRequire(import.meta.url)
      .resolve('posthog-js')
      .replace(/[^/]+$/, 'array.js');
    expect(await get('/static/array.js')).toBe(await readFile(file, 'utf8'));
  });

  it('is whole: each of its parts can be loaded', async () => {
    const folder = path.join(path.dirname(inject('builtCli')), 'parts');
    const names = (await readdir(folder)).map((name) => name.replace(/-[^-]+$/, ''));
    expect(names).toEqual(expect.arrayContaining(['pglite', 'model-writer', 'graphiql']));
    for (const name of await readdir(folder)) await import(path.join(folder, name));
  });
});
