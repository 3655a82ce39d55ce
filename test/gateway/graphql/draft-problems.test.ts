import fc from 'fast-check';
import { describe, expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { createFlag } from '../../support/flags.ts';
import { FUZZ_RUNS, FUZZ_TIMEOUT } from '../../support/fuzz.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { mutate } from '../../support/mutate.ts';
import { newProject } from '../../support/new-project.ts';
import { type RestTours, restTours } from '../../support/rest-tours.ts';
import { anyContent, anyTargeting } from '../../unit/domain/tour/arbitrary-content.ts';
import { anyJson } from '../../unit/json/arbitrary-json.ts';

interface Problem {
  severity: 'ERROR' | 'WARNING';
  code: string;
  message: string;
  path: string;
}

const it = gatewayTest();
let gateway: TestApp;
let tours: RestTours;
let flags: { plain: number; multivariate: number; foreign: number };

it.beforeAll(async ({ gateway: started }) => {
  gateway = started;
  tours = restTours(gateway, gateway.projectId);
  flags = {
    plain: await createFlag(gateway.graphql, gateway.projectId, 'plain'),
    multivariate: await createFlag(gateway.graphql, gateway.projectId, 'multivariate', ['a', 'b']),
    foreign: await createFlag(gateway.graphql, await newProject(gateway.graphql), 'foreign'),
  };
  await tours.create({ name: 'Taken' });
});

const READ = '{ revision updatedAt draft { problems { severity code message path } } }';

async function read(id: string): Promise<{ revision: number; updatedAt: string; problems: Problem[] }> {
  const { tour } = await gateway.graphql(`{ tour(id: "${id}") ${READ} }`);
  return { revision: tour.revision, updatedAt: tour.updatedAt, problems: tour.draft?.problems ?? [] };
}

const errors = (problems: Problem[]) => problems.filter(({ severity }) => severity === 'ERROR');

describe('the problems of a draft', () => {
  it('are all there are, each at its place', async () => {
    const { id } = await tours.create();
    const steps = [1, { id: 'a' }, null];
    const groups = [{ properties: [{}, 1] }, 2, { properties: {} }];
    await tours.draft(id, {
      name: ' ',
      description: null,
      auto_launch: null,
      linked_flag_id: flags.plain,
      targeting_flag_filters: { groups },
      content: { type: 'announcement', steps, conditions: [] },
    });
    expect(errors((await read(id)).problems).map(({ code, path }) => [path, code])).toEqual([
      ['/name', 'blank'],
      ['/description', 'null'],
      ['/targeting_flag_filters/groups/0/properties/1', 'invalid_input'],
      ['/targeting_flag_filters/groups/1', 'invalid_input'],
      ['/targeting_flag_filters/groups/2/properties', 'invalid_input'],
      ['/content/steps', 'invalid_input'],
      ['/content/steps/0', 'invalid_input'],
      ['/content/steps/2', 'invalid_input'],
      ['/content/conditions', 'invalid_input'],
      ['/auto_launch', 'null'],
    ]);
  });

  it.each([
    [{ name: 'Taken ' }, '/name', 'unique'],
    [{ name: 'x'.repeat(401) }, '/name', 'max_length'],
    [{ content: null }, '/content', 'null'],
    [{ content: { steps: {} } }, '/content/steps', 'invalid_input'],
    [{ content: { steps: [{ elementTargeting: 'manual' }] } }, '/content/steps/0/selector', 'invalid_input'],
    [{ content: { steps: [{}, { type: 'element', elementTargeting: 'auto' }] } }, '/content/steps/1/inferenceData', 'invalid_input'],
    [{ content: { conditions: { linkedFlagVariant: 'a' } } }, '/content/conditions/linkedFlagVariant', 'invalid_input'],
    [{ targeting_flag_filters: [] }, '/targeting_flag_filters', 'invalid_input'],
    [{ targeting_flag_filters: { groups: 1 } }, '/targeting_flag_filters/groups', 'invalid_input'],
    [{ linked_flag_id: 999_999 }, '/linked_flag_id', 'invalid_input'],
    [{ linked_flag_id: 2 ** 40 }, '/linked_flag_id', 'invalid_input'],
  ])('of a launched tour: %j', async (fields, path, code) => {
    const { id } = await tours.create({ start_date: '2024-01-01' });
    await tours.draft(id, fields);
    const { problems, ...before } = await read(id);
    expect(errors(problems)).toMatchObject([{ path, code }]);
    expect(await tours.send('POST', `/${id}/publish_draft/`)).toMatchObject({ status: 400, body: { detail: problems[0]?.message } });
    expect(await read(id)).toEqual({ problems, ...before });
  });

  it('warn of what will stop the launch', async () => {
    const { id } = await tours.create();
    await tours.draft(id, {
      content: {
        steps: [
          { id: 'a', contentHtml: 'Hello' },
          { id: 'b', contentHtml: 'There', type: 'element', elementTargeting: 'auto' },
        ],
      },
    });
    const { problems } = await read(id);
    expect(problems).toMatchObject([{ severity: 'WARNING', path: '/content/steps/1/inferenceData' }]);
    await tours.publish(id);
    expect(await mutate(gateway.graphql, 'launchTour', { tourId: id })).toMatchObject({ fields: [{ message: problems[0]?.message }] });
  });

  it(
    'are errors exactly when a publish is refused, and name what it says',
    async () => {
      const states = [{}, { start_date: '2024-01-01' }, { start_date: '2024-01-01', end_date: '2024-02-01' }, { archived: true }];
      const ids = await Promise.all(states.map((state) => tours.create(state).then(({ id }) => id as string)));
      const outcomes = { published: 0, refused: 0 };
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...ids), anyDraft, fc.boolean(), async (id, fields, overRest) => {
          await tours.send('POST', `/${id}/discard_draft/`);
          const flagId = fields.linked_flag_id;
          const body = { ...fields, ...(typeof flagId === 'string' && { linked_flag_id: flags[flagId as keyof typeof flags] }) };
          const saved = await tours.send('PATCH', `/${id}/draft/`, body);
          // What no database could hold is refused at once.
          if (saved.status === 400 || Object.keys(fields).length === 0) return;
          const { problems, ...before } = await read(id);
          const refusals = await publish(id, overRest);
          outcomes[refusals.length > 0 ? 'refused' : 'published']++;
          if (refusals.length === 0) expect(errors(problems)).toEqual([]);
          for (const refusal of refusals) expect(errors(problems)).toContainEqual(refusal);
          if (refusals.length > 0) expect(await read(id)).toEqual({ problems, ...before });
        }),
        { numRuns: Math.ceil(FUZZ_RUNS / 2) },
      );
      expect(Math.min(outcomes.published, outcomes.refused)).toBeGreaterThan(FUZZ_RUNS / 25);
    },
    FUZZ_TIMEOUT,
  );
});

