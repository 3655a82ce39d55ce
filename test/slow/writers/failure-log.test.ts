import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ModelServer, replies, startModelServer, writes } from '../../support/model-server.ts';
import { type GatewayProcess, startProcess } from '../../support/process.ts';
import { restClient } from '../../support/rest.ts';
import { restTours } from '../../support/rest-tours.ts';

const KEY = 'sk-test-0123456789';
const STEPS = [{ id: 'a', type: 'modal', contentHtml: '<p>Hello</p>' }];
const text = { index: 0, title: 'A title', description: 'A text.' };

describe('the log of a gateway', () => {
  const personalKey = 'phx_0123456789abcdef0123';
  let model: ModelServer;
  let gateway: GatewayProcess;
  beforeAll(async () => {
    model = await startModelServer();
    gateway = await startProcess({
      DATA_DIR: ':memory:',
      BOOTSTRAP_PERSONAL_API_KEY: personalKey,
      CONTENT_PROVIDER: 'openai-compatible',
      AI_BASE_URL: model.url,
      AI_API_KEY: KEY,
      AI_MODEL: 'm',
    });
  });
  afterAll(async () => {
    await gateway.stop('SIGTERM');
    await model.close();
  });

  it('tells of a failure with the id of the request and what the server said, without the key', async () => {
    const { id } = await restTours({ url: gateway.url, key: personalKey }, 1).create();
    const rest = restClient(gateway.url, personalKey);
    const approval = { query: 'mutation { updateProject(input: { id: 1, aiDataProcessingApproved: true }) { __typename } }' };
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${personalKey}` };
    await fetch(`${gateway.url}/graphql`, { method: 'POST', headers, body: JSON.stringify(approval) });

    model.reply(replies(401, { error: { message: `no such key: ${KEY}` } }, { 'x-request-id': 'req-of-the-model' }));
    const path = `1/product_tours/${id}/generate/`;
    expect((await rest('POST', path, { steps: STEPS }, { 'x-request-id': 'find-me' })).status).toBe(500);
    const query = 'subscription ($input: GenerateTourContentInput!) { generateTourContent(input: $input) { stepId } }';
    const followed = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { ...headers, accept: 'text/event-stream', 'x-request-id': 'find-me' },
      body: JSON.stringify({ query, variables: { input: { tourId: id, steps: STEPS } } }),
    });
    expect(await followed.text()).toContain('GENERATION_FAILED');
    model.reply(writes(text));
    expect((await rest('POST', path, { steps: STEPS }, { 'x-request-id': 'all-is-well' })).status).toBe(200);

    const lines = () =>
      gateway
        .output()
        .split('\n')
        .filter((line) => line.startsWith('{'));
    await expect.poll(() => lines().some((line) => line.includes('all-is-well'))).toBe(true);
    const found = lines()
      .map((line) => JSON.parse(line))
      .filter(({ requestId, code }) => requestId === 'find-me' && code);
    const line = {
      level: 'warn',
      code: 'GENERATION_FAILED',
      msg: "The model's server does not accept the key that this gateway has for it.",
      detail: expect.stringMatching(/401 no such key: \[AI_API_KEY\].*req-of-the-model/),
    };
    expect(found).toMatchObject([line, line]);
    expect(gateway.output()).not.toContain(KEY);
    expect(gateway.output()).toContain('product tour ai generated');
  });
});
