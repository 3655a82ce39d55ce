import fc from 'fast-check';
import { expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { arbitraryFilters, arbitraryProperties, arbitraryTargeting } from '../../support/arbitrary-filters.ts';
import { browserOf } from '../../support/events.ts';
import { condition, EXPLANATION } from '../../support/explain.ts';
import { storeFlag } from '../../support/flags.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { restTours } from '../../support/rest-tours.ts';
import { askFlags, LAUNCHED } from '../../support/sdk.ts';

const VARIANTS = {
  variants: [
    { key: 'blue', rollout_percentage: 30 },
    { key: 'green', rollout_percentage: 60 },
  ],
};
const TOURS = 15;
const STORED = 10;
const PEOPLE = 100;

const it = gatewayTest();
let gateway: TestApp;
const seen = { on: 0, off: 0, variants: new Set<string>(), reasons: new Set<string>() };

it.beforeAll(async ({ gateway: started }) => {
  gateway = started;
  await makeTours();
  for (const [index, properties] of fc.sample(arbitraryProperties, { numRuns: STORED, seed: 7 }).entries())
    await browserOf(gateway, `stored-${index}`).set(properties);
});

/** Tours with random targeting and frequency, each linked to a flag of its own with random filters. */
async function makeTours(): Promise<void> {
  const tours = restTours(gateway, gateway.projectId);
  const targetings = fc.sample(arbitraryTargeting, { numRuns: TOURS, seed: 7 });
  const filters = fc.sample(arbitraryFilters, { numRuns: TOURS, seed: 7 });
  for (const [index, targeting_flag_filters] of targetings.entries()) {
    const odd = { ...filters[index], ...(index % 2 && { multivariate: VARIANTS }) };
    const linked_flag_id = await storeFlag(gateway.app.db, gateway.projectId, `flag-${index}`, odd);
    const displayFrequency = (['always', 'show_once', 'until_interacted'] as const)[index % 3];
    const conditions = index % 2 ? { seenTourWaitPeriod: { days: 7, types: ['tour', 'banner'] } } : {};
    await tours.create({
      ...LAUNCHED,
      ...(index % 5 === 4 && { end_date: '2024-02-01T00:00:00Z' }),
      content: { ...LAUNCHED.content, displayFrequency, conditions },
      targeting_flag_filters,
      linked_flag_id,
    });
  }
}

/** What the person may have seen of the tours, beside other properties. */
function seenProperties(ids: string[]): fc.Arbitrary<Record<string, unknown>> {
  const keys = [
    ...ids.flatMap((id) => ['shown', 'completed', 'dismissed'].map((what) => `$product_tour_${what}/${id}`)),
    '$product_tour_last_seen_date/tour',
  ];
  const dates = fc.constantFrom('2024-01-01T00:00:00.000Z', new Date().toISOString(), 'yesterday');
  return fc.dictionary(fc.constantFrom(...keys), dates, { maxKeys: 12 });
}

// biome-ignore lint/suspicious/noExplicitAny: results as they came over the wire
type Json = any;

function compare(flag: Json, answer: Json): void {
  const { key, enabled, variant, reason, failed, groupIndex, groups } = flag;
  expect(answer, key).toMatchObject({ enabled, variant, reason: { code: reason, condition_index: groupIndex } });
  expect(answer.failed ?? false, key).toBe(failed);
  if (reason !== 'flag_disabled') {
    // The first group that is met in full, told from the parts alone.
    const decisive = groups.findIndex((group: Json) => group.met && group.inRollout);
    expect([enabled, enabled ? groupIndex : -1], key).toEqual([decisive >= 0, decisive]);
    const isOpen = groups.some((group: Json) => group.met === null && group.inRollout);
    expect(failed || reason.startsWith('no_') || enabled || !isOpen, key).toBe(true);
    for (const { met, properties } of groups) expect(properties.some((property: Json) => property.met === false)).toBe(met === false);
  }
  seen[enabled ? 'on' : 'off']++;
  seen.reasons.add(reason);
  if (variant !== null) seen.variants.add(variant);
}

it('explains each flag as `/flags/` answers it, for any person and any filters', async () => {
  const ids: string[] = (
    await gateway.graphql(`{ tours(projectId: ${gateway.projectId}, first: 100) { nodes { uuid } } }`)
  ).tours.nodes.map(({ uuid }: { uuid: string }) => uuid);
  await expect
    .poll(async () => Object.keys((await askFlags(gateway.url, { token: gateway.token, distinct_id: 'ada' })).body.flags).length)
    .toBe(2 * TOURS);
  const stranger = fc.stringMatching(/^[a-z0-9-]{1,12}$/);
  const known = fc.nat(STORED - 1).map((index) => `stored-${index}`);
  const person = fc.record({ distinctId: fc.oneof(stranger, known), own: arbitraryProperties, past: seenProperties(ids) });
  await fc.assert(
    fc.asyncProperty(person, async ({ distinctId, own, past }) => {
      const properties = { ...own, ...past };
      const { body } = await askFlags(gateway.url, { token: gateway.token, distinct_id: distinctId, person_properties: properties });
      const { tours } = await gateway.graphql(
        `query ($projectId: Int!, $distinctId: String!, $properties: JSON) {
          tours(projectId: $projectId, first: ${TOURS}) { nodes { explainTargeting(distinctId: $distinctId, personProperties: $properties) { ${EXPLANATION} } } }
        }`,
        { projectId: gateway.projectId, distinctId, properties },
      );
      expect(tours.nodes).toHaveLength(TOURS);
      for (const { explainTargeting: explanation } of tours.nodes) {
        for (const kind of ['INTERNAL_FLAG', 'LINKED_FLAG']) {
          const { flag, outcome } = condition(explanation, kind);
          compare(flag, body.flags[flag.key]);
          expect(outcome).toBe(body.flags[flag.key].enabled ? 'MET' : 'NOT_MET');
        }
        agreesWithItsParts(explanation);
      }
    }),
    { numRuns: PEOPLE },
  );
  expect(seen.on + seen.off).toBeGreaterThanOrEqual(PEOPLE * TOURS * 2);
  expect(Math.min(seen.on, seen.off)).toBeGreaterThan(50);
  const usual = ['condition_match', 'flag_disabled', 'no_condition_match', 'out_of_rollout_bound'];
  expect([...seen.reasons]).toEqual(expect.arrayContaining([...usual, 'dependency_not_found_cohort', 'unsupported_operator']));
  expect([...seen.variants].sort()).toEqual(['blue', 'green']);
});

/** The internal flag is on exactly when each part of it is met. */
function agreesWithItsParts(explanation: Json): void {
  const parts = ['AUTO_LAUNCH', 'STARTED', 'NOT_ENDED', 'DISPLAY_FREQUENCY', 'WAIT_PERIOD', 'USER_TARGETING', 'ROLLOUT'];
  const isMet = parts.every((kind) => !['NOT_MET', 'NOT_EVALUATED'].includes(condition(explanation, kind).outcome));
  expect(condition(explanation, 'INTERNAL_FLAG').outcome).toBe(isMet ? 'MET' : 'NOT_MET');
  const isAgainst = explanation.conditions.some(({ outcome }: Json) => outcome === 'NOT_MET');
  expect(explanation.verdict).toBe(isAgainst ? 'WOULD_NOT_SHOW' : 'WOULD_SHOW');
}
