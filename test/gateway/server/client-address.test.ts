import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import type { TrustProxy } from '../../../src/config/trust-proxy.ts';
import { createClientReader } from '../../../src/server/client.ts';
import { addressBlock, parseAddress } from '../../../src/server/ip-address.ts';

function read(trust: TrustProxy, remoteAddress: string, headers: Record<string, string>, onIgnored = () => {}) {
  return createClientReader(trust, onIgnored)({ socket: { remoteAddress }, headers } as unknown as IncomingMessage);
}

describe('the client', () => {
  it.each<[string, TrustProxy, string, Record<string, string>, string]>([
    ['is the peer without a proxy', null, '::ffff:192.0.2.1', { 'x-forwarded-for': '10.0.0.1' }, '192.0.2.1'],
    [
      'is the peer that is not trusted',
      ['10.0.0.0/8'],
      '192.0.2.1',
      { 'x-forwarded-for': '1.1.1.1', forwarded: 'for=1.1.1.1' },
      '192.0.2.1',
    ],
    ['is what the only proxy reports', 1, '10.0.0.1', { 'x-forwarded-for': '192.0.2.1' }, '192.0.2.1'],
    ['is not what a client has made up before it', 1, '10.0.0.1', { 'x-forwarded-for': '1.1.1.1, 192.0.2.1' }, '192.0.2.1'],
    ['is what the second of two proxies reports', 2, '10.0.0.1', { 'x-forwarded-for': '1.1.1.1, 192.0.2.1, 10.0.0.2' }, '192.0.2.1'],
    ['is the first that is not trusted', ['10.0.0.0/8'], '10.0.0.1', { 'x-forwarded-for': '1.1.1.1, 192.0.2.1, 10.0.0.2' }, '192.0.2.1'],
    [
      'is the last of a chain in which all are trusted',
      ['uniquelocal'],
      '10.0.0.1',
      { 'x-forwarded-for': '10.0.0.3, 10.0.0.2' },
      '10.0.0.3',
    ],
    ['may come with a port', 1, '127.0.0.1', { 'x-forwarded-for': '192.0.2.1:4711' }, '192.0.2.1'],
    ['may be IPv6 in brackets', 1, '127.0.0.1', { 'x-forwarded-for': '[2001:db8::1]:4711' }, '2001:db8::1'],
    ['is the proxy when it reports no address', 1, '127.0.0.1', { 'x-forwarded-for': 'unknown' }, '127.0.0.1'],
    ['may come in the standard header', 1, '127.0.0.1', { forwarded: 'for=1.1.1.1, for="[2001:db8::1]:80";proto=https' }, '2001:db8::1'],
    ['may be hidden there', 1, '127.0.0.1', { forwarded: 'for=_hidden' }, '127.0.0.1'],
    [
      'is the proxy when its headers contradict each other',
      1,
      '127.0.0.1',
      { forwarded: 'for=1.1.1.1', 'x-forwarded-for': '192.0.2.1' },
      '127.0.0.1',
    ],
    [
      'is the proxy when a client has made the header malformed to which it adds',
      1,
      '127.0.0.1',
      { forwarded: 'for=", for=192.0.2.1', 'x-forwarded-for': '1.1.1.1' },
      '127.0.0.1',
    ],
  ])('%s', (_, trust, peer, headers, address) => {
    expect(read(trust, peer, headers).address).toBe(address);
  });

  it('reaches the gateway as trusted proxies say', () => {
    const headers = { 'x-forwarded-for': '192.0.2.1', 'x-forwarded-proto': 'https', 'x-forwarded-host': 'tours.example:8443' };
    expect(read(1, '127.0.0.1', headers)).toEqual({ address: '192.0.2.1', scheme: 'https', host: 'tours.example:8443' });
    expect(read(null, '127.0.0.1', headers)).toEqual({ address: '127.0.0.1', scheme: null, host: null });
    const standard = { forwarded: 'for=192.0.2.1;proto=https;host=tours.example' };
    expect(read(1, '127.0.0.1', standard)).toEqual({ address: '192.0.2.1', scheme: 'https', host: 'tours.example' });
  });

  it('cannot make up scheme and host before a proxy that adds its own', () => {
    const headers = {
      'x-forwarded-for': '1.1.1.1, 192.0.2.1',
      'x-forwarded-proto': 'http, https',
      'x-forwarded-host': 'evil.example, tours.example',
    };
    expect(read(1, '127.0.0.1', headers)).toEqual({ address: '192.0.2.1', scheme: 'https', host: 'tours.example' });
  });

  it('cannot send a scheme or host that is none', () => {
    const headers = { 'x-forwarded-for': '192.0.2.1', 'x-forwarded-proto': 'javascript', 'x-forwarded-host': 'a b/"' };
    expect(read(1, '127.0.0.1', headers)).toEqual({ address: '192.0.2.1', scheme: null, host: null });
  });
});

it('warns once of forwarding headers when no proxy is trusted', () => {
  let warnings = 0;
  const reader = createClientReader(null, () => {
    warnings += 1;
  });
  const request = (headers: Record<string, string>) => ({ socket: { remoteAddress: '127.0.0.1' }, headers }) as unknown as IncomingMessage;
  reader(request({}));
  expect(warnings).toBe(0);
  reader(request({ 'x-forwarded-proto': 'https' }));
  reader(request({ forwarded: 'for=1.1.1.1' }));
  expect(warnings).toBe(1);
});

it('reads addresses, and knows what shares a budget with them', () => {
  expect(
    ['192.0.2.1', '::ffff:192.0.2.1', 'fe80::1%eth0', '[::1]', '192.0.2.1:80', '1', '', 'a.example', '1.2.3.4.5'].map(parseAddress),
  ).toEqual(['192.0.2.1', '192.0.2.1', 'fe80::1', '::1', '192.0.2.1', null, null, null, null]);
  expect(['192.0.2.1', '2001:db8::5', 'unknown'].map(addressBlock)).toEqual(['192.0.2.1', '2001:db8::/64', 'unknown']);
});
