import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { expect, it } from 'vitest';
import { openEventStream } from '../../support/event-stream.ts';
import { graphqlClient } from '../../support/graphql.ts';
import { startProcess } from '../../support/process.ts';
import { openRawSocket } from '../../support/raw-socket.ts';

const KEY = 'phx_terminate_test_key_0001';
const FOLLOW = 'subscription { projectDraftsChanged(projectId: 1) { kind } }';

it('completes streams and the request under way on SIGTERM, and ends with 0', async () => {
  const gateway = await startProcess({ DATA_DIR: ':memory:', BOOTSTRAP_PERSONAL_API_KEY: KEY });
  const socket = await openRawSocket(gateway.url, KEY);
  expect(await socket.next()).toEqual({ type: 'connection_ack' });
  socket.send({ id: 'followed', type: 'subscribe', payload: { query: FOLLOW } });
  expect(await socket.next()).toMatchObject({ id: 'followed', type: 'next' });
  const stream = await openEventStream(gateway.url, KEY, { query: FOLLOW });
  expect((await stream.messages.next()).value).toMatchObject({ event: 'next' });
  expect(await graphqlClient(gateway.url, KEY)('{ viewer { scopes } }')).toEqual({ viewer: { scopes: ['*', 'installation'] } });

  // The gateway has begun to read a request when the signal comes; the second half of its body comes afterwards.
  const body = JSON.stringify({ query: '{ viewer { scopes } }' });
  const request = httpRequest(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'content-length': body.length, authorization: `Bearer ${KEY}`, expect: '100-continue' },
  });
  const answered = new Promise<string>((resolve, reject) => {
    request.on('error', reject);
    request.on('response', (response) => {
      let text = '';
      response.on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () => resolve(text));
    });
  });
  request.flushHeaders();
  await once(request, 'continue');
  request.write(body.slice(0, 10));
  const ended = gateway.stop('SIGTERM');
  expect(await socket.next()).toEqual({ id: 'followed', type: 'complete' });
  expect((await stream.messages.next()).value).toMatchObject({ event: 'complete' });
  request.end(body.slice(10));
  expect(JSON.parse(await answered)).toEqual({ data: { viewer: { scopes: ['*', 'installation'] } } });
  expect(await socket.closed).toMatchObject({ code: 1001 });
  expect(await ended).toBe(0);
});
