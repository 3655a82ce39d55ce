import { describe, expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { openEventStream } from '../../support/event-stream.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { mutate } from '../../support/mutate.ts';
import { addPerson } from '../../support/people.ts';
import { addPreviewToken, PREVIEW } from '../../support/preview-token.ts';

const time = fakeClock();
const it = gatewayTest({ RATE_LIMIT: 'on' }, { clock: time.clock });
let gateway: TestApp;
it.beforeAll(({ gateway: started }) => {
  gateway = started;
});

const POLICY = '"minute";q=480;w=60, "hour";q=4800;w=3600';
const limits = ({ headers }: { headers: Headers }) => [headers.get('ratelimit-policy'), headers.get('ratelimit')];
const left = (minute: string, hour: string) => [POLICY, `"minute";${minute}, "hour";${hour}`];

describe('a response tells what its key has left', () => {
  it('over REST and GraphQL, from one budget', async () => {
    const { rest, graphql, key } = await addPerson(gateway);
    const tours = `${gateway.projectId}/product_tours/`;
    expect(limits(await rest('GET', tours))).toEqual(left('r=479;t=60', 'r=4799;t=3600'));
    time.pass(10_500);
    expect(limits(await graphql.send('{ viewer { scopes } }'))).toEqual(left('r=478;t=50', 'r=4798;t=3590'));
    const { response } = await openEventStream(gateway.url, key, { query: '{ viewer { scopes } }' });
    expect(limits(response)).toEqual(left('r=477;t=50', 'r=4797;t=3590'));
    await response.body?.cancel();
    expect(limits(await rest('GET', `${tours}no-uuid/`))).toEqual(left('r=476;t=50', 'r=4796;t=3590'));
    expect(limits(await rest('POST', tours, {}))).toEqual(left('r=475;t=50', 'r=4795;t=3590'));
    expect(limits(await graphql.send('{ nonsense }'))).toEqual(left('r=474;t=50', 'r=4794;t=3590'));
  });

  it('and what the preview tokens have used that were made with it', async () => {
    const person = await addPerson(gateway);
    const { tour } = await mutate(person.graphql, 'createTour', { projectId: gateway.projectId, name: 'Previewed' });
    const { graphql } = await addPreviewToken({ ...gateway, graphql: person.graphql }, tour.uuid);
    expect(limits(await graphql.send(PREVIEW, { tourId: tour.uuid }))).toEqual(left('r=477;t=60', 'r=4797;t=3600'));
    expect(limits(await person.graphql.send('{ viewer { scopes } }'))).toEqual(left('r=476;t=60', 'r=4796;t=3600'));
  });

  it('when it is refused, too', async () => {
    const { rest, graphql } = await addPerson(gateway);
    const tours = `${gateway.projectId}/product_tours/`;
    for (let n = 0; n < 480; n += 20) await Promise.all(Array.from({ length: 20 }, () => rest('GET', tours)));
    for (const refused of [await rest('GET', tours), await graphql.send('{ viewer { scopes } }')]) {
      expect(limits(refused)).toEqual(left('r=0;t=60', 'r=4320;t=3600'));
      expect(refused.headers.get('retry-after')).toBe('60');
    }
  });

  it('to pages of other origins', async () => {
    const { key } = await addPerson(gateway);
    const response = await fetch(`${gateway.url}/api/projects/${gateway.projectId}/product_tours/`, {
      headers: { authorization: `Bearer ${key}`, origin: 'https://editor.example.com' },
    });
    const exposed = response.headers.get('access-control-expose-headers')?.split(', ');
    expect(exposed).toEqual(expect.arrayContaining(['ratelimit', 'ratelimit-policy']));
  });

  it('but not without a key, whose requests are not counted', async () => {
    for (const path of [
      '/graphql?query={__typename}',
      '/health/live',
      `/api/product_tours/?token=${gateway.token}`,
      '/api/projects/1/product_tours/',
    ])
      expect(limits(await fetch(`${gateway.url}${path}`)), path).toEqual([null, null]);
  });
});

const unlimited = gatewayTest({ RATE_LIMIT: 'off' });

unlimited('nothing is told where requests are not limited', async ({ gateway: open }) => {
  expect(limits(await open.rest('GET', `${open.projectId}/product_tours/`))).toEqual([null, null]);
  expect(limits(await open.graphql.send('{ viewer { scopes } }'))).toEqual([null, null]);
});
