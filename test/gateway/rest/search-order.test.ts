import { expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { type RestTours, restTours } from '../../support/rest-tours.ts';

const it = gatewayTest();
let gateway: TestApp;
let tours: RestTours;

it.beforeAll(async ({ gateway: started }) => {
  gateway = started;
  tours = restTours(gateway, gateway.projectId);
  for (const [name, description] of [
    ['Onboarding flow', 'Welcome new users'],
    ['Onboard', 'A tour for onboarding people'],
    ['Billing', 'How to send an invoice'],
    ['Invoice B', ''],
    ['Invoice A', ''],
    ['INVOICE reminder', 'x'],
    ['Send an invoice to a customer', 'billing'],
    ['Größe', 'größe und form'],
    ['日本語ツアー', '日本'],
    ['Feature tour', 'A tour of the feature'],
    ['zzz', 'invoic'],
    ['zzzz', 'invo'],
    ["O'Brien", '"quoted"'],
  ]) {
    await tours.create({ name, description });
  }
});

/** The steps 4 to 6 of the contract's section 5, word by word and without an index. */
async function expected(term: string): Promise<string[]> {
  const rows = await gateway.app.db.sql.query<{ name: string }>(
    `SELECT name FROM (
      SELECT name, coalesce(word_similarity($1, name), 0)::float8 AS name_word, coalesce(similarity(name, $1), 0)::float8 AS name_full,
        coalesce(word_similarity($1, description), 0)::float8 AS desc_word FROM tours
    ) scored WHERE name_word > 0.3::float8 OR desc_word > 0.4::float8 ORDER BY name_word + name_full + 0.5 * desc_word DESC, name ASC`,
    [term],
  );
  return rows.map(({ name }) => name);
}

const TERMS = [
  'invoice',
  'INVOIC',
  'onboard',
  'onboarding',
  'tour',
  'größe',
  '日本',
  'send invoice',
  'billing invoice',
  'inv',
  'quoted',
  "o'brien",
  'zz',
  'nothing',
];

it('keeps the tours that the contract’s formula keeps, in its order, equal ones by name', async () => {
  const found = new Map<string, string[]>();
  for (const term of TERMS) {
    const { body } = await tours.send('GET', `/?search=${encodeURIComponent(` ${term}\0 `)}`);
    found.set(
      term,
      body.results.map(({ name }: { name: string }) => name),
    );
    expect(body.count, term).toBe(body.results.length);
    expect(found.get(term), term).toEqual(await expected(term));
  }
  expect(found.get('invoice')?.indexOf('Invoice A')).toBe((found.get('invoice')?.indexOf('Invoice B') ?? 0) - 1);
  expect([...found.values()].flat().length).toBeGreaterThan(TERMS.length);
});
