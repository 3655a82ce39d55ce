import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { EXAMPLE } from '../../../src/domain/tour/content/example.ts';
import type { TestApp } from '../../support/app.ts';
import { FUZZ_RUNS, FUZZ_TIMEOUT } from '../../support/fuzz.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { mutate } from '../../support/mutate.ts';
import { createInput, SAMPLE_TOURS } from '../../support/tours.ts';
import { typedContent, typedStep } from '../../support/typed-content.ts';
import { anyContent } from '../../unit/domain/tour/arbitrary-content.ts';

const it = gatewayTest();
let gateway: TestApp;
let projectId: number;

it.beforeAll(({ gateway: started }) => {
  gateway = started;
  projectId = gateway.projectId;
});

const READ = 'query ($id: UUID!) { tour(id: $id) { content { raw } draft { content { raw } problems { code path } } } }';

async function read(id: string) {
  return (await gateway.graphql(READ, { id })).tour;
}

async function create(input: object): Promise<string> {
  return (await mutate(gateway.graphql, 'createTour', { projectId, ...input })).tour.uuid;
}

/** Content without the ids of surveys, which the gateway makes. */
function withoutSurveyIds(content: unknown): unknown {
  return JSON.parse(JSON.stringify(content), (key, value) => (key.startsWith('linkedSurvey') ? undefined : value));
}

