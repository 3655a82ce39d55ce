import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { newProject } from '../../support/new-project.ts';

let gateway: TestApp;

beforeAll(async () => {
  gateway = await startTestApp();
});
afterAll(() => gateway.stop());

it('opens a new project to its creator at once', async () => {
  for (let n = 0; n < 30; n++) {
    const projectId = await newProject(gateway.graphql);
    const created = await gateway.rest('POST', `${projectId}/product_tours/`, { name: 'First' });
    expect([created.status, created.text]).toEqual([201, expect.any(String)]);
  }
});
