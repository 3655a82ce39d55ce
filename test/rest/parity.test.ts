import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { createFlag } from '../support/flags.ts';
import { newProject } from '../support/new-project.ts';
import { markFlagIds, projectRows } from '../support/project-rows.ts';
import { type RestTours, restTours } from '../support/rest-tours.ts';

let gateway: TestApp;

beforeAll(async () => {
  gateway = await startTestApp();
  await markFlagIds(gateway.app.db);
});
afterAll(() => gateway.stop());

/** One side of a comparison: a project of its own. */
interface Side {
  projectId: number;
  flagId: number;
  tours: RestTours;
}

async function newSide(): Promise<Side> {
  const projectId = await newProject(gateway.graphql);
  return { projectId, flagId: await createFlag(gateway.graphql, projectId, 'linked', ['a']), tours: restTours(gateway, projectId) };
}

/** Fields in the names of the wire, as a GraphQL input has them. */
function input(fields: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [key.replace(/_(\w)/g, (_, letter) => letter.toUpperCase()), value]),
  );
}

async function mutate(field: string, given: object): Promise<{ __typename: string; tour?: { uuid: string } }> {
  const type = field[0]?.toUpperCase() + field.slice(1);
  const tour = field === 'createTour' ? `... on ${type}Success { tour { uuid } }` : '';
  const result = await gateway.graphql(`mutation ($input: ${type}Input!) { ${field}(input: $input) { __typename ${tour} } }`, {
    input: given,
  });
  return result[field];
}

interface Twin {
  name: string;
  /** What the tour is before; absent: there is none. */
  start?: (side: Side) => object;
  draft?: object;
  fields?: (side: Side) => object;
  rest: (tours: RestTours, id: string, fields: object) => Promise<{ status: number }>;
  graphql: (side: Side, id: string, fields: object) => Promise<{ __typename: string }>;
  isRefused?: true;
}

const everything = ({ flagId }: Side) => ({
  name: 'Everything',
  description: 'All',
  linked_flag_id: flagId,
  content: { type: 'tour', conditions: { linkedFlagVariant: 'a' }, steps: [{ type: 'element', survey: { questionText: 'Why?' } }] },
  targeting_flag_filters: { groups: [{ properties: [{ key: 'plan', value: 'a' }] }] },
  auto_launch: true,
});
const launched = (side: Side) => ({
  ...everything(side),
  content: { steps: [{ type: 'modal', survey: { questionText: 'Why?' } }] },
  start_date: '2024-01-01T00:00:00Z',
});

const create = {
  rest: (tours: RestTours, _: string, fields: object) => tours.send('POST', '/', fields),
  graphql: ({ projectId }: Side, _: string, fields: object) => mutate('createTour', { projectId, ...input(fields) }),
};
const update = {
  rest: (tours: RestTours, id: string, fields: object) => tours.send('PATCH', `/${id}/`, fields),
  graphql: (_: Side, tourId: string, fields: object) => mutate('updateTour', { tourId, ...input(fields) }),
};
const save = {
  rest: (tours: RestTours, id: string, fields: object) => tours.send('PATCH', `/${id}/draft/`, fields),
  graphql: (_: Side, tourId: string, fields: object) => mutate('saveTourDraft', { tourId, ...input(fields) }),
};
const publish = {
  rest: (tours: RestTours, id: string, fields: object) => tours.send('POST', `/${id}/publish_draft/`, fields),
  graphql: (_: Side, tourId: string, fields: object) => mutate('publishTourDraft', { tourId, draft: input(fields) }),
};
const discard = {
  rest: (tours: RestTours, id: string) => tours.send('DELETE', `/${id}/discard_draft/`),
  graphql: (_: Side, tourId: string) => mutate('discardTourDraft', { tourId }),
};
const remove = {
  rest: (tours: RestTours, id: string) => tours.send('DELETE', `/${id}/`),
  graphql: (_: Side, tourId: string) => mutate('deleteTour', { tourId }),
};
const generate = {
  rest: (tours: RestTours, id: string, fields: object) => tours.send('POST', `/${id}/generate/`, fields),
  graphql: (_: Side, tourId: string, fields: object) => mutate('generateTourContent', { tourId, ...input(fields) }),
};

