import { describe, expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { addPerson } from '../../support/people.ts';
import { type RestTours, restTours } from '../../support/rest-tours.ts';

const it = gatewayTest();
let gateway: TestApp;
let tours: RestTours;

it.beforeAll(async ({ gateway: started }) => {
  gateway = started;
  tours = restTours(gateway, gateway.projectId);
});

describe('two people at once', () => {
  it('lose none of their keys', async () => {
    const people = [tours, restTours({ url: gateway.url, key: (await addPerson(gateway)).key }, gateway.projectId)];
    for (let round = 0; round < 5; round++) {
      const { id } = await tours.create();
      const patches = [{ name: `Name ${round}` }, { description: 'd' }, { content: { round } }, { auto_launch: true }];
      await Promise.all(patches.map((patch, n) => people[n % 2]?.draft(id, patch)));
      expect((await tours.read(id)).draft_content).toMatchObject(Object.assign({}, ...patches));
    }
  });

  it('find each save in the publish, or in a draft after it', async () => {
    for (let round = 0; round < 5; round++) {
      const { id } = await tours.create();
      await tours.draft(id, { name: `Published in round ${round}` });
      await Promise.all([tours.publish(id), tours.draft(id, { description: 'saved meanwhile' })]);
      const tour = await tours.read(id);
      expect([tour.description, tour.draft_content?.description]).toContain('saved meanwhile');
      expect(tour.name).toBe(`Published in round ${round}`);
    }
  });
});
