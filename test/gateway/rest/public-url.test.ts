import { expect, it, onTestFinished } from 'vitest';
import { startTestApp } from '../../support/app.ts';
import { restTours } from '../../support/rest-tours.ts';

it('links lead to where clients reach the server, whatever its proxy says and the query holds', async () => {
  const gateway = await startTestApp({ PUBLIC_URL: 'https://tours.example.com/base/' });
  onTestFinished(() => gateway.stop());
  const tours = restTours(gateway, gateway.projectId);
  for (let n = 0; n < 3; n++) await tours.create();
  const at = `https://tours.example.com/base/api/projects/${gateway.projectId}/product_tours/`;
  const headers = { host: 'elsewhere.example', 'x-forwarded-proto': 'http' };
  const { body } = await tours.send('GET', '/?z=1&limit=1&offset=1&a=%26+%C3%A9&flag&z=0&broken=%zz;', undefined, headers);
  const query = (numbers: string) => `?a=%26+%C3%A9&broken=%25zz%3B&flag=&${numbers}&z=1&z=0`;
  expect([body.next, body.previous]).toEqual([`${at}${query('limit=1&offset=2')}`, `${at}${query('limit=1')}`]);
});
