import { describe, expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { mutate } from '../../support/mutate.ts';
import { addPerson, type Person } from '../../support/people.ts';

const SAVED = 'revision rebased tour { draft { raw } }';
type Step = Record<string, unknown>;
const step = (id: string, contentHtml = 'text'): Step => ({ id, type: 'modal', contentHtml });
const ids = (letters: string): Step[] => [...letters].map((id) => step(id));

const it = gatewayTest();
let gateway: TestApp;
let other: Person;
let count = 0;

it.beforeAll(async ({ gateway: started }) => {
  gateway = started;
  other = await addPerson(gateway);
});

async function create(content: object): Promise<string> {
  const { tour } = await mutate(gateway.graphql, 'createTour', { projectId: gateway.projectId, name: `Steps ${++count}`, content });
  return tour.uuid;
}

const edit = (tourId: string, operations: object[], expectedRevision?: number, client = gateway.graphql) =>
  mutate(client, 'editTourDraftSteps', { tourId, operations, expectedRevision }, SAVED);

// biome-ignore lint/suspicious/noExplicitAny: what came over the wire
const order = (result: any): string => result.tour.draft.raw.content.steps.map(({ id }: Step) => id ?? '-').join('');

/** What comes of operations made to revision 1, after another person's. */
async function afterTheirs(content: object, theirs: object[], mine: object[]) {
  const tourId = await create(content);
  expect(await edit(tourId, theirs, 1, other.graphql)).toMatchObject({ __typename: 'EditTourDraftStepsSuccess', revision: 2 });
  return edit(tourId, mine, 1);
}

const move = (stepId: string, ...[behind]: (string | null)[]) => ({ move: { stepId, ...(behind !== undefined && { after: behind }) } });
const add = (id: string, ...[behind]: (string | null)[]) => ({ add: { step: step(id), ...(behind !== undefined && { after: behind }) } });
const update = (stepId: string, patch: object) => ({ update: { stepId, patch } });
const remove = (stepId: string) => ({ remove: { stepId } });

describe('operations on steps from a revision that others have changed since', () => {
  it.each<[string, object, object[], object[], string]>([
    ['moves to both ends', { steps: ids('abcd') }, [move('a')], [move('d', null)], 'dbca'],
    ['moves of neighbours', { steps: ids('abcd') }, [move('a', 'b')], [move('c', 'd')], 'badc'],
    ['moves of two steps that stood side by side', { steps: ids('abcd') }, [move('a', 'b')], [move('b', 'd')], 'acdb'],
    ['additions to a tour without steps', {}, [add('x')], [add('y')], 'xy'],
    ['two additions at the end', { steps: ids('abc') }, [add('x')], [add('y')], 'abcxy'],
    ['two additions at the start', { steps: ids('abc') }, [add('x', null)], [add('y', null)], 'yxabc'],
    ['a move to the end behind what was added there', { steps: ids('abc') }, [add('x')], [move('a')], 'bcxa'],
    ['an addition behind a step that was moved', { steps: ids('abc') }, [move('a')], [add('x', 'a')], 'bcax'],
    ['an addition behind a step that was removed', { steps: ids('abc') }, [remove('b')], [add('x', 'b')], 'axc'],
    ['an addition behind the first step, which was removed', { steps: ids('abc') }, [remove('a')], [add('x', 'a')], 'bcx'],
    ['a removal and an addition', { steps: ids('abc') }, [remove('b')], [remove('a'), add('x', null)], 'xc'],
    ['the same removal', { steps: ids('abc') }, [remove('b')], [remove('b')], 'ac'],
    ['the same move', { steps: ids('abc') }, [move('a')], [move('a')], 'bca'],
    ['a step added and moved at once', { steps: ids('abc') }, [move('a')], [add('x'), move('x', 'b')], 'bxca'],
  ])('never collide when they name different steps, or do the same: %s', async (_, content, theirs, mine, expected) => {
    const result = await afterTheirs(content, theirs, mine);
    expect(result).toMatchObject({ __typename: 'EditTourDraftStepsSuccess', revision: 3 });
    expect(order(result)).toBe(expected);
  });

  it('get along with a step without an id', async () => {
    const content = { steps: [...ids('ab'), { type: 'modal' }] };
    const result = await afterTheirs(content, [update('a', { contentHtml: 'theirs' })], [update('b', { contentHtml: 'mine' })]);
    expect(result).toMatchObject({
      rebased: true,
      tour: { draft: { raw: { content: { steps: [step('a', 'theirs'), step('b', 'mine'), { type: 'modal' }] } } } },
    });
  });

  it('bring together changes of different keys of one step, and keep the place that others gave it', async () => {
    const theirs = [update('a', { selector: '#theirs', survey: { type: 'open' } }), move('a')];
    const result = await afterTheirs({ steps: ids('abc') }, theirs, [update('a', { contentHtml: 'mine' })]);
    expect(order(result)).toBe('bca');
    expect(result.tour.draft.raw.content.steps[2]).toEqual({ ...step('a', 'mine'), selector: '#theirs', survey: { type: 'open' } });
  });

  it.each<[string, object[], object[], string]>([
    ['the same key', [update('a', { contentHtml: '1' })], [update('a', { contentHtml: '2' })], '/content/steps/a/contentHtml'],
    ['a step that was removed', [remove('a')], [update('a', { contentHtml: 'mine' })], '/content/steps/a'],
    ['a step to move that was removed', [remove('a')], [move('a')], '/content/steps/a'],
    ['a step to remove that was changed', [update('a', { contentHtml: 'theirs' })], [remove('a')], '/content/steps/a'],
    ['two steps of one id', [{ add: { step: step('x', '1') } }], [{ add: { step: step('x', '2') } }], '/content/steps/x'],
    ['two places for one step', [move('a')], [move('a', 'b')], '/content/steps/a'],
    ['two places for one step, the first next door', [move('a', 'b')], [move('a')], '/content/steps/a'],
  ])('collide over %s', async (_, theirs, mine, path) => {
    const result = await afterTheirs({ steps: ids('abcd') }, theirs, [update('d', { contentHtml: 'mine as well' }), ...mine]);
    expect(result).toMatchObject({ __typename: 'ConflictError', conflictingPaths: [path], changedBy: { email: other.email } });
  });

  it('see what a save of the whole content has moved, unless two neighbours changed places, which may be either’s move', async () => {
    const afterSave = async (letters: string, mine: object[]) => {
      const tourId = await create({ steps: ids('abcd') });
      await mutate(other.graphql, 'saveTourDraft', { tourId, content: { steps: ids(letters) } });
      return edit(tourId, mine, 1);
    };
    expect(await afterSave('bcda', [move('a', 'b')])).toMatchObject({ conflictingPaths: ['/content/steps/a'] });
    expect(order(await afterSave('bcda', [move('b')]))).toBe('cdab');
    expect(order(await afterSave('bacd', [move('a')]))).toBe('bcda');
  });

  it('leave a second step of the same id as it is', async () => {
    const tourId = await create({ steps: ids('ab') });
    await mutate(other.graphql, 'saveTourDraft', { tourId, content: { steps: ids('aba') } });
    expect(order(await edit(tourId, [remove('a')], 1))).toBe('ba');
  });

  it('leave alone what others made of the rest', async () => {
    const tourId = await create({ steps: ids('ab'), appearance: { color: 'red' } });
    const content = { steps: ids('ab'), appearance: { color: 'blue' } };
    await mutate(other.graphql, 'saveTourDraft', { tourId, name: 'Theirs', content });
    const result = await edit(tourId, [add('x', 'a')], 1);
    expect(result).toMatchObject({
      rebased: true,
      tour: { draft: { raw: { name: 'Theirs', content: { appearance: { color: 'blue' } } } } },
    });
    expect(order(result)).toBe('axb');
  });

  it('are refused as they would be for the revision that they were made to', async () => {
    const result = await afterTheirs({ steps: ids('a') }, [add('x')], [update('x', { contentHtml: 'not seen yet' })]);
    expect(result).toMatchObject({ __typename: 'ValidationError', fields: [{ path: 'operations.0.update.stepId' }] });
  });
});

describe('the id of a step to add', () => {
  it.each([true, {}, []])('is a text or a number, not %j', async (id) => {
    const tourId = await create({ steps: [{ contentHtml: 'without an id' }] });
    expect(await edit(tourId, [{ add: { step: { id } } }])).toMatchObject({
      fields: [{ path: 'operations.0.add.step.id', message: 'The id of a step must be a text or a number.' }],
    });
  });

  it('may be taken', async () => {
    const tourId = await create({ steps: [{ id: 1 }] });
    expect(await edit(tourId, [add('1')])).toMatchObject({ fields: [{ message: "There is already a step with the id '1'." }] });
  });
});
