import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type GatewayProcess, startProcess } from '../support/process.ts';
import { restClient } from '../support/rest.ts';

const KEY = 'phx_durability_test_key_0001';
const SAVES_BEFORE_THE_END = 40;

describe('an embedded database', () => {
  let folder: string;
  let gateway: GatewayProcess;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'tour-gateway-durability-'));
    gateway = await startProcess({ DATA_DIR: folder, BOOTSTRAP_PERSONAL_API_KEY: KEY });
  });
  afterAll(async () => {
    await gateway.stop('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });

  it('refuses a second process, and says which one has it', async () => {
    await expect(startProcess({ DATA_DIR: folder })).rejects.toThrow(new RegExp(`${folder}.*${gateway.child.pid}`, 's'));
  });

  it('keeps every acknowledged save when its process is killed under a stream of them', async () => {
    const rest = restClient(gateway.url, KEY);
    const { body: tour } = await rest('POST', '1/product_tours/', { name: 'Durable' });
    const acknowledged: number[] = [];
    let saving = true;
    const writers = [0, 1, 2].map(async (writer) => {
      for (let n = writer; saving; n += 3) {
        const saved = await rest('PATCH', `1/product_tours/${tour.id}/draft/`, { content: { [`from${writer}`]: n } }).catch(() => null);
        if (saved?.status !== 200) return;
        acknowledged.push(n);
        if (acknowledged.length >= SAVES_BEFORE_THE_END && saving) {
          saving = false;
          gateway.child.kill('SIGKILL');
        }
      }
    });
    await Promise.all(writers);
    await gateway.stop('SIGKILL');
    expect(acknowledged.length).toBeGreaterThanOrEqual(SAVES_BEFORE_THE_END);

    gateway = await startProcess({ DATA_DIR: folder });
    const restarted = restClient(gateway.url, KEY);
    const { body } = await restarted('GET', `1/product_tours/${tour.id}/draft_status/`);
    expect(body.has_draft).toBe(true);
    const response = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${KEY}` },
      body: JSON.stringify({ query: `{ tour(id: "${tour.id}") { revision draft { content { raw } } } }` }),
    });
    const { data } = (await response.json()) as { data: { tour: { revision: number; draft: { content: { raw: object } } } } };
    // Revision 1 is the creation; a save that was not acknowledged may be there as well.
    expect(data.tour.revision).toBeGreaterThanOrEqual(1 + acknowledged.length);
    expect(Object.values(data.tour.draft.content.raw)).toHaveLength(1);
  });

  it('ends with 0 on SIGTERM, with an event stream open', async () => {
    const stream = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream', authorization: `Bearer ${KEY}` },
      body: JSON.stringify({ query: 'subscription { projectDraftsChanged(projectId: 1) { kind } }' }),
    });
    const [code, text] = await Promise.all([gateway.stop('SIGTERM'), stream.text()]);
    expect(code).toBe(0);
    expect(text).toContain('event: complete');
  });

  it('never writes a key into the log', async () => {
    gateway = await startProcess({ DATA_DIR: folder });
    const statuses: number[] = [];
    for (const request of [
      new Request(`${gateway.url}/api/projects/1/product_tours/?personal_api_key=${KEY}`),
      new Request(`${gateway.url}/api/projects/1/product_tours/`, { headers: { authorization: `Bearer ${KEY}` } }),
      new Request(`${gateway.url}/api/projects/1/product_tours/`, {
        method: 'POST',
        body: new URLSearchParams({ personal_api_key: KEY, name: 'Logged' }),
      }),
      new Request(`${gateway.url}/graphql?query={viewer{scopes}}`, { headers: { authorization: `Bearer ${KEY}` } }),
    ]) {
      statuses.push((await fetch(request)).status);
    }
    expect(statuses).toEqual([200, 200, 201, 200]);
    await gateway.stop('SIGTERM');
    const lines = gateway
      .output()
      .split('\n')
      .filter((line) => line.includes('"request"'));
    expect(lines.length).toBeGreaterThanOrEqual(4);
    expect(gateway.output()).not.toContain(KEY);
  });
});