const TWINS: Twin[] = [
  { name: 'a bare tour is made', fields: () => ({ name: 'Bare' }), ...create },
  { name: 'a tour with everything is made', fields: everything, ...create },
  { name: 'a tour is made and launched', fields: launched, ...create },
  {
    name: 'no tour is made without a flag for its variant',
    fields: (side) => ({ ...everything(side), linked_flag_id: null }),
    ...create,
    isRefused: true,
  },
  { name: 'a tour is renamed', start: everything, draft: { description: 'lost' }, fields: () => ({ name: 'Renamed' }), ...update },
  {
    name: 'a tour is launched',
    start: () => ({ name: 'Plain', auto_launch: true }),
    fields: () => ({ start_date: '2024-01-01T00:00:00Z' }),
    ...update,
  },
  {
    name: 'a tour is stopped and archived',
    start: launched,
    fields: () => ({ end_date: '2024-02-01T00:00:00Z', archived: true }),
    ...update,
  },
  {
    name: 'a tour loses its steps and targeting',
    start: launched,
    fields: () => ({ content: {}, targeting_flag_filters: null, auto_launch: false }),
    ...update,
  },
  { name: 'a tour loses its flag', start: everything, fields: () => ({ linked_flag_id: null }), ...update },
  { name: 'nothing is changed', start: everything, draft: { name: 'x' }, fields: () => ({}), ...update },
  { name: 'a change is refused', start: everything, fields: () => ({ name: ' ' }), ...update, isRefused: true },
  { name: 'a draft is begun', start: everything, fields: () => ({ name: 'Drafted', content: { steps: [{ type: 'element' }] } }), ...save },
  {
    name: 'a draft is continued',
    start: everything,
    draft: { name: 'Drafted' },
    fields: () => ({ auto_launch: false, linked_flag_id: null }),
    ...save,
  },
  { name: 'a draft is saved with nothing', start: everything, fields: () => ({}), ...save },
  { name: 'a save is refused', start: everything, fields: () => ({ content: 'text' }), ...save, isRefused: true },
  {
    name: 'a draft is published',
    start: launched,
    draft: { name: 'Drafted', description: 'd' },
    fields: () => ({ description: 'e' }),
    ...publish,
  },
  { name: 'there is nothing to publish', start: everything, fields: () => ({}), ...publish, isRefused: true },
  {
    name: 'a publish is refused',
    start: launched,
    draft: { name: 'x' },
    fields: () => ({ linked_flag_id: 999_999 }),
    ...publish,
    isRefused: true,
  },
  { name: 'a draft is discarded', start: everything, draft: { name: 'x' }, ...discard },
  { name: 'no draft is discarded', start: everything, ...discard },
  { name: 'a tour is deleted', start: launched, draft: { name: 'x' }, ...remove },
  {
    name: 'texts are asked for',
    start: everything,
    fields: () => ({ title: 'a', steps: [{ id: 'a', type: 'modal' }] }),
    ...generate,
    isRefused: true,
  },
];

describe('REST and GraphQL leave the same rows when', () => {
  it.each(TWINS)('$name', async ({ start, draft, fields = () => ({}), rest, graphql, isRefused }) => {
    const [one, other] = [await newSide(), await newSide()];
    const prepare = async (side: Side) => {
      if (!start) return '';
      const { id } = await side.tours.create(start(side));
      if (draft) await side.tours.draft(id, draft);
      return id as string;
    };
    const [oneId, otherId] = [await prepare(one), await prepare(other)];
    const rowsOf = (side: Side) => projectRows(gateway.app.db, side.projectId);
    const untouched = await rowsOf(one);
    const answer = await rest(one.tours, oneId, fields(one));
    const { __typename } = await graphql(other, otherId, fields(other));
    expect([answer.status >= 400, !__typename.endsWith('Success')]).toEqual(Array(2).fill(isRefused ?? false));

    const [left, right] = [await rowsOf(one), await rowsOf(other)];
    expect(left).toEqual(right);
    if (isRefused) expect(left).toEqual(untouched);
    expect(left.flags.length + left.tours.length + left.deleted.length).toBeGreaterThan(0);
  });

  it('each of the writing endpoints was tried', () => {
    const tried = new Set(TWINS.map(({ rest }) => rest));
    expect(tried.size).toBe(7);
  });
});
