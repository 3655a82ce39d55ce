import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { loadConfig } from '../../../src/config.ts';
import { startApp } from '../../../src/server/app.ts';
import { createTestDatabase } from '../../support/database.ts';

async function findFreePort(): Promise<number> {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

it('answers every request with 503 while it starts, and is alive', async () => {
  const database = await createTestDatabase();
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  const settings = loadConfig({ PORT: String(port), LOG_LEVEL: 'fatal' });
  const answers: Record<string, unknown> = {};
  async function ask(): Promise<void> {
    for (const path of ['/', '/graphql', '/api/projects/1/product_tours/', '/flags/', '/health/ready', '/health/live']) {
      const response = await fetch(url + path, { method: path === '/flags/' ? 'POST' : 'GET' });
      answers[path] = [response.status, response.headers.get('retry-after'), await response.text()];
    }
    const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    answers.socket = await new Promise((resolve) => socket.once('error', ({ message }) => resolve(message)));
  }
  // The database is being filled.
  const app = await startApp({ ...settings, ...database.config }, {}, { keepFirstKey: ask });
  const unavailable = [503, '1', expect.stringContaining('Please try again in a moment')];
  expect(answers).toEqual({
    '/': unavailable,
    '/graphql': [503, '1', expect.stringContaining('"code":"UNAVAILABLE"')],
    '/api/projects/1/product_tours/': unavailable,
    '/flags/': unavailable,
    '/health/ready': [503, null, '{"status":"unavailable","reason":"starting"}'],
    '/health/live': [200, null, '{"status":"live"}'],
    socket: 'Unexpected server response: 503',
  });
  expect((await fetch(`${url}/health/ready`)).status).toBe(200);
  await app.close();
  await database.drop();
});

it('leaves nothing open when a later step fails, and the database empty', async () => {
  const database = await createTestDatabase();
  const port = await findFreePort();
  const settings = loadConfig({ PORT: String(port), LOG_LEVEL: 'fatal' });
  async function fail(): Promise<void> {
    throw new Error('the disk is full');
  }
  await expect(startApp({ ...settings, ...database.config }, {}, { keepFirstKey: fail })).rejects.toThrow('the disk is full');
  let key = '';
  const keepFirstKey = async (secret: string) => {
    key = secret;
  };
  const app = await startApp({ ...settings, ...database.config }, {}, { keepFirstKey });
  expect(app.bootstrapped).toMatchObject({ projectId: expect.any(Number), personalApiKey: key });
  await app.close();
  await database.drop();
});
