import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { normalizeContent } from '../../../src/domain/tour/content.ts';
import type { TestApp } from '../../support/app.ts';
import { FUZZ_RUNS } from '../../support/fuzz.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { type RestTours, restTours } from '../../support/rest-tours.ts';

const it = gatewayTest();
let gateway: TestApp;
let tours: RestTours;

it.beforeAll(async ({ gateway: started }) => {
  gateway = started;
  tours = restTours(gateway, gateway.projectId);
});

const OLD = {
  steps: [
    { id: 'a', useManualSelector: true, selector: '#a' },
    { id: 'b', type: 'element' },
  ],
};
const PRESENT = [
  { id: 'a', useManualSelector: true, selector: '#a', elementTargeting: 'manual' },
  { id: 'b', type: 'modal', elementTargeting: 'auto' },
];

const store = (id: string, content: unknown) =>
  gateway.app.db.sql.query('UPDATE tours SET content = $2 WHERE id = $1', [id, JSON.stringify(content)]);

describe('content that was stored by other means', () => {
  it('is shown with its steps in their present form, at every door', async () => {
    const { id } = await tours.create({ name: 'Imported', start_date: '2024-01-01', auto_launch: true });
    await store(id, OLD);
    expect((await tours.read(id)).content.steps).toEqual(PRESENT);
    const listed = (await gateway.rest('GET', `${gateway.projectId}/product_tours/`)).body.results[0];
    expect(listed).toMatchObject({ id, content: { steps: PRESENT } });
    const { tour } = await gateway.graphql('query ($id: UUID!) { tour(id: $id) { content { raw } } }', { id });
    expect(tour.content.raw.steps).toEqual(PRESENT);
    const shown = await fetch(`${gateway.url}/api/product_tours/?token=${gateway.token}`);
    expect((await shown.json()).product_tours[0].steps).toEqual(PRESENT);
    expect((await tours.draft(id, { description: 'drafted' })).draft_content.content.steps).toEqual(PRESENT);
    expect((await tours.change(id, { description: 'changed' })).content.steps).toEqual(PRESENT);
  });

  it('is in the form that it would have had through a door, whatever it is', async () => {
    const { id } = await tours.create({ name: 'Anything' });
    const value = fc.constantFrom(true, false, null, 0, 1, '', 'manual', 'auto', {}, { a: 1 }, [], [1]);
    const step = fc.oneof(
      fc.record(
        {
          type: fc.constantFrom('element', 'modal', 5),
          elementTargeting: value,
          useManualSelector: value,
          inferenceData: value,
          more: value,
        },
        { requiredKeys: [] },
      ),
      fc.constantFrom(null, 5, 'text', []),
    );
    const content = fc.oneof(
      fc.record({ steps: fc.array(step, { maxLength: 3 }), other: value }, { requiredKeys: ['steps'] }),
      fc.record({ steps: value }),
      fc.constant({}),
    );
    let changed = 0;
    await fc.assert(
      fc.asyncProperty(content, async (given) => {
        await store(id, given);
        const [row] = await gateway.app.db.sql.query<{ content: { value: unknown } }>('SELECT content FROM tours WHERE id = $1', [id]);
        const expected = normalizeContent(given);
        expect(row?.content.value).toEqual(expected);
        if (JSON.stringify(expected) !== JSON.stringify(given)) changed++;
      }),
      { numRuns: FUZZ_RUNS },
    );
    expect(changed).toBeGreaterThan(FUZZ_RUNS / 10);
  });
});
