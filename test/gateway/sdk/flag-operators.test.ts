import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { storeFlag } from '../../support/flags.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { askFlags } from '../../support/sdk.ts';

const it = gatewayTest();
let app: TestApp;
it.beforeAll(({ gateway: started }) => {
  app = started;
});

const create = (key: string, filters: object) => storeFlag(app.app.db, app.projectId, key, filters);
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();

/** Operator, what the flag asks for, what the person has (undefined: nothing), whether the flag is on. */
const CASES: [string, unknown, unknown, boolean][] = [
  ['exact', ['Pro', 'Max'], 'pro', true],
  ['exact', ['pro'], 'free', false],
  ['exact', ['pro'], undefined, false],
  ['is_not', ['pro'], 'free', true],
  ['is_not', ['pro'], 'pro', false],
  ['is_not', ['pro'], undefined, true],
  ['exact', ['false', 'pending'], 'approved', false],
  ['exact', ['false', 'pending'], 'Pending', true],
  ['exact', ['false', 'pending'], false, true],
  ['exact', [true, 'pending'], 'TRUE', true],
  ['exact', [true, 'pending'], 1, false],
  ['is_not', ['false', 'pending'], 'approved', true],
  ['is_not', ['false', 'pending'], 'false', false],
  ['is_not', [false, 7], 'approved', true],
  ['exact', 'false', 'approved', true],
  ['exact', ['false'], 'approved', true],
  ['exact', [false, 'FALSE'], 'approved', true],
  ['exact', ['true', 'false'], 'approved', true],
  ['is_not', [false], 'approved', false],
  ['is_not', 'true', 'approved', true],
  ['exact', [], 'approved', false],
  ['is_not', [], 'approved', true],
  ['is_set', 'is_set', null, true],
  ['is_set', 'is_set', undefined, false],
  ['is_not_set', 'is_not_set', undefined, true],
  ['is_not_set', 'is_not_set', false, false],
  ['icontains', '@EXAMPLE', 'ada@example.com', true],
  ['icontains', '@example', 'ada@other.com', false],
  ['not_icontains', '@EXAMPLE', 'ada@example.com', false],
  ['not_icontains', '@example', undefined, true],
  ['regex', '^a.+\\.com$', 'ada@example.com', true],
  ['regex', '^b', 'ada@example.com', false],
  ['not_regex', '^b', 'ada@example.com', true],
  ['not_regex', '^a', 'ada@example.com', false],
  ['gt', '5', 6, true],
  ['gt', 5, '5', false],
  ['gte', 5, 5, true],
  ['lt', 5, 4, true],
  ['lt', 5, 'many', false],
  ['lte', 5, 6, false],
  ['is_date_before', '7d', daysAgo(8), true],
  ['is_date_before', '7d', daysAgo(6), false],
  ['is_date_before', '7d', 'yesterday', false],
  ['is_date_before', '10000d', '1970-01-01', false],
  ['is_date_before', '2026-01-01', '2025-12-31', true],
  ['is_date_after', '7d', daysAgo(6), true],
  ['is_date_after', '2026-01-01', '2025-12-31', false],
  ['unheard_of', 'pro', 'pro', false],
];

it('meets each operator as the contract has it', async () => {
  const properties: Record<string, unknown> = {};
  for (const [index, [operator, value, given]] of CASES.entries()) {
    await create(`case-${index}`, { groups: [{ properties: [{ key: `p${index}`, type: 'person', operator, value }] }] });
    if (given !== undefined) properties[`p${index}`] = given;
  }
  const ask = async () => (await askFlags(app.url, { token: app.token, distinct_id: 'ada', person_properties: properties })).body.flags;
  await expect.poll(async () => Object.keys(await ask()).length).toBe(CASES.length);
  const flags = await ask();
  const found = CASES.map(([operator, value, given], index) => [operator, value, given, flags[`case-${index}`].enabled]);
  expect(found).toEqual(CASES);
});

/** The contract's formula, computed with whole numbers. */
function place(text: string): number {
  return Number(BigInt(`0x${createHash('sha1').update(text).digest('hex').slice(0, 15)}`)) / Number(0xfffffffffffffffn);
}

it('puts each person where the contract’s formula does', async () => {
  const variants = [
    { key: 'red', rollout_percentage: 20 },
    { key: 'green', rollout_percentage: 50 },
    { key: 'blue', rollout_percentage: 30 },
  ];
  await create('rolled-out', { groups: [{ properties: [], rollout_percentage: 40 }], multivariate: { variants } });
  const ask = async (distinct_id: string) => (await askFlags(app.url, { token: app.token, distinct_id })).body.flags['rolled-out'];
  await expect.poll(() => ask('ada')).toBeDefined();
  const seen = new Set<string | null>();
  for (let n = 0; n < 60; n++) {
    const id = `distinct_id_${n}`;
    const isIn = place(`rolled-out.${id}`) <= 0.4;
    const at = place(`rolled-out.${id}variant`);
    const variant = isIn ? (at < 0.2 ? 'red' : at < 0.7 ? 'green' : 'blue') : null;
    expect(await ask(id), id).toMatchObject({ enabled: isIn, variant });
    seen.add(variant);
  }
  expect(seen).toEqual(new Set([null, 'red', 'green', 'blue']));
});
