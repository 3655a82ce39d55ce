import { describe, expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { mutate } from '../../support/mutate.ts';

const it = gatewayTest();
let gateway: TestApp;
let count = 0;
const run = (name: string, input: object, selection?: string) => mutate(gateway.graphql, name, input, selection);

it.beforeAll(({ gateway: started }) => {
  gateway = started;
});

const DIFF = `stepDiff { added { ...C } removed { ...C } moved { ...C } changed { ...C } }`;
const FRAGMENT = 'fragment C on StepChange { stepId number previousNumber changedKeys }';
const step = (id: unknown, contentHtml = 'Hello') => ({ id, type: 'modal', contentHtml });

async function create(steps: unknown[]): Promise<string> {
  return (await run('createTour', { projectId: gateway.projectId, name: `Tour ${++count}`, content: { steps } })).tour.uuid;
}

/** Between live and a draft with these steps. */
async function draftDiff(before: unknown[], after: unknown[]) {
  const tourId = await create(before);
  await run('saveTourDraft', { tourId, content: { steps: after } });
  const { tour } = await gateway.graphql(`query ($id: UUID!) { tour(id: $id) { draft { ${DIFF} } } } ${FRAGMENT}`, { id: tourId });
  return tour.draft.stepDiff;
}

describe('the steps of a draft and of the live tour', () => {
  it('are told apart by their ids: added, removed, moved, changed', async () => {
    const before = [step('a'), step('b'), step('c'), step('d')];
    const after = [step('new'), step('c'), step('a', 'Bye'), { ...step('d'), selector: '#d' }];
    expect(await draftDiff(before, after)).toEqual({
      added: [{ stepId: 'new', number: 1, previousNumber: null, changedKeys: [] }],
      removed: [{ stepId: 'b', number: null, previousNumber: 2, changedKeys: [] }],
      moved: [{ stepId: 'c', number: 2, previousNumber: 3, changedKeys: [] }],
      changed: [
        { stepId: 'a', number: 3, previousNumber: 1, changedKeys: ['contentHtml'] },
        { stepId: 'd', number: 4, previousNumber: 4, changedKeys: ['selector'] },
      ],
    });
  });

  it.each([
    [['a', 'b', 'c', 'd', 'e'], ['e', 'a', 'b', 'c', 'd'], ['e']],
    [['a', 'b', 'c', 'd', 'e'], ['b', 'c', 'd', 'e', 'a'], ['a']],
    [['a', 'b', 'c', 'd', 'e'], ['b', 'd', 'e'], []],
    [['a', 'b', 'c'], ['x', 'a', 'y', 'b', 'z', 'c'], []],
  ])('of %j made into %j: only %j moved', async (before, after, moved) => {
    const diff = await draftDiff(
      before.map((id) => step(id)),
      after.map((id) => step(id)),
    );
    expect(diff.moved.map(({ stepId }: { stepId: string }) => stepId)).toEqual(moved);
    expect(diff.changed).toEqual([]);
  });

  it('that share an id, or have none, are paired in their order', async () => {
    const diff = await draftDiff(
      [step('a'), step('a'), { type: 'modal' }, step(7)],
      [step('a'), step('a', 'Second'), { type: 'survey' }, step(7)],
    );
    expect(diff).toEqual({
      added: [],
      removed: [],
      moved: [],
      changed: [
        { stepId: 'a', number: 2, previousNumber: 2, changedKeys: ['contentHtml'] },
        { stepId: null, number: 3, previousNumber: 3, changedKeys: ['type'] },
      ],
    });
  });

  it('are none where a draft has something odd instead', async () => {
    const tourId = await create([step('a')]);
    await run('saveTourDraft', { tourId, content: null });
    const { tour } = await gateway.graphql(`{ tour(id: "${tourId}") { draft { ${DIFF} } } } ${FRAGMENT}`);
    expect(tour.draft.stepDiff).toMatchObject({ added: [], removed: [{ stepId: 'a' }] });
  });
});

it('the steps of versions are compared as well, with the one before or any other', async () => {
  const tourId = await create([step('a')]);
  await run('updateTour', { tourId, content: { steps: [step('a'), step('b')] } });
  await run('updateTour', { tourId, content: { steps: [step('b', 'Bye')] } });
  const query = `query ($id: UUID!, $against: Int) { tour(id: $id) { versions { nodes { number ${DIFF.replace('stepDiff', 'stepDiff(against: $against)')} } } } } ${FRAGMENT}`;
  const { tour } = await gateway.graphql(query, { id: tourId });
  expect(tour.versions.nodes).toMatchObject([
    { number: 3, stepDiff: { added: [], removed: [{ stepId: 'a' }], moved: [], changed: [{ stepId: 'b', number: 1, previousNumber: 2 }] } },
    { number: 2, stepDiff: { added: [{ stepId: 'b', number: 2 }], removed: [], moved: [], changed: [] } },
    { number: 1, stepDiff: { added: [], removed: [], moved: [], changed: [] } },
  ]);
  const first = await gateway.graphql(query, { id: tourId, against: 1 });
  expect(first.tour.versions.nodes[0].stepDiff).toMatchObject({ added: [{ stepId: 'b' }], removed: [{ stepId: 'a' }] });
  const { errors } = await gateway.graphql.send(query, { id: tourId, against: 9 });
  expect(errors?.[0]).toMatchObject({ extensions: { code: 'VALIDATION_FAILED' } });
});
