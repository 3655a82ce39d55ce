import { randomUUID } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenapiDocument } from '../../../src/openapi/document.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { newProject } from '../../support/new-project.ts';
import { type Answers, checkedAnswers, operationsOf, readDocument, type ServedOperation } from '../../support/openapi.ts';
import { addOrganization, allowKeys } from '../../support/organizations.ts';
import { addPerson } from '../../support/people.ts';
import { rawRequest, sendRaw } from '../../support/raw-http.ts';
import { SAMPLE_TOURS } from '../../support/tours.ts';

/** What the front door cannot be brought to answer: the database would have to be away, or the server at fault. */
const OUT_OF_REACH = /^(?!product_tours_generate_create 500).* 50[03]$/;

const time = fakeClock();
let gateway: TestApp;
let document: OpenapiDocument;
let answers: Answers;

beforeAll(async () => {
  const outside: Parameters<typeof startTestApp>[1] = {
    clock: time.clock,
    async *contentWriter({ title, steps }) {
      if (title === 'Unwritable') throw new Error('The writer is broken.');
      for (const { index } of steps) yield { index, title: 'Say hello', description: 'It takes a minute.' };
    },
  };
  gateway = await startTestApp({ RATE_LIMIT: 'on' }, outside);
  document = await readDocument(gateway.url);
  answers = checkedAnswers(document);
});
afterAll(() => gateway.stop());

interface Sent {
  method?: string;
  body?: unknown;
  key?: string | null;
  headers?: Record<string, string>;
}

