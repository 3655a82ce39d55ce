import { expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { newProject } from '../../support/new-project.ts';

const it = gatewayTest();
let gateway: TestApp;

it.beforeAll(({ gateway: started }) => {
  gateway = started;
});

it('opens a new project to its creator at once', async () => {
  for (let n = 0; n < 30; n++) {
    const projectId = await newProject(gateway.graphql);
    const created = await gateway.rest('POST', `${projectId}/product_tours/`, { name: 'First' });
    expect([created.status, created.text]).toEqual([201, expect.any(String)]);
  }
});
