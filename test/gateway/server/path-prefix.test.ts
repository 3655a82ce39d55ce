import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { type PrefixProxy, startPrefixProxy } from '../../support/prefix-proxy.ts';
import { restClient } from '../../support/rest.ts';
import { restTours } from '../../support/rest-tours.ts';
import { subscribe } from '../../support/socket.ts';

let proxy: PrefixProxy;
let gateway: TestApp;
let target = '';

beforeAll(async () => {
  proxy = await startPrefixProxy('/gw', () => target);
  gateway = await startTestApp({ PUBLIC_URL: proxy.url });
  target = gateway.url;
});
afterAll(async () => {
  await gateway?.stop();
  await proxy?.close();
});

/** The addresses that a page links to and loads, as a browser resolves them. */
async function linksOf(url: string): Promise<string[]> {
  const response = await fetch(url, { headers: { accept: 'text/html' } });
  expect(response.status).toBe(200);
  const links = [...(await response.text()).matchAll(/(?:href|src)="([^"#]+)"/g)].map(
    ([, link]) => new URL(String(link), response.url).href,
  );
  return links.filter((link) => link.startsWith('http'));
}

describe('behind a path prefix', () => {
  it.each(['/docs', '/docs/', '/graphql', '/graphql/'])('everything that %s links to is there', async (path) => {
    const links = await linksOf(`${proxy.url}${path}`);
    expect(links.length).toBeGreaterThanOrEqual(2);
    for (const link of links) expect((await fetch(link, { headers: { accept: 'text/html' } })).status, link).toBe(200);
  });

  it('pages work without the proxy, too', async () => {
    for (const path of ['/docs', '/docs/', '/graphql', '/graphql/'])
      for (const link of await linksOf(`${gateway.url}${path}`))
        expect((await fetch(link, { headers: { accept: 'text/html' } })).status, link).toBe(200);
  });

  it('the root leads to a page below it', async () => {
    const response = await fetch(`${proxy.url}/`, { headers: { accept: 'text/html' } });
    expect(response.status).toBe(200);
    expect(response.url.startsWith(`${proxy.url}/`)).toBe(true);
  });

  it('next, previous and the servers of the OpenAPI document have it', async () => {
    const tours = restTours(gateway, gateway.projectId);
    for (let n = 0; n < 3; n++) await tours.create();
    const rest = restClient(proxy.url, gateway.key);
    const { body } = await rest('GET', `${gateway.projectId}/product_tours/?limit=1&offset=1`);
    for (const link of [body.next, body.previous]) {
      expect(link.startsWith(`${proxy.url}/api/projects/`)).toBe(true);
      expect((await fetch(link, { headers: { authorization: `Bearer ${gateway.key}` } })).status).toBe(200);
    }
    const document = (await (await fetch(`${proxy.url}/openapi.json`)).json()) as { servers: { url: string }[] };
    expect(document.servers).toEqual([{ url: proxy.url }]);
    expect(await (await fetch(`${proxy.url}/docs`)).text()).toContain(`export URL=${proxy.url} `);
  });

  it('subscriptions run over WebSockets', async () => {
    const subscription = subscribe<{ kind: string }>(
      proxy.url,
      gateway.key,
      'subscription ($id: Int!) { projectDraftsChanged(projectId: $id) { kind } }',
      {
        id: gateway.projectId,
      },
    );
    expect(await subscription.next()).toMatchObject({ kind: 'SNAPSHOT' });
    await subscription.close();
  });

  it('a proxy that passes the prefix on is named as the mistake', async () => {
    const { detail } = (await (await fetch(`${gateway.url}/gw/docs`)).json()) as { detail: string };
    expect(detail).toBe('Nothing is served at /gw/docs. The proxy must remove the path of PUBLIC_URL, /gw, from requests.');
  });
});