/** A request below /api/projects/; an answer that the document does not announce throws. */
async function send(path: string, { method = 'GET', body, key = gateway.key, headers = {} }: Sent = {}): Promise<Response> {
  return answers.fetch(`${gateway.url}/api/projects/${path}`, {
    method,
    headers: {
      ...(key !== null && { authorization: `Bearer ${key}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    body: body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body),
  });
}

interface Place {
  project?: string;
  /** The id in the path. */
  item?: (tag: string) => string;
}

/** Of something that there is not, except where the path allows one value. */
const ITEMS: Record<string, () => string> = {
  product_tours: () => randomUUID(),
  feature_flags: () => '999999',
  projects: () => String(gateway.projectId),
  users: () => '@me',
};

const IN_PROJECT = ['product_tours', 'activity_log', 'feature_flags'];
const EVERYWHERE = [...IN_PROJECT, 'projects', 'users'];

/** Relative to /api/projects/. */
function addressOf({ path, tags }: ServedOperation, { project = String(gateway.projectId), item }: Place = {}): string {
  const [tag = ''] = tags;
  return path
    .replace('{project_id}', project)
    .replace('{id}', item?.(tag) ?? ITEMS[tag]?.() ?? '')
    .replace(/^\/api\/(projects\/)?/, (_, inProjects) => (inProjects ? '' : '../'));
}

function keyedOperations(tags: string[] = EVERYWHERE): ServedOperation[] {
  return operationsOf(document).filter((operation) => operation.security.length > 0 && tags.includes(operation.tags[0] ?? ''));
}

/** What a request with the path of each of these operations gets. */
async function sendEverywhere(status: number, sent: Sent, { tags, ...place }: Place & { tags?: string[] } = {}): Promise<void> {
  for (const operation of keyedOperations(tags)) {
    const address = addressOf(operation, place);
    expect((await send(address, { method: operation.method, ...sent })).status, `${operation.method} ${address}`).toBe(status);
  }
}

const tours = () => `${gateway.projectId}/product_tours/`;

async function create(fields: object = {}): Promise<{ id: string; internal_targeting_flag: { key: string } | null }> {
  const response = await send(tours(), { method: 'POST', body: { name: `Tour ${randomUUID()}`, ...fields } });
  expect(response.status).toBe(201);
  return (await response.json()) as never;
}

async function createFlag(): Promise<{ id: number }> {
  const response = await send(`${gateway.projectId}/feature_flags/`, { method: 'POST', body: { key: `flag-${randomUUID()}` } });
  expect(response.status).toBe(201);
  return (await response.json()) as never;
}

describe('what the document announces is what comes', () => {
  it('of tours with everything in them', async () => {
    for (const { start_date, end_date, ...sample } of SAMPLE_TOURS) {
      const { id } = await create({ ...sample, auto_launch: true });
      await send(`${tours()}${id}/`, { method: 'PATCH', body: { creation_context: 'toolbar', description: 'Changed' } });
      await send(`${tours()}${id}/draft/`, { method: 'PATCH', body: { name: null, content: {}, targeting_flag_filters: null } });
      await send(`${tours()}${id}/`);
      await send(`${tours()}${id}/draft_status/`);
      await send(`${tours()}${id}/discard_draft/`, { method: 'DELETE' });
      await send(`${tours()}${id}/publish_draft/`, { method: 'POST', body: { description: 'Published' } });
    }
    expect(SAMPLE_TOURS.length).toBeGreaterThanOrEqual(6);
    const page = await send(`${tours()}?limit=2&offset=1`);
    expect(await page.json()).toMatchObject({ next: expect.any(String), previous: expect.any(String) });
    await send(`${tours()}?search=tour`);
    const { id } = await create();
    expect((await send(`${tours()}${id}/`, { method: 'DELETE' })).status).toBe(204);
    await send(`${gateway.projectId}/activity_log/?scope=ProductTour&limit=100`);
  });

  it('of linked flags', async () => {
    const { createFeatureFlag } = await gateway.graphql(
      `mutation ($input: CreateFeatureFlagInput!) {
        createFeatureFlag(input: $input) { ... on CreateFeatureFlagSuccess { featureFlag { databaseId } } ... on Error { message } }
      }`,
      { input: { projectId: gateway.projectId, key: 'beta', name: 'Beta', active: true } },
    );
    const { id } = await create({ linked_flag_id: createFeatureFlag.featureFlag.databaseId });
    expect(await (await send(`${tours()}${id}/`)).json()).toMatchObject({ linked_flag: { key: 'beta' } });
  });

  it('when the client has it already, or the tour is not in the state that is wanted', async () => {
    const { id } = await create();
    for (const path of [tours(), `${tours()}${id}/`, `${tours()}${id}/draft_status/`]) {
      const etag = String((await send(path)).headers.get('etag'));
      expect((await send(path, { headers: { 'if-none-match': etag } })).status).toBe(304);
    }
    for (const [method, step] of [
      ['PATCH', ''],
      ['DELETE', ''],
      ['DELETE', 'discard_draft/'],
      ['PATCH', 'draft/'],
      ['POST', 'publish_draft/'],
    ] as const) {
      for (const headers of [
        { 'if-match': '"0"' },
        { 'if-match': '"7"' },
        { 'if-match': '"of-something-else"' },
        { 'if-none-match': '*' },
      ]) {
        const stale = { method, headers, ...(method !== 'DELETE' && { body: { name: 'Other' } }) };
        expect((await send(`${tours()}${id}/${step}`, stale)).status, `${method} ${step} ${JSON.stringify(headers)}`).toBe(412);
      }
    }
  });

  it('when there is a draft, and handling is to be strict', async () => {
    const { id } = await create();
    await send(`${tours()}${id}/draft/`, { method: 'PATCH', body: { name: 'Drafted' } });
    const strict = { method: 'PATCH', headers: { prefer: 'handling=strict' }, body: { description: 'Direct' } };
    expect((await send(`${tours()}${id}/`, strict)).status).toBe(409);
  });

  it('when an Idempotency-Key was used for another request', async () => {
    const { id } = await create();
    for (const path of [tours(), `${tours()}${id}/publish_draft/`]) {
      const keyed = (name: string) => send(path, { method: 'POST', headers: { 'idempotency-key': 'used' }, body: { name } });
      expect((await keyed(`Keyed ${randomUUID()}`)).ok, path).toBe(true);
      expect((await keyed(`Keyed ${randomUUID()}`)).status, path).toBe(422);
    }
  });

  it('of generate', async () => {
    const { id } = await create();
    const generate = (body: object) => send(`${tours()}${id}/generate/`, { method: 'POST', body });
    const steps = [{ id: 'hello', type: 'modal' }];
    expect(await (await generate({ steps })).json()).toEqual({ error: expect.stringContaining('must be approved') });
    await gateway.graphql(
      'mutation ($input: UpdateProjectInput!) { updateProject(input: $input) { __typename ... on Error { message } } }',
      { input: { id: gateway.projectId, aiDataProcessingApproved: true } },
    );
    expect(await (await generate({ steps })).json()).toMatchObject({ steps: [{ step_id: 'hello' }] });
    expect((await generate({})).status).toBe(400);
    expect((await generate({ title: 'Unwritable', steps })).status).toBe(500);
  });

  it('of bodies that are wrong', async () => {
    const { id } = await create();
    const flag = await createFlag();
    const item = (tag: string) => ({ product_tours: id, feature_flags: String(flag.id), users: '@me' })[tag] ?? '';
    for (const operation of keyedOperations().filter(({ requestBody }) => requestBody)) {
      const { method } = operation;
      const address = addressOf(operation, { item });
      const wrong = { content: 'none', steps: [], filters: [], set_current_team: 0 };
      for (const body of ['name=string', wrong, 'null', '[]']) {
        expect((await send(address, { method, body })).status, `${method} ${address} ${body}`).toBe(400);
      }
      expect((await send(address, { method, body: 'a', headers: { 'content-type': 'text/plain' } })).status).toBe(415);
    }
    const { id: other } = await create();
    expect(await (await send(`${tours()}${other}/publish_draft/`, { method: 'POST' })).json()).toEqual({ detail: 'No draft to publish.' });
    expect((await send(`${tours()}?search=${'x'.repeat(201)}`)).status).toBe(400);
  });

  it('of requests that may not be', async () => {
    await sendEverywhere(401, { key: null });
    for (const key of ['phx_nothing', 'pha_nothing']) await sendEverywhere(401, { key });
    await sendEverywhere(406, { headers: { accept: 'text/html' } });
    await sendEverywhere(404, {}, { project: '999999', tags: IN_PROJECT });
    const scopeless = await addPerson(gateway, { scopes: [] });
    await sendEverywhere(403, { key: scopeless.key });
    const other = await newProject(gateway.graphql);
    const stranger = await addPerson(gateway, { projectIds: [other] });
    await sendEverywhere(403, { key: stranger.key }, { tags: IN_PROJECT });
    await sendEverywhere(404, { key: stranger.key }, { tags: ['projects'] });
    await sendEverywhere(400, {}, { tags: ['projects'], item: () => 'x' });
    await sendEverywhere(403, {}, { tags: ['users'], item: () => '1' });
    const limited = await addPerson(gateway, { keyProjectIds: [other], projectIds: [gateway.projectId, other] });
    await sendEverywhere(403, { key: limited.key }, { tags: [...IN_PROJECT, 'projects'] });
    const strict = await addOrganization(gateway.graphql);
    const kept = await addPerson(gateway, {
      projectIds: [gateway.projectId, strict.projectId],
      keyOrganizationIds: [strict.organizationId],
    });
    await sendEverywhere(403, { key: kept.key }, { tags: [...IN_PROJECT, 'projects'] });
    await allowKeys(gateway, strict.organizationId, false);
    const list = async () => (await send(`${strict.projectId}/product_tours/`)).status;
    await expect.poll(list, { timeout: 5_000, interval: 50 }).toBe(403);
    await sendEverywhere(403, {}, { project: String(strict.projectId), tags: IN_PROJECT });
    await sendEverywhere(403, {}, { item: () => String(strict.projectId), tags: ['projects'] });
  });

  it('of tours that are not there', async () => {
    for (const operation of keyedOperations(IN_PROJECT).filter(({ path }) => path.includes('{id}'))) {
      const address = addressOf(operation, { item: (tag) => (tag === 'feature_flags' ? 'none' : randomUUID()) });
      expect((await send(address, { method: operation.method })).status, `${operation.method} ${address}`).toBe(404);
    }
    expect((await send(`${gateway.projectId}/feature_flags/999999/`)).status).toBe(404);
    expect((await send(`${gateway.projectId}/activity_log/?page=99`)).status).toBe(404);
  });

  it('of flags, projects and users', async () => {
    const flags = `${gateway.projectId}/feature_flags/`;
    const { id } = await createFlag();
    for (const body of [{ name: 'Changed' }, { deleted: true }, { deleted: false, active: true }]) {
      expect((await send(`${flags}${id}/`, { method: 'PATCH', body })).status).toBe(200);
    }
    expect((await send(`${flags}${id}/`, { method: 'DELETE' })).status).toBe(405);
    expect((await send('../users/@me/', { method: 'PATCH', body: { role_at_organization: 'product' } })).status).toBe(200);
    for (const path of [flags, `${flags}${id}/`, '../users/@me/', '@current/']) {
      const etag = String((await send(path)).headers.get('etag'));
      expect((await send(path, { headers: { 'if-none-match': etag } })).status).toBe(304);
    }
    for (const path of [`${flags}${id}/`, '../users/@me/']) {
      for (const headers of [{ 'if-match': '"0"' }, { 'if-none-match': '*' }]) {
        expect((await send(path, { method: 'PATCH', headers, body: {} })).status).toBe(412);
      }
    }
  });

  it('of bodies that are too large', async () => {
    for (const { path, method, responses } of operationsOf(document).filter((operation) => operation.responses[413])) {
      const address = path.replace('{project_id}', String(gateway.projectId)).replace('{id}', randomUUID());
      const { status, text, type } = await announceLength(method, address, 30_000_000);
      expect(status, `${method} ${address}`).toBe(413);
      expect(JSON.parse(text)).toEqual(Object.values(responses[413]?.content?.[type]?.examples ?? {})[0]?.value);
      answers.seen.add(`${operationsOf(document).find((each) => each.path === path && each.method === method)?.operationId} 413`);
    }
  });

  it('of requests that are not valid HTTP, too slow, or have too large a head', async () => {
    // With little time for the head of a request; the document is the same.
    const impatient = await startTestApp({ HEADERS_TIMEOUT_SECONDS: '1' });
    try {
      await Promise.all(
        operationsOf(document).map(async ({ operationId, path, method, responses }) => {
          const head = rawRequest(`${method} ${path.replaceAll(/[{}]/g, '')} HTTP/1.1`, { host: 'a b' });
          const large = rawRequest(`${method} ${path.replaceAll(/[{}]/g, '')} HTTP/1.1`, { 'x-large': 'x'.repeat(17_000) });
          for (const [status, sent] of [
            [400, head],
            [431, large],
            [408, head.slice(0, -2)],
          ] as const) {
            const answer = await sendRaw(impatient.url, sent);
            expect(answer.status, `${operationId} ${sent.slice(0, 100)}`).toBe(status);
            const examples = Object.values(responses[status]?.content?.['application/json']?.examples ?? {});
            expect(examples.map(({ value }) => value)).toContainEqual(answer.body);
            answers.seen.add(`${operationId} ${status}`);
          }
        }),
      );
    } finally {
      await impatient.stop();
    }
  });

  it('of the public door', async () => {
    const { token, url } = gateway;
    await create({ ...SAMPLE_TOURS[0], name: 'Public', auto_launch: true, start_date: '2024-01-01T00:00:00Z' });
    const resources = [`/api/product_tours/?token=${token}`, `/array/${token}/config`, `/array/${token}/config.js`, '/static/array.js'];
    for (const path of resources) {
      const first = await answers.fetch(url + path);
      expect(first.status, path).toBe(200);
      const again = await answers.fetch(url + path, { headers: { 'if-none-match': String(first.headers.get('etag')) } });
      expect(again.status, path).toBe(304);
    }
    for (const path of ['/array/phc_unknown/config', '/array/phc_unknown/config.js', '/static/none.js']) {
      expect((await answers.fetch(url + path)).status, path).toBe(404);
    }
    for (const query of ['', '?token=phc_unknown']) expect((await answers.fetch(`${url}/api/product_tours/${query}`)).status).toBe(401);
    const flags = (body: string) => answers.fetch(`${url}/flags/`, { method: 'POST', body });
    expect(await (await flags(JSON.stringify({ token, distinct_id: 'ada' }))).json()).toMatchObject({
      flags: { beta: { enabled: false } },
    });
    expect((await flags(JSON.stringify({ token: 'phc_unknown', distinct_id: 'ada' }))).status).toBe(401);
    expect((await flags(JSON.stringify({ token }))).status).toBe(400);
    expect((await flags('{')).status).toBe(400);

    for (const path of operationsOf(document).flatMap(({ operationId, path }) => (operationId.includes('capture') ? [path] : []))) {
      const capture = (body: string) => answers.fetch(url + path, { method: 'POST', body });
      const event = { event: 'product tour shown', distinct_id: 'ada', properties: { $product_tour_id: randomUUID() } };
      expect(await (await capture(JSON.stringify({ api_key: token, batch: [event] }))).json()).toEqual({ status: 1 });
      for (const api_key of [undefined, 'phc_unknown']) expect((await capture(JSON.stringify({ ...event, api_key }))).status).toBe(401);
      for (const body of ['{', '[{}]', '{"batch": 1}']) expect((await capture(body)).status, body).toBe(400);
    }
  });

  it('of too many requests', async () => {
    time.pass(3_600_000);
    const { key } = await addPerson(gateway);
    const { id } = await create();
    for (let sent = 0; sent < 480; sent += 20) {
      await Promise.all(
        Array.from({ length: 20 }, () =>
          fetch(`${gateway.url}/api/projects/${tours()}${id}/draft_status/`, { headers: { authorization: `Bearer ${key}` } }),
        ),
      );
    }
    await sendEverywhere(429, { key });
  });

  it('of wrong credentials, too many of them from one address', async () => {
    const strict = await startTestApp({ MAX_WRONG_CREDENTIALS_PER_MINUTE: '1' });
    try {
      const wrong = { headers: { authorization: 'Bearer phx_wrong' } };
      await fetch(`${strict.url}/api/projects/1/product_tours/`, wrong);
      for (const operation of keyedOperations()) {
        const address = new URL(addressOf(operation, { project: '1' }), `${strict.url}/api/projects/`);
        expect((await answers.fetch(address, { method: operation.method, ...wrong })).status, `${operation.method} ${address}`).toBe(429);
      }
    } finally {
      await strict.stop();
    }
  });

  it('and nothing that it announces does not come', () => {
    const announced = operationsOf(document).flatMap(({ operationId, responses }) =>
      Object.keys(responses).map((status) => `${operationId} ${status}`),
    );
    const missing = announced.filter((answer) => !answers.seen.has(answer) && !OUT_OF_REACH.test(answer));
    expect(missing).toEqual([]);
    expect(answers.seen.size).toBeGreaterThan(100);
  });
});

/** Says that so many bytes will come, and sends none. */
function announceLength(method: string, path: string, bytes: number): Promise<{ status: number; text: string; type: string }> {
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${gateway.key}`, 'content-type': 'application/json', 'content-length': bytes };
    const request = httpRequest(`${gateway.url}${path}`, { method, headers }, async (response) => {
      let text = '';
      for await (const chunk of response) text += chunk;
      request.destroy();
      resolve({ status: response.statusCode ?? 0, text, type: String(response.headers['content-type']).split(';', 1)[0] as string });
    });
    request.on('error', reject);
    request.flushHeaders();
  });
}
