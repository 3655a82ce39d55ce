import { describe, expect } from 'vitest';
import packageJson from '../../../package.json' with { type: 'json' };
import { startTestApp, type TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';

const it = gatewayTest();
let gateway: TestApp;

it.beforeAll(({ gateway: started }) => {
  gateway = started;
});

const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8';

const get = (path: string, accept?: string, url = gateway.url) =>
  fetch(url + path, { redirect: 'manual', ...(accept !== undefined && { headers: { accept } }) });

/** The paths that the page leads to, for a browser that sees it at an address. */
async function linksOf(url: string, address = `${url}/`): Promise<string[]> {
  const page = await (await get('/', BROWSER, url)).text();
  return [...page.matchAll(/href="([^"]*)"/g)].map(([, href]) => new URL(href as string, address).pathname);
}

describe('the page at the root', () => {
  it('says what this is and that the database responds, and leads only to what is there', async () => {
    const response = await get('/', BROWSER);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('vary')).toContain('accept');
    expect(await response.text()).toMatch(/<h1>Tour gateway.*The database responds\./s);
    const links = await linksOf(gateway.url);
    expect(links).toEqual(['/favicon.ico', '/docs', '/graphql', '/openapi.json']);
    for (const link of links) expect((await get(link, BROWSER)).status, link).toBe(200);
  });

  it('runs nothing, loads nothing but its icon, and is framed by no one', async () => {
    const policy = (await get('/', BROWSER)).headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/]+='; img-src 'self'; .*frame-ancestors 'none'$/);
    expect(await (await get('/', BROWSER)).text()).not.toMatch(/<script|style="/);
  });

  it.each([undefined, '*/*', 'application/json', 'application/json, text/html;q=0.5', 'text/html;q=0', 'image/png'])(
    'is JSON for a client that accepts %s',
    async (accept) => {
      const response = await get('/', accept);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
      expect(await response.json()).toEqual({
        name: 'Tour gateway',
        version: packageJson.version,
        database: 'responds',
        links: { documentation: '/docs', graphql: '/graphql', openapi: '/openapi.json', health: '/health/ready' },
      });
    },
  );

  it('answers HEAD with the head alone, and other methods with 405', async () => {
    const [page, head] = [await get('/', BROWSER), await fetch(`${gateway.url}/`, { method: 'HEAD', headers: { accept: BROWSER } })];
    expect(head.status).toBe(200);
    expect(head.headers.get('content-length')).toBe(page.headers.get('content-length'));
    expect(await head.text()).toBe('');
    const refused = await fetch(`${gateway.url}/`, { method: 'POST' });
    expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  it('leads to the paths behind the prefix of PUBLIC_URL, and to no GraphiQL where that is off', async () => {
    const behind = await startTestApp({ PUBLIC_URL: 'https://tours.example.com/gw/', GRAPHIQL: 'off' });
    expect(await linksOf(behind.url, 'https://tours.example.com/gw/')).toEqual(['/gw/favicon.ico', '/gw/docs', '/gw/openapi.json']);
    const { links } = (await (await get('/', '*/*', behind.url)).json()) as { links: { documentation: string } };
    expect(links.documentation).toBe('https://tours.example.com/gw/docs');
    await behind.stop();
  });

  it('says that the database does not respond', async () => {
    const lost = await startTestApp();
    await lost.app.db.close();
    const response = await get('/', BROWSER, lost.url);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('The database does not respond.');
    expect(await (await get('/', '*/*', lost.url)).json()).toMatchObject({ database: 'does not respond' });
    await lost.stop();
  });
});

describe('/favicon.ico', () => {
  it('is an icon that caches keep', async () => {
    const response = await get('/favicon.ico');
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/svg+xml']);
    expect(response.headers.get('cache-control')).toMatch(/^public, max-age=\d+$/);
    expect(await response.text()).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" .*<\/svg>$/);
    const again = await fetch(`${gateway.url}/favicon.ico`, { headers: { 'if-none-match': response.headers.get('etag') as string } });
    expect(again.status).toBe(304);
  });
});
