import { describe, expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { newProject } from '../../support/new-project.ts';
import { invalid } from '../../support/problem-body.ts';
import { type RestTours, restTours } from '../../support/rest-tours.ts';

const TAKEN = invalid('There is already a product tour with this name.', 'name', 'unique');

const it = gatewayTest();
let gateway: TestApp;
let tours: RestTours;
let count = 0;

it.beforeAll(async ({ gateway: started }) => {
  gateway = started;
  tours = restTours(gateway, gateway.projectId);
});

/** A name that one tour has. */
async function takenName(fields: object = {}): Promise<{ id: string; name: string }> {
  return tours.create({ name: `Taken ${++count}`, ...fields });
}

describe('a name that is taken', () => {
  it('is refused on POST, PATCH and publish, also with white space around it', async () => {
    const { name } = await takenName();
    const { id } = await tours.create();
    expect(await tours.send('POST', '/', { name: ` ${name} `, auto_launch: true })).toMatchObject({ status: 400, body: TAKEN });
    expect(await tours.send('PATCH', `/${id}/`, { name, auto_launch: true })).toMatchObject({ status: 400, body: TAKEN });
    await tours.draft(id, { name });
    expect(await tours.send('POST', `/${id}/publish_draft/`)).toMatchObject({ status: 400, body: TAKEN });
    expect(await tours.read(id)).toMatchObject({ auto_launch: false, internal_targeting_flag: null, draft_content: { name } });
  });

  it('is the tour’s own to keep', async () => {
    const { id, name } = await takenName();
    expect(await tours.change(id, { name })).toMatchObject({ name });
    await tours.draft(id, { description: 'x' });
    expect(await tours.publish(id)).toMatchObject({ name });
  });

  it('is another one in other letters, and in another project', async () => {
    const { name } = await takenName();
    await tours.create({ name: name.toUpperCase() });
    const elsewhere = await newProject(gateway.graphql);
    await restTours(gateway, elsewhere).create({ name });
  });
});

describe('an archived tour', () => {
  it('keeps its name free, and is refused when it comes back to a name that is taken', async () => {
    const { id, name } = await takenName({ archived: true });
    await tours.create({ name });
    await tours.create({ name, archived: true });
    expect(await tours.send('PATCH', `/${id}/`, { archived: false })).toMatchObject({ status: 400, body: TAKEN });
    expect(await tours.change(id, { archived: false, name: `${name} again` })).toMatchObject({ archived: false });
  });

  it('can be changed, published and unarchived', async () => {
    const { id } = await takenName({ archived: true });
    expect(await tours.change(id, { description: 'changed' })).toMatchObject({ archived: true, description: 'changed' });
    expect(await tours.publish(id, { description: 'published' })).toMatchObject({ archived: true, description: 'published' });
    expect(await tours.change(id, { archived: false })).toMatchObject({ archived: false });
  });

  it('frees its name when it goes', async () => {
    const { id, name } = await takenName();
    await tours.change(id, { archived: true });
    await tours.create({ name });
    expect((await tours.send('DELETE', `/${id}/`)).status).toBe(204);
  });
});

describe('a race for a name', () => {
  it('is won by one of many new tours; the others leave nothing behind', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => tours.send('POST', '/', { name: 'Raced', auto_launch: true })));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 400).map(({ body }) => body)).toEqual(Array(7).fill(TAKEN));
    const [row] = await gateway.app.db.sql.query<{ flags: number }>(
      `SELECT count(*) AS flags FROM feature_flags WHERE name = 'Product Tour: Raced'`,
    );
    expect(row?.flags).toBe(1);
  });

  it('is won by one of several renames and one of several tours that come back', async () => {
    const ids = await Promise.all(Array.from({ length: 4 }, async () => (await tours.create()).id));
    const renamed = await Promise.all(ids.map((id) => tours.send('PATCH', `/${id}/`, { name: 'Wanted by four' })));
    expect(renamed.map(({ status }) => status).toSorted()).toEqual([200, 400, 400, 400]);
    const archived = await Promise.all(Array.from({ length: 4 }, async () => (await tours.create({ name: 'Back', archived: true })).id));
    const back = await Promise.all(archived.map((id) => tours.send('PATCH', `/${id}/`, { archived: false })));
    expect(back.map(({ status }) => status).toSorted()).toEqual([200, 400, 400, 400]);
  });
});