describe('typed content', () => {
  it.each(SAMPLE_TOURS.map((sample) => [sample.name, sample] as const))('stores the same as JSON: %s', async (_, sample) => {
    const { content, ...input } = createInput(projectId, sample);
    const typed = typedContent(sample.content);
    // Only keys that are unknown, or values that browsers do not know, are in no field.
    const extras = [...JSON.stringify(typed).matchAll(/"extra":\{"(\w+)"/g)].map(([, key]) => key);
    expect(['modalPosition', 'operator', 'futureKey', 'unknownStepKey']).toEqual(expect.arrayContaining(extras));
    const plain = await create({ ...input, content });
    const other = await create({ ...input, name: `${sample.name} typed`, typedContent: typed });
    expect(withoutSurveyIds((await read(other)).content.raw)).toEqual(withoutSurveyIds((await read(plain)).content.raw));
  });

  it('stores the same as JSON in each mutation that takes content', async () => {
    const content = SAMPLE_TOURS[0]?.content;
    const typed = typedContent(content as Record<string, unknown>);
    const tourId = await create({ name: 'Everywhere' });
    await mutate(gateway.graphql, 'updateTour', { tourId, typedContent: typed });
    expect((await read(tourId)).content.raw).toEqual(content);
    await mutate(gateway.graphql, 'saveTourDraft', { tourId, typedContent: typedContent(EXAMPLE) });
    expect((await read(tourId)).draft.content.raw).toEqual(EXAMPLE);
    await mutate(gateway.graphql, 'publishTourDraft', { tourId, draft: { typedContent: typed } });
    expect(await read(tourId)).toEqual({ content: { raw: content }, draft: null });
    for (const step of EXAMPLE.steps) {
      await mutate(gateway.graphql, 'editTourDraftSteps', {
        tourId,
        operations: [{ add: { typedStep: typedStep({ ...step, id: `new-${step.id}` }) } }],
      });
    }
    const { steps } = (await read(tourId)).draft.content.raw;
    expect(steps.slice(-3)).toEqual(EXAMPLE.steps.map((step) => ({ ...step, id: `new-${step.id}` })));
  });

  it('keeps null apart from absent', async () => {
    const content = {
      type: null,
      steps: null,
      appearance: null,
      conditions: { events: null, url: null },
      languages: [],
      displayFrequency: 'always',
    };
    const tourId = await create({ name: 'Nulls' });
    await mutate(gateway.graphql, 'saveTourDraft', { tourId, typedContent: typedContent(content) });
    expect((await read(tourId)).draft.content.raw).toEqual(content);
    await mutate(gateway.graphql, 'saveTourDraft', { tourId, typedContent: {} });
    expect((await read(tourId)).draft.content.raw).toEqual({});
  });

  it(
    'stores any content that JSON can hold',
    async () => {
      const tourId = await create({ name: 'Any' });
      let extras = 0;
      await fc.assert(
        fc.asyncProperty(anyContent, async (content) => {
          const typed = typedContent(content as Record<string, unknown>);
          if (JSON.stringify(typed).includes('"extra"')) extras++;
          const save = (input: object) => mutate(gateway.graphql, 'saveTourDraft', { tourId, ...input });
          const plain = await save({ content });
          const typedResult = await save({ typedContent: typed });
          expect(typedResult.__typename).toBe(plain.__typename);
          if (plain.__typename !== 'SaveTourDraftSuccess') return;
          // A save of the same draft writes the same again.
          expect((await read(tourId)).draft.content.raw).toEqual(JSON.parse(JSON.stringify(content)));
        }),
        { numRuns: Math.ceil(FUZZ_RUNS / 4) },
      );
      expect(extras).toBeGreaterThan(5);
    },
    FUZZ_TIMEOUT,
  );
});

describe('typed content is refused', () => {
  const fieldsOf = async (name: string, input: object) => (await mutate(gateway.graphql, name, input)).fields;

  it('together with JSON, whatever the two are', async () => {
    const tourId = await create({ name: 'Both' });
    const both = [{ path: 'typedContent', code: 'invalid_input' }];
    for (const content of [{ steps: [] }, null]) {
      for (const typed of [{ steps: [] }, null]) {
        const input = { content, typedContent: typed };
        expect(await fieldsOf('createTour', { projectId, name: 'Both ways', ...input })).toMatchObject(both);
        expect(await fieldsOf('updateTour', { tourId, ...input })).toMatchObject(both);
        expect(await fieldsOf('saveTourDraft', { tourId, ...input })).toMatchObject(both);
        expect(await fieldsOf('publishTourDraft', { tourId, draft: input })).toMatchObject([{ path: 'draft.typedContent' }]);
      }
    }
    const add = { step: { id: 'a' }, typedStep: { modal: { stepId: 'a' } } };
    expect(await fieldsOf('editTourDraftSteps', { tourId, operations: [{ add }] })).toMatchObject([{ path: 'operations.0.add' }]);
    expect(await fieldsOf('editTourDraftSteps', { tourId, operations: [{ add: {} }] })).toMatchObject([
      { path: 'operations.0.add.step', code: 'required' },
    ]);
  });

  it.each([
    [{ extra: [] }, 'typedContent.extra'],
    [{ type: 'TOUR', extra: { type: 'tour' } }, 'typedContent.extra'],
    [{ steps: [{ modal: {} }, { modal: { stepId: 'a', extra: { id: 'b' } } }] }, 'typedContent.steps.1.modal.extra'],
    [{ steps: [{ banner: { extra: { type: 'modal' } } }] }, 'typedContent.steps.0.banner.extra'],
    [
      { steps: [{ modal: { translations: [{ language: 'de' }, { language: 'de' }] } }] },
      'typedContent.steps.0.modal.translations.1.language',
    ],
    [{ languages: Array.from({ length: 501 }, () => 'de') }, 'typedContent.languages'],
    [{ steps: [{ modal: { selector: 'x'.repeat(8193) } }] }, 'typedContent.steps.0.modal.selector'],
  ])('%j', async (typed, path) => {
    const tourId = await create({ name: `Refused ${path} ${JSON.stringify(typed).length}` });
    expect(await fieldsOf('saveTourDraft', { tourId, typedContent: typed })).toMatchObject([{ path }]);
    expect((await read(tourId)).draft).toBeNull();
  });

  it('with more than one type for a step, and with values that an enum does not have', async () => {
    const send = (typed: object) =>
      gateway.graphql.send('mutation ($input: SaveTourDraftInput!) { saveTourDraft(input: $input) { __typename } }', {
        input: { tourId: '00000000-0000-4000-8000-000000000000', typedContent: typed },
      });
    for (const typed of [
      { steps: [{ modal: {}, banner: {} }] },
      { steps: [{}] },
      { displayFrequency: 'ONCE' },
      { appearance: { zIndex: 'high' } },
    ]) {
      expect((await send(typed)).errors?.[0]?.message).toContain('typedContent');
    }
  });

  it('with more steps than the limit', async () => {
    const tourId = await create({ name: 'Many steps' });
    const steps = Array.from({ length: 501 }, (_, n) => ({ modal: { stepId: String(n) } }));
    expect(await fieldsOf('saveTourDraft', { tourId, typedContent: { steps } })).toMatchObject([{ path: 'content', code: 'max_length' }]);
  });
});
