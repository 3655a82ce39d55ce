import { describe, expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';

const KB = 1024;

const it = gatewayTest();
let gateway: TestApp;

it.beforeAll(({ gateway: started }) => {
  gateway = started;
});

const filler = 'x'.repeat(100 * KB);

/** Creates a tour without a credential in the header. The fields come in this order. */
async function create(
  type: 'json' | 'form' | 'multipart',
  fields: Record<string, string>,
  query = '',
): Promise<{ status: number; detail?: string }> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  const headers: Record<string, string> = type === 'json' ? { 'content-type': 'application/json' } : {};
  const body = type === 'json' ? JSON.stringify(fields) : type === 'form' ? new URLSearchParams(fields) : form;
  const response = await fetch(`${gateway.url}/api/projects/1/product_tours/${query}`, { method: 'POST', headers, body });
  const { detail } = (await response.json()) as { detail?: string };
  return { status: response.status, ...(detail !== undefined && { detail }) };
}

describe.each(['json', 'form', 'multipart'] as const)('a key in the body of %s', (type) => {
  const name = (text: string) => `${type} ${text}`;

  it('is found at the beginning, whatever follows', async () => {
    expect(await create(type, { personal_api_key: gateway.key, name: name('short') })).toEqual({ status: 201 });
    expect(await create(type, { personal_api_key: gateway.key, name: name('long'), description: filler })).toEqual({ status: 201 });
    expect(
      await create(type, { name: name('behind'), ä: 'é'.repeat(10 * KB), personal_api_key: gateway.key, description: filler }),
    ).toEqual({ status: 201 });
  });

  it('is not looked for behind 64 kB', async () => {
    const late = { name: name('late'), description: filler, personal_api_key: gateway.key };
    expect(await create(type, late)).toMatchObject({ status: 401, detail: 'Authentication credentials were not provided.' });
    expect(await create(type, late, `?personal_api_key=${gateway.key}`)).toEqual({ status: 201 });
  });

  it('counts before one in the query, also if it is wrong', async () => {
    const wrong = { personal_api_key: 'phx_wrong', name: name('wrong'), description: filler };
    expect(await create(type, wrong, `?personal_api_key=${gateway.key}`)).toMatchObject({
      status: 401,
      detail: expect.stringContaining('request body'),
    });
  });
});

describe('a form', () => {
  const send = async (fields: number, multipart: boolean) => {
    const form = multipart ? new FormData() : new URLSearchParams();
    for (let n = 0; n < fields - 1; n++) form.append(`f${n}`, '1');
    form.append('name', `Form ${fields} ${multipart}`);
    return gateway.rest('POST', '1/product_tours/', form);
  };

  it.each([false, true])('has at most a thousand fields (multipart: %s)', async (multipart) => {
    expect((await send(1000, multipart)).status).toBe(201);
    expect(await send(1001, multipart)).toMatchObject({
      status: 400,
      body: { type: 'invalid_request', code: 'parse_error', detail: 'The form has more than 1000 fields.', attr: null },
    });
  });
});
