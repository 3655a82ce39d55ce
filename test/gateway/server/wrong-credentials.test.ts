import { describe, expect } from 'vitest';
import { createWrongCredentials } from '../../../src/limits/wrong-credentials.ts';
import { addressBlock } from '../../../src/server/ip-address.ts';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { openRawSocket } from '../../support/raw-socket.ts';

const it = gatewayTest({ MAX_WRONG_CREDENTIALS_PER_MINUTE: '20', TRUST_PROXY: 'loopback' });
let gateway: TestApp;

it.beforeAll(({ gateway: started }) => {
  gateway = started;
});

const from = (address: string, key: string) => ({ 'x-forwarded-for': address, authorization: `Bearer ${key}` });

async function exhaust(address: string, path = '/api/projects/1/product_tours/'): Promise<number[]> {
  const statuses = [];
  for (let n = 0; n < 25; n++) statuses.push((await fetch(`${gateway.url}${path}`, { headers: from(address, `phx_wrong_${n}`) })).status);
  return statuses;
}

describe('wrong credentials', () => {
  it('are limited for each address, while good ones go on', async () => {
    expect((await gateway.rest('GET', '1/product_tours/')).status).toBe(200);
    const statuses = await exhaust('192.0.2.1');
    expect(statuses).toEqual([...Array(20).fill(401), ...Array(5).fill(429)]);
    const limited = await gateway.rest('GET', '1/product_tours/', undefined, from('192.0.2.1', 'phx_other'));
    expect(limited).toMatchObject({ status: 429, body: { type: 'throttled_error', code: 'throttled' } });
    expect(Number(limited.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await gateway.rest('GET', '1/product_tours/', undefined, from('192.0.2.1', gateway.key))).status).toBe(200);
    expect((await gateway.rest('GET', '1/product_tours/', undefined, from('192.0.2.2', 'phx_other'))).status).toBe(401);
  });

  it('in the body and the query count too', async () => {
    for (let n = 0; n < 20; n++)
      await fetch(`${gateway.url}/api/projects/1/product_tours/?personal_api_key=phx_${n}`, {
        headers: { 'x-forwarded-for': '192.0.2.3' },
      });
    const response = await fetch(`${gateway.url}/api/projects/1/product_tours/`, {
      method: 'POST',
      headers: { 'x-forwarded-for': '192.0.2.3', 'content-type': 'application/json' },
      body: '{"personal_api_key":"phx_wrong"}',
    });
    expect(response.status).toBe(429);
  });

  it('are limited by GraphQL and on sockets as well', async () => {
    await exhaust('192.0.2.4', '/graphql?query=%7B__typename%7D');
    const headers = from('192.0.2.4', 'phx_wrong');
    const response = await fetch(`${gateway.url}/graphql?query=%7B__typename%7D`, { headers });
    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { code: 'RATE_LIMITED', retryAfterSeconds: expect.any(Number) } }],
    });
    expect(response.headers.has('retry-after')).toBe(true);
    const socket = await openRawSocket(gateway.url, 'phx_wrong', undefined, { headers: { 'x-forwarded-for': '192.0.2.4' } });
    expect(await socket.closed).toEqual({ code: 4429, reason: 'Too many wrong credentials were sent from this address' });
  });

  it('are not counted where there are none', async () => {
    for (let n = 0; n < 30; n++)
      expect((await fetch(`${gateway.url}/api/projects/1/product_tours/`, { headers: { 'x-forwarded-for': '192.0.2.5' } })).status).toBe(
        401,
      );
  });
});

describe('the count', () => {
  it('ends after a minute, and is shared by an IPv6 network', () => {
    let now = 0;
    const wrong = createWrongCredentials(2, addressBlock, () => new Date(now));
    wrong.count('2001:db8::1');
    wrong.count('2001:db8::2');
    expect(wrong.wait('2001:db8::3')).toBe(60_000);
    expect(wrong.wait('2001:db8:0:1::1')).toBe(0);
    now = 60_000;
    expect(wrong.wait('2001:db8::3')).toBe(0);
  });

  it('forgets the addresses that have been quiet longest', () => {
    const wrong = createWrongCredentials(1, addressBlock, () => new Date(0));
    wrong.count('192.0.2.1');
    for (let n = 0; n < 20_000; n++) wrong.count(`2001:db8:${n.toString(16)}::1`);
    expect(wrong.wait('192.0.2.1')).toBe(0);
    expect(wrong.wait('2001:db8:4e1f::1')).toBeGreaterThan(0);
  });
});
