import { serverAudits } from 'graphql-http';
import { describe, expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';

let url = '';
const AUDITS = serverAudits({ url: () => `${url}/graphql`, fetchFn: fetch });

const it = gatewayTest();

describe('GraphQL over HTTP', () => {
  let gateway: TestApp;
  it.beforeAll(async ({ gateway: started }) => {
    gateway = started;
    url = gateway.url;
  });

  it('is audited in every respect, in those that a server may leave out as well', () => {
    const count = (word: string) => AUDITS.filter(({ name }) => name.startsWith(word)).length;
    expect([AUDITS.length, count('MUST'), count('SHOULD'), count('MAY')]).toEqual([61, 13, 23, 25]);
  });

  it.each(AUDITS.map((audit) => [audit.name, audit] as const))('%s', async (_, audit) => {
    const result = await audit.fn();
    expect(result.status, 'reason' in result ? result.reason : '').toBe('ok');
  });

  it('answers the same on the short way and on the long one', async () => {
    const send = async (headers: Record<string, string>, body: string) => {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { authorization: `Bearer ${gateway.key}`, ...headers },
        body,
      });
      return { status: response.status, body: await response.json() };
    };
    const query = '{ viewer { scopes projects { name } } }';
    const short = await send({ 'content-type': 'application/json' }, JSON.stringify({ query }));
    // Extensions, and a media type with preferences, are Yoga's.
    const long = await send(
      { 'content-type': 'application/json', accept: 'text/plain;q=0.1, application/json;q=0.9' },
      JSON.stringify({ query, extensions: { any: 1 } }),
    );
    expect(short).toMatchObject({ status: 200, body: { data: { viewer: { scopes: ['*', 'installation'] } } } });
    expect(long).toEqual(short);
  });

  it('shows GraphiQL to a browser, with nothing from elsewhere', async () => {
    const response = await fetch(`${url}/graphql`, { headers: { accept: 'text/html' } });
    const page = await response.text();
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(page).toContain('GraphiQL');
    expect([...page.matchAll(/<(?:script|link)[^>]+(?:src|href)="https?:/g)]).toEqual([]);
  });
});