const mostly = <T, U>(usual: fc.Arbitrary<T>, odd: fc.Arbitrary<U>) => fc.oneof({ weight: 9, arbitrary: usual }, odd);

const usualStep = fc.record({
  id: fc.constantFrom('a', 'b'),
  elementTargeting: fc.constantFrom(null, null, 'manual', 'auto'),
  selector: mostly(fc.constant('#a'), fc.constant('')),
  inferenceData: mostly(fc.constant({ text: 'Save' }), fc.constant({})),
});

const usualContent = fc.record(
  {
    type: mostly(fc.constant('tour'), fc.constant('announcement')),
    steps: fc.array(mostly(usualStep, anyJson), { maxLength: 3 }),
    conditions: fc.record({ linkedFlagVariant: fc.constantFrom(null, null, 'any', 'a') }),
  },
  { requiredKeys: [] },
);

const anyDraft = fc.record(
  {
    name: mostly(
      fc.nat().map((n) => `Number ${n}`),
      fc.constantFrom('Taken', ' Taken', '', ' ', 'x'.repeat(401), null),
    ),
    description: mostly(fc.string(), fc.constant(null)),
    content: fc.oneof(usualContent, usualContent, anyContent, fc.constant(null)),
    targeting_flag_filters: fc.oneof(fc.constant(null), anyTargeting, anyJson),
    linked_flag_id: mostly(
      fc.constantFrom('plain', 'multivariate', null),
      fc.constantFrom('foreign', 0, -1, 999_999, 2 ** 31 - 1, 2 ** 31, -(2 ** 40)),
    ),
    auto_launch: mostly(fc.boolean(), fc.constant(null)),
  },
  { requiredKeys: [] },
);

/** @returns what it is refused for, as the problems are to tell it; nothing when it goes through */
async function publish(id: string, overRest: boolean): Promise<unknown[]> {
  if (overRest) {
    const { status, body } = await tours.send('POST', `/${id}/publish_draft/`);
    expect([200, 400]).toContain(status);
    return status === 200 ? [] : [expected(body.detail, body.attr)];
  }
  const result = await mutate(gateway.graphql, 'publishTourDraft', { tourId: id });
  expect(['PublishTourDraftSuccess', 'ValidationError']).toContain(result.__typename);
  const fields: { message: string; path: string | null }[] = result.fields ?? [];
  return fields.map(({ message, path }) => expected(message, path?.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`) ?? null));
}

function expected(message: string, field: string | null): unknown {
  return expect.objectContaining({ message, ...(field !== null && { path: expect.stringMatching(new RegExp(`^/${field}(/|$)`)) }) });
}
