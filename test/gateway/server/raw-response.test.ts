import { expect } from 'vitest';
import { gatewayTest } from '../../support/gateway-test.ts';
import { rawRequest, sendRaw } from '../../support/raw-http.ts';

const it = gatewayTest({ HSTS_MAX_AGE_SECONDS: '31536000', CORS_ORIGINS: 'https://editor.example' });

const UPGRADE = { connection: 'Upgrade', upgrade: 'websocket' };
const HANDSHAKE = { ...UPGRADE, 'sec-websocket-version': '13', 'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==' };

it.for([
  ['no HTTP', 'nonsense\r\n\r\n', 400],
  ['a request of two lengths', rawRequest('POST / HTTP/1.1', { 'content-length': '1', 'Content-Length': '2' }), 400],
  ['a head that is too large', rawRequest('GET / HTTP/1.1', { x: 'x'.repeat(20_000) }), 431],
  ['CONNECT', rawRequest('CONNECT gateway:1 HTTP/1.1'), 405],
  ['a malformed handshake', rawRequest('GET /graphql HTTP/1.1', UPGRADE), 400],
  ['a socket of another origin', rawRequest('GET /graphql HTTP/1.1', { ...HANDSHAKE, origin: 'https://evil.example' }), 403],
] as const)('to %s has the security headers of any other', async ([, request, status], { gateway }) => {
  const { status: found, headers } = await sendRaw(gateway.url, request);
  expect(found).toBe(status);
  expect(headers).toMatchObject({
    'strict-transport-security': 'max-age=31536000',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
});
