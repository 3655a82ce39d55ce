import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { json } from 'node:stream/consumers';
import { describe, expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { newProject } from '../../support/new-project.ts';
import { addPerson } from '../../support/people.ts';
import { forbidden, NO_PROJECT, NOT_FOUND } from '../../support/problem-body.ts';
import { type RestTours, restTours } from '../../support/rest-tours.ts';

const it = gatewayTest();
let gateway: TestApp;
let here: RestTours;
let there: RestTours;
let otherProjectId: number;
let tourId: string;

it.beforeAll(async ({ gateway: started }) => {
  gateway = started;
  otherProjectId = await newProject(gateway.graphql);
  const person = await addPerson(gateway, { projectIds: [gateway.projectId, otherProjectId] });
  here = restTours({ url: gateway.url, key: person.key }, gateway.projectId);
  there = restTours({ url: gateway.url, key: person.key }, otherProjectId);
  tourId = (await here.create()).id;
});

/** Every endpoint that names a tour. */
const onTour = (id: string) =>
  [
    ['GET', `/${id}/`],
    ['PATCH', `/${id}/`],
    ['DELETE', `/${id}/`],
    ['PATCH', `/${id}/draft/`],
    ['GET', `/${id}/draft_status/`],
    ['POST', `/${id}/publish_draft/`],
    ['DELETE', `/${id}/discard_draft/`],
  ] as const;

describe('a project', () => {
  it.each(['abc', '0', '-1', '1.0', '999999', '99999999999999999999', '%20', '%00', '%ff', '%zz', '@other'])(
    'does not exist under %s',
    async (ref) => {
      const { rest } = gateway;
      expect(await rest('GET', `${ref}/product_tours/`)).toMatchObject({ status: 404, body: NO_PROJECT });
    },
  );

  it('is the current one of the user under @current', async () => {
    const person = await addPerson(gateway, { projectIds: [otherProjectId, gateway.projectId] });
    const current = restTours({ url: gateway.url, key: person.key }, '@current');
    const { id } = await current.create({ name: 'In the current project' });
    expect(await there.read(id)).toMatchObject({ id });
    await gateway.app.db.prisma.user.update({ where: { id: person.userId }, data: { currentProjectId: gateway.projectId } });
    await expect.poll(async () => (await current.send('GET', `/${id}/`)).status, { timeout: 5000 }).toBe(404);
    expect(await current.read(tourId)).toMatchObject({ id: tourId });
  });

  it('is nowhere for a user without one', async () => {
    const loner = await addPerson(gateway, { projectIds: [] });
    expect(await loner.rest('GET', '@current/product_tours/')).toMatchObject({ status: 404, body: NO_PROJECT });
    const refused = forbidden("You don't have access to the project.");
    expect(await loner.rest('GET', `${gateway.projectId}/product_tours/`)).toMatchObject({ status: 403, body: refused });
  });

  it('goes by the name of environment as well', async () => {
    const send = (path: string) =>
      fetch(`${gateway.url}/api/environments/${path}`, { headers: { authorization: `Bearer ${gateway.key}` } });
    const answer = await send(`${gateway.projectId}/product_tours/${tourId}/`);
    expect(await answer.json()).toEqual(await here.read(tourId));
    expect((await send('999999/product_tours')).status).toBe(404);
  });
});

describe('a tour', () => {
  it('is not there in another project, whoever may open both', async () => {
    for (const [method, path] of onTour(tourId)) {
      expect(await there.send(method, path), `${method} ${path}`).toMatchObject({ status: 404, body: NOT_FOUND });
    }
    expect(await here.read(tourId)).toMatchObject({ id: tourId, has_draft: false });
  });

  it.each([randomUUID(), 'no-uuid', '1', '%00', `${randomUUID()}0`, 'null', '%7B%7D'])('is not there under %s', async (id) => {
    for (const [method, path] of onTour(id)) {
      const answer = await here.send(method, path, method === 'GET' ? undefined : { name: 'x' });
      expect(answer, `${method} ${path}`).toMatchObject({ status: 404, body: NOT_FOUND });
    }
  });

  it('is found under its id in any form that a UUID has', async () => {
    for (const form of [tourId.toUpperCase(), tourId.replaceAll('-', ''), `%7B${tourId}%7D`, `urn:uuid:${tourId}`]) {
      expect((await here.read(form)).id).toBe(tourId);
    }
  });
});

describe('a path', () => {
  it('means the same with and without the closing slash, and never redirects', async () => {
    for (const path of ['', `/${tourId}`, `/${tourId}/draft_status`]) {
      const [open, closed] = [await here.send('GET', path), await here.send('GET', `${path}/`)];
      expect([open.status, open.text]).toEqual([200, closed.text]);
    }
    const created = await here.send('POST', '', { name: 'No slash' });
    expect(created.status).toBe(201);
    const writes = [
      await here.send('PATCH', `/${created.body.id}/draft`, { name: 'Still none' }),
      await here.send('POST', `/${created.body.id}/publish_draft`),
      await here.send('DELETE', `/${created.body.id}/discard_draft`),
      await here.send('PATCH', `/${created.body.id}`, {}),
      await here.send('DELETE', `/${created.body.id}`),
    ];
    expect(writes.map(({ status }) => status)).toEqual([200, 200, 200, 200, 204]);
  });

  it.each(['/x/y/z', `/${randomUUID()}/unknown/`, '//', '/a/draft//', '/a%2Fdraft%2F%2F'])('leads nowhere at %s', async (path) => {
    const answer = await here.send('GET', path);
    expect(answer).toMatchObject({ status: 404, body: { ...NOT_FOUND, detail: 'Endpoint not found.' } });
  });

  it('may be escaped, and may come as a whole address', async () => {
    expect((await here.send('GET', `/${tourId}/draft%5Fstatus/`)).status).toBe(200);
    const path = `http://example.com/api/projects/${gateway.projectId}/product_tours/${tourId}?format=json`;
    const request = get(gateway.url, { path, headers: { authorization: `Bearer ${gateway.key}` } });
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    expect([response.statusCode, await json(response)]).toEqual([200, await here.read(tourId)]);
  });

  it('leads nowhere below /api/ without a key as well', async () => {
    const answer = await fetch(`${gateway.url}/api/nothing/here`);
    expect([answer.status, await answer.json()]).toEqual([404, { ...NOT_FOUND, detail: 'Endpoint not found.' }]);
  });
});
