import { beforeAll, describe, expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { newProject } from '../../support/new-project.ts';
import { type RestTours, restTours } from '../../support/rest-tours.ts';

const it = gatewayTest();
let gateway: TestApp;
let tours: RestTours;
/** Newest first, as they are listed. */
const ids: string[] = [];

it.beforeAll(async ({ gateway: started }) => {
  gateway = started;
  tours = restTours(gateway, gateway.projectId);
  for (let n = 0; n < 7; n++) ids.unshift((await tours.create({ name: `Numbered ${n}`, archived: n === 3 })).id);
});

async function emptyProject(): Promise<RestTours> {
  return restTours(gateway, await newProject(gateway.graphql));
}

const list = async (query: string) => (await tours.send('GET', `/?${query}`)).body;
const idsOf = (page: { results: { id: string }[] }) => page.results.map(({ id }) => id);
const link = (query: string) => `${gateway.url}/api/projects/${gateway.projectId}/product_tours/${query}`;

describe('a list', () => {
  it('has four keys, all tours, archived ones included, newest first', async () => {
    const { body } = await tours.send('GET', '/');
    expect(Object.keys(body)).toEqual(['count', 'next', 'previous', 'results']);
    expect(body).toMatchObject({ count: 7, next: null, previous: null });
    expect(idsOf(body)).toEqual(ids);
  });

  it('has nothing of other projects', async () => {
    const empty = await (await emptyProject()).send('GET', '/');
    expect(empty.body).toEqual({ count: 0, next: null, previous: null, results: [] });
  });

  it.each(['limit=', 'limit=0', 'limit=-1', 'limit=abc', 'limit=2.5', 'offset=', 'offset=-5', 'offset=x', 'limit=9999999999999999999999'])(
    'is whole with %s',
    async (query) => {
      expect(await list(query)).toMatchObject({ count: 7, next: null, previous: null, results: { length: 7 } });
    },
  );

  it('has a hundred tours to a page unless asked, and as many as asked', async () => {
    const full = await emptyProject();
    for (let n = 0; n < 101; n += 1) await full.create();
    const page = (await full.send('GET', '/')).body;
    expect(page.results).toHaveLength(100);
    expect(page.next).toMatch(/\?limit=100&offset=100$/);
    expect((await full.send('GET', '/?limit=5000')).body.results).toHaveLength(101);
    expect((await full.send('GET', '/?limit=2147483647')).body.results).toHaveLength(101);
  });
});

describe('the links of a page', () => {
  it('are the request’s URL with limit and offset, the first page’s without offset', async () => {
    expect(await list('limit=3')).toMatchObject({ next: link('?limit=3&offset=3'), previous: null });
    expect(await list('limit=3&offset=3')).toMatchObject({ next: link('?limit=3&offset=6'), previous: link('?limit=3') });
    expect(await list('limit=3&offset=6')).toMatchObject({ next: null, previous: link('?limit=3&offset=3') });
    expect(await list('limit=3&offset=2')).toMatchObject({ next: link('?limit=3&offset=5'), previous: link('?limit=3') });
    expect(await list('limit=3&offset=4')).toMatchObject({ next: null, previous: link('?limit=3&offset=1') });
  });

  it('keep other parameters, sorted by name', async () => {
    const page = await list('z=1&limit=2&offset=2&a=b%20c&z=0');
    expect(page.next).toBe(link('?a=b+c&limit=2&offset=4&z=1&z=0'));
    expect(page.previous).toBe(link('?a=b+c&limit=2&z=1&z=0'));
  });

  it('keep the path as it was asked for', async () => {
    const { body } = await gateway.rest('GET', `@current/product_tours?limit=6`);
    expect(body.next).toBe(`${gateway.url}/api/projects/@current/product_tours?limit=6&offset=6`);
  });

  it('lead through every tour once', async () => {
    const seen: string[] = [];
    let next: string | null = link('?limit=2');
    while (next !== null) {
      const answer: Response = await fetch(next, { headers: { authorization: `Bearer ${gateway.key}` } });
      const page = (await answer.json()) as { next: string | null; results: { id: string }[] };
      seen.push(...idsOf(page));
      next = page.next;
    }
    expect(seen).toEqual(ids);
  });

  it('lead through every tour once, also when all were made in the same moment', async () => {
    const project = await emptyProject();
    for (let n = 0; n < 9; n++) await project.create();
    await gateway.app.db.sql.query(`UPDATE tours SET created_at = '2024-01-01' WHERE name LIKE 'Tour number%'`);
    const seen = new Set<string>();
    for (let offset = 0; offset < 9; offset += 2) {
      for (const id of idsOf((await project.send('GET', `/?limit=2&offset=${offset}`)).body)) seen.add(id);
    }
    expect(seen.size).toBe(9);
  });

  it('lead back from past the end', async () => {
    expect(await list('limit=3&offset=50')).toEqual({ count: 7, next: null, previous: link('?limit=3&offset=47'), results: [] });
  });
});

describe('a search', () => {
  let searched: RestTours;
  const find = async (term: string, query = '') =>
    (await searched.send('GET', `/?search=${encodeURIComponent(term)}${query}`)).body as {
      count: number;
      next: string | null;
      results: { name: string }[];
    };
  const names = async (term: string) => (await find(term)).results.map(({ name }) => name);

  beforeAll(async () => {
    searched = await emptyProject();
    for (const [name, description] of [
      ['Onboarding checklist', 'for new people'],
      ['Invoice tour', 'create your first invoice'],
      ['Billing', 'where to find the invoice'],
      ['onboarding', ''],
      ['Zebra', 'stripes'],
    ]) {
      await searched.create({ name, description });
    }
  });

  it('finds by name and description, the best first', async () => {
    expect(await names('onboarding')).toEqual(['onboarding', 'Onboarding checklist']);
    expect(await names('invoice')).toEqual(['Invoice tour', 'Billing']);
    expect(await names('stripes')).toEqual(['Zebra']);
    expect(await names('nothing like it')).toEqual([]);
  });

  it('finds what is misspelt', async () => {
    expect(await names('onbording')).toEqual(['onboarding', 'Onboarding checklist']);
  });

  it('says of each tour whether it holds the term or only resembles it', async () => {
    const types = async (query: string) =>
      (await searched.send('GET', `/${query}`)).body.results.map((tour: { name: string; search_match_type?: string }) => [
        tour.name,
        tour.search_match_type,
      ]);
    expect(await types('?search=ONBOARDING')).toEqual([
      ['onboarding', 'exact'],
      ['Onboarding checklist', 'exact'],
    ]);
    expect(await types('?search=stripes')).toEqual([['Zebra', 'exact']]);
    expect(await types('?search=onbording')).toEqual([
      ['onboarding', 'similar'],
      ['Onboarding checklist', 'similar'],
    ]);
    for (const query of ['', '?search=', '?search=%20%00']) {
      const { body } = await searched.send('GET', `/${query}`);
      for (const tour of body.results) expect(tour).not.toHaveProperty('search_match_type');
    }
  });

  it('counts and pages what it has found', async () => {
    const page = await find('invoice', '&limit=1');
    expect(page).toMatchObject({ count: 2, results: [{ name: 'Invoice tour' }] });
    expect(page.next).toMatch(/\?limit=1&offset=1&search=invoice$/);
    expect(await find('invoice', '&limit=1&offset=1')).toMatchObject({ count: 2, next: null, results: [{ name: 'Billing' }] });
  });

  it.each(['', '   ', '\0', ' \0 '])('for nothing (%j) finds everything', async (term) => {
    expect(await find(term)).toMatchObject({ count: 5 });
  });

  it.each(["'; DROP TABLE tours; --", '%', '_', '\\', '\ud83d\ude00', '"', 'a'.repeat(200)])('for %s is only a search', async (term) => {
    expect((await find(term)).count).toBeLessThanOrEqual(1);
  });
});
