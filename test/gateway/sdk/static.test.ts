import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';
import { expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { sdkRequest } from '../../support/sdk.ts';

const it = gatewayTest();
let app: TestApp;
it.beforeAll(({ gateway: started }) => {
  app = started;
});

const dist = path.dirname(createRequire(import.meta.url).resolve('posthog-js'));
const { version } = JSON.parse(readFileSync(path.join(dist, '../package.json'), 'utf8'));

it('serves the unmodified scripts of the package, to pages of any origin', async () => {
  for (const name of ['array.js', 'array.full.js', 'product-tours.js', 'product-tours-preview.js']) {
    const { status, headers, text } = await sdkRequest(app.url, `/static/${name}?v=${version}`, {
      headers: { origin: 'https://shop.example' },
    });
    expect([status, headers.get('content-type')], name).toEqual([200, 'application/javascript; charset=utf-8']);
    expect(headers.get('access-control-allow-origin')).toBe('https://shop.example');
    expect(text).toBe(readFileSync(path.join(dist, name), 'utf8'));
  }
});

it('lets versioned addresses be kept for ever, and the others be asked for again', async () => {
  const versioned = await sdkRequest(app.url, `/static/${version}/product-tours.js`);
  expect([versioned.status, versioned.headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
  const plain = await sdkRequest(app.url, '/static/product-tours.js');
  expect(plain.headers.get('cache-control')).toBe('public, max-age=300');
  const etag = plain.headers.get('etag') ?? '';
  expect((await sdkRequest(app.url, '/static/product-tours.js', { headers: { 'if-none-match': etag } })).status).toBe(304);
});

it('serves pages that still run, or name, another version of the same major with the present scripts, for a short while', async () => {
  const [major] = version.split('.');
  for (const other of [`${major}.0.0`, `${major}.999.1`, `${major}.7`, major]) {
    const { status, headers, text } = await sdkRequest(app.url, `/static/${other}/product-tours.js`);
    expect([status, headers.get('cache-control')], other).toEqual([200, 'public, max-age=300']);
    expect(text).toBe(readFileSync(path.join(dist, 'product-tours.js'), 'utf8'));
  }
  for (const strange of [`${Number(major) + 1}.0.0`, '0.9.9', `${major}.x`, `${major}.0.0.0`, `${version}x`, `0${version}`, 'latest', 'v1'])
    expect((await sdkRequest(app.url, `/static/${strange}/product-tours.js`)).status, strange).toBe(404);
  expect((await sdkRequest(app.url, `/static/${major}.0.0/no-such-file.js`)).status).toBe(404);
  expect((await sdkRequest(app.url, `/static/${version}/${version}/array.js`)).status).toBe(404);
});

it('serves nothing but those scripts', async () => {
  const paths = [
    '/static/../package.json',
    '/static/..%2fpackage.json',
    '/static/%2e%2e/package.json',
    `/static/${version}/../../package.json`,
    '/static//etc/passwd',
    '/static/./array.js',
    '/static/constructor',
    '/static/array.js.map',
    `/static/${version}/product-tours.js.map`,
    '/static/module.mjs',
    '/static/module.d.ts',
    '/static/%00',
  ];
  for (const address of paths) expect(await rawStatus(address), address).toBe(404);
});

/** Sends a path as it stands, which fetch would tidy up. */
function rawStatus(address: string): Promise<number | undefined> {
  const { hostname, port } = new URL(app.url);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path: address }, (response) => response.resume().once('end', () => resolve(response.statusCode)))
      .once('error', reject)
      .end();
  });
}
