import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { addToken } from '../../support/access-token.ts';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { operationsOf, readDocument } from '../../support/openapi.ts';
import { NO_ACTION } from '../../support/problem-body.ts';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND', 'REPORT'];

const it = gatewayTest();
let gateway: TestApp;
it.beforeAll(({ gateway: started }) => {
  gateway = started;
});

it('tells a key or a token that a method has no action with 403, never with 405', async () => {
  const secured = operationsOf(await readDocument(gateway.url)).filter(({ security }) => security.length > 0);
  const paths = [...new Set(secured.map(({ path }) => path))];
  expect(paths.length).toBeGreaterThanOrEqual(8);
  let refusals = 0;
  for (const secret of [gateway.key, (await addToken(gateway, { userId: 1 })).secret]) {
    for (const path of paths) {
      const url = gateway.url + path.replace('{project_id}', String(gateway.projectId)).replace('{id}', randomUUID());
      const served = secured.filter((operation) => operation.path === path).map(({ method }) => method);
      for (const method of METHODS) {
        const answer = await fetch(url, { method, headers: { authorization: `Bearer ${secret}` } });
        const text = await answer.text();
        expect(answer.status, `${method} ${path}`).not.toBe(405);
        if (served.includes(method) || method === 'OPTIONS' || (method === 'HEAD' && served.includes('GET'))) continue;
        expect(answer.status, `${method} ${path}`).toBe(403);
        if (method !== 'HEAD') expect(JSON.parse(text)).toEqual(NO_ACTION);
        refusals += 1;
      }
    }
  }
  expect(refusals).toBeGreaterThan(80);
});
