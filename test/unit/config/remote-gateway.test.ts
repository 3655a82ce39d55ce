import { expect, it } from 'vitest';
import { loadRemoteGateway } from '../../../src/config/remote-gateway.ts';
import { ConfigError } from '../../../src/config.ts';

const KEY = 'phx_remote_test_key_000001';

it.each([
  ['http://127.0.0.1:4000', 'http://127.0.0.1:4000'],
  ['https://tours.example.com/', 'https://tours.example.com'],
  ['https://example.com/gw/', 'https://example.com/gw'],
  ['https://example.com/gw/graphql', 'https://example.com/gw'],
  [' https://example.com/gw/graphql/ ', 'https://example.com/gw'],
])('reads the gateway at %s', (given, url) => {
  expect(loadRemoteGateway({ TOUR_GATEWAY_URL: given, TOUR_GATEWAY_KEY: ` ${KEY}\n` })).toEqual({ url, key: KEY });
});

it('is nothing without settings', () => {
  expect(loadRemoteGateway({})).toBeNull();
  expect(loadRemoteGateway({ TOUR_GATEWAY_URL: ' ', TOUR_GATEWAY_KEY: '' })).toBeNull();
});

it.each([
  [{ TOUR_GATEWAY_KEY: KEY }, ['TOUR_GATEWAY_URL: is not set, but TOUR_GATEWAY_KEY is']],
  [{ TOUR_GATEWAY_URL: 'http://127.0.0.1:4000' }, [/^TOUR_GATEWAY_KEY: is not set/]],
  [
    { TOUR_GATEWAY_URL: '127.0.0.1:4000', TOUR_GATEWAY_KEY: KEY },
    [/^TOUR_GATEWAY_URL: "127.0.0.1:4000" cannot be used, expected the http/],
  ],
  [{ TOUR_GATEWAY_URL: 'https://example.com/?a=b', TOUR_GATEWAY_KEY: KEY }, [/^TOUR_GATEWAY_URL: .*without user, query or fragment/]],
  [{ TOUR_GATEWAY_URL: 'https://me:hunter2@example.com', TOUR_GATEWAY_KEY: KEY }, [/^TOUR_GATEWAY_URL: its value \(not shown\)/]],
  [
    { TOUR_GATEWAY_URL: 'https://example.com', TOUR_GATEWAY_KEY: 'hunter2 hunter2' },
    [/^TOUR_GATEWAY_KEY: its value \(secret, not shown\)/],
  ],
])('refuses %j', (env, problems) => {
  let found: unknown;
  try {
    loadRemoteGateway(env as Record<string, string>);
  } catch (error) {
    found = error;
  }
  expect(found).toBeInstanceOf(ConfigError);
  expect((found as ConfigError).problems).toEqual(problems.map((problem) => expect.stringMatching(problem)));
  expect((found as ConfigError).message).not.toContain('hunter2');
});
