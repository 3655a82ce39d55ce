import { describe, expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { mutate } from '../../support/mutate.ts';
import { addPerson } from '../../support/people.ts';
import { rowsChecksum } from '../../support/rows.ts';

const it = gatewayTest();
let gateway: TestApp;
let path: string;
let count = 0;

it.beforeAll(async ({ gateway: started }) => {
  gateway = started;
  path = `${gateway.projectId}/product_tours/`;
});

const create = (body: unknown, key: string) => gateway.rest('POST', path, body, { 'idempotency-key': key });
const publish = (id: string, body: unknown, headers: Record<string, string>) =>
  gateway.rest('POST', `${path}${id}/publish_draft/`, body, headers);
const newTour = async () => (await gateway.rest('POST', path, { name: `Tour ${++count}` })).body.id as string;

const REUSED = {
  status: 422,
  body: {
    type: 'invalid_request',
    code: 'idempotency_key_reused',
    detail: 'This Idempotency-Key was used for another request.',
    attr: null,
  },
};

describe('an Idempotency-Key', () => {
  it('of a create gives the same answer again and writes nothing more', async () => {
    const body = { name: 'Once', content: { steps: [{ id: 'a', survey: { questionText: 'Why?' } }] }, auto_launch: true };
    const first = await create(body, 'once');
    const before = await rowsChecksum(gateway.app.db);
    const again = await create(body, 'once');
    expect(first.status).toBe(201);
    expect([again.status, again.body, again.headers.get('etag')]).toEqual([201, first.body, first.headers.get('etag')]);
    // A form says the same in another way.
    expect(
      (await create(new URLSearchParams({ name: 'Once', content: JSON.stringify(body.content), auto_launch: 'true' }), 'once')).body,
    ).toEqual(first.body);
    expect(await rowsChecksum(gateway.app.db)).toBe(before);
  });

  it('of a create makes one tour of requests at once', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => create({ name: 'Raced for' }, 'race')));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(answers.map(({ status }) => status)).toEqual(Array(5).fill(201));
  });

  it('of a publish publishes once, also when the tour has moved on since it was seen', async () => {
    const id = await newTour();
    const draft = await gateway.rest('PATCH', `${path}${id}/draft/`, { description: 'Drafted' });
    const headers = { 'idempotency-key': 'publish', 'if-match': draft.headers.get('etag') as string };
    const first = await publish(id, undefined, headers);
    expect(first).toMatchObject({ status: 200, body: { description: 'Drafted', has_draft: false } });
    const before = await rowsChecksum(gateway.app.db);
    const again = await publish(id, undefined, headers);
    expect([again.status, again.body]).toEqual([200, first.body]);
    expect(await rowsChecksum(gateway.app.db)).toBe(before);
    // Without it there is nothing left to publish.
    expect(await publish(id, undefined, {})).toMatchObject({ status: 400, body: { detail: 'No draft to publish.' } });
  });

  it('is refused for another request, which writes nothing', async () => {
    await create({ name: 'First use' }, 'reused');
    const [id, other] = [await newTour(), await newTour()];
    await publish(id, { description: 'One' }, { 'idempotency-key': 'reused' });
    const before = await rowsChecksum(gateway.app.db);
    expect(await create({ name: 'Second use' }, 'reused')).toMatchObject(REUSED);
    expect(await publish(id, { description: 'Two' }, { 'idempotency-key': 'reused' })).toMatchObject(REUSED);
    expect(await publish(other, { description: 'One' }, { 'idempotency-key': 'reused' })).toMatchObject(REUSED);
    expect(await rowsChecksum(gateway.app.db)).toBe(before);
  });

  it('is free again when its request failed', async () => {
    expect((await create({ name: '' }, 'failed')).status).toBe(400);
    expect((await create({ name: 'Better' }, 'failed')).status).toBe(201);
  });

  it('is each user’s own, and the same in GraphQL', async () => {
    const body = { name: 'Shared text' };
    const mine = await create(body, 'shared');
    const other = await addPerson(gateway);
    expect((await other.rest('POST', path, { name: 'Theirs' }, { 'idempotency-key': 'shared' })).body.id).not.toBe(mine.body.id);
    const input = { projectId: gateway.projectId, name: 'Another', idempotencyKey: 'shared' };
    expect(await mutate(gateway.graphql, 'createTour', input)).toMatchObject({
      __typename: 'ValidationError',
      code: 'IDEMPOTENCY_KEY_REUSED',
      fields: [{ path: 'idempotencyKey', code: 'invalid_input' }],
    });
  });

  it.each(['', 'x'.repeat(256)])('of the wrong length is refused (%#)', async (key) => {
    expect(await create({ name: 'Odd key' }, key)).toMatchObject({
      status: 400,
      body: {
        type: 'validation_error',
        code: 'invalid_input',
        detail: 'An idempotency key has 1 to 255 characters.',
        attr: 'idempotency_key',
      },
    });
  });
});
