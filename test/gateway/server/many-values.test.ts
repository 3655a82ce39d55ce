import { expect } from 'vitest';
import { gatewayTest } from '../../support/gateway-test.ts';
import { openRawSocket } from '../../support/raw-socket.ts';

const it = gatewayTest();

const MANY = `[${Array(250_000).fill('{}').join(',')}]`;
const REASON = 'made of more than 250000 values';

it.for(['/graphql', '/api/projects/1/product_tours/', '/e/', '/flags/'])('in a body are refused by %s', async (path, { gateway }) => {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${gateway.key}` };
  for (const body of [MANY, `{"query":"{ __typename }","a":${MANY}}`, MANY.slice(0, -1)]) {
    const response = await fetch(`${gateway.url}${path}`, { method: 'POST', headers, body });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain(REASON);
  }
});

it('in a message close the socket', async ({ gateway }) => {
  const socket = await openRawSocket(gateway.url, gateway.key);
  expect(await socket.next()).toEqual({ type: 'connection_ack' });
  socket.send(`{"id":"1","type":"subscribe","payload":{"query":"{ __typename }","variables":{"a":${MANY}}}}`);
  expect(await socket.closed).toEqual({ code: 4400, reason: `The message is ${REASON}` });
});

it('in a form field are refused where its JSON is read', async ({ gateway }) => {
  const headers = { 'content-type': 'application/x-www-form-urlencoded', authorization: `Bearer ${gateway.key}` };
  const body = new URLSearchParams({ name: 'Many', content: `{"a":${MANY}}` });
  const response = await fetch(`${gateway.url}/api/projects/1/product_tours/`, { method: 'POST', headers, body });
  expect(await response.json()).toMatchObject({ code: 'invalid_input', attr: 'content' });
});
