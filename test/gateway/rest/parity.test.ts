import { beforeEach, describe, expect } from 'vitest';
import type { AnalyticsEvent } from '../../../src/domain/analytics.ts';
import type { ContentWriter } from '../../../src/domain/tour/content-writer.ts';
import { TOUR_ENDPOINTS } from '../../../src/rest/endpoints.ts';
import type { TestApp } from '../../support/app.ts';
import { createFlag } from '../../support/flags.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { newProject } from '../../support/new-project.ts';
import { markFlagIds, maskedRows, projectRows } from '../../support/project-rows.ts';
import { restTours } from '../../support/rest-tours.ts';
import { create, discard, generate, publish, READING, remove, type Side, save, type Twin, update } from './twins.ts';

const contentWriter: ContentWriter = async function* ({ title, steps }) {
  for (const { index } of steps) yield { index, title, description: `Step ${index}` };
};

const it = gatewayTest({}, { contentWriter, capture: (event) => void events.push(event) });
let gateway: TestApp;
let events: AnalyticsEvent[] = [];

it.beforeAll(async ({ gateway: started }) => {
  gateway = started;
  await markFlagIds(gateway.app.db);
});
beforeEach(() => {
  events = [];
});

async function newSide(): Promise<Side> {
  const { graphql, rest, app } = gateway;
  const projectId = await newProject(graphql);
  await app.db.prisma.project.update({ where: { id: projectId }, data: { aiDataProcessingApproved: true } });
  return {
    projectId,
    flagId: await createFlag(graphql, projectId, 'linked', ['a']),
    tours: restTours(gateway, projectId),
    graphql,
    readActivity: () => rest('GET', `${projectId}/activity_log/`),
  };
}

/** All that a side leaves: its rows, and the analytics events of it. */
async function leftBy({ projectId }: Side) {
  const rows = await projectRows(gateway.app.db, projectId);
  const captured = events.filter((event) => event.projectId === projectId).map(({ projectId: _, ...event }) => event);
  return maskedRows({ ...rows, captured });
}

interface Case {
  name: string;
  twin: Twin;
  /** What the tour is before; absent: there is none. */
  start?: (side: Side) => object;
  draft?: object;
  fields?: (side: Side) => object;
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
const toWrite = [
  { id: 'a', type: 'modal' },
  { id: 'b', type: 'banner' },
  { id: 'c', type: 'element' },
];

const CASES: Case[] = [
  { name: 'a bare tour is made', twin: create, fields: () => ({ name: 'Bare' }) },
  { name: 'a tour with everything is made', twin: create, fields: everything },
  { name: 'a tour is made and launched', twin: create, fields: launched },
  { name: 'no variant without a flag', twin: create, fields: (side) => ({ ...everything(side), linked_flag_id: null }), isRefused: true },
  { name: 'a tour is renamed', twin: update, start: everything, draft: { description: 'lost' }, fields: () => ({ name: 'Renamed' }) },
  {
    name: 'a tour is launched',
    twin: update,
    start: () => ({ name: 'Plain', auto_launch: true }),
    fields: () => ({ start_date: '2024-01-01T00:00:00Z' }),
  },
  {
    name: 'a tour is stopped and archived',
    twin: update,
    start: launched,
    fields: () => ({ end_date: '2024-02-01T00:00:00Z', archived: true }),
  },
  {
    name: 'a tour loses its steps and targeting',
    twin: update,
    start: launched,
    fields: () => ({ content: {}, targeting_flag_filters: null, auto_launch: false }),
  },
  { name: 'a tour loses its flag', twin: update, start: everything, fields: () => ({ linked_flag_id: null }) },
  { name: 'nothing is changed', twin: update, start: everything, draft: { name: 'x' } },
  { name: 'a change is refused', twin: update, start: everything, fields: () => ({ name: ' ' }), isRefused: true },
  {
    name: 'a draft is begun',
    twin: save,
    start: everything,
    fields: () => ({ name: 'Drafted', content: { steps: [{ type: 'element' }] } }),
  },
  {
    name: 'a draft is continued',
    twin: save,
    start: everything,
    draft: { name: 'Drafted' },
    fields: () => ({ auto_launch: false, linked_flag_id: null }),
  },
  { name: 'a draft is saved with nothing', twin: save, start: everything },
  { name: 'a save is refused', twin: save, start: everything, fields: () => ({ content: 'text' }), isRefused: true },
  {
    name: 'a draft is published',
    twin: publish,
    start: launched,
    draft: { name: 'Drafted', description: 'd' },
    fields: () => ({ description: 'e' }),
  },
  { name: 'there is nothing to publish', twin: publish, start: everything, isRefused: true },
  {
    name: 'a publish is refused',
    twin: publish,
    start: launched,
    draft: { name: 'x' },
    fields: () => ({ linked_flag_id: 999_999 }),
    isRefused: true,
  },
  { name: 'a draft is discarded', twin: discard, start: everything, draft: { name: 'x' } },
  { name: 'no draft is discarded', twin: discard, start: everything },
  { name: 'a tour is deleted', twin: remove, start: launched, draft: { name: 'x' } },
  { name: 'texts are written', twin: generate, start: everything, fields: () => ({ title: 'T', steps: toWrite }) },
  { name: 'texts are asked for without steps', twin: generate, start: everything, fields: () => ({ title: 'T' }), isRefused: true },
  {
    name: 'texts are asked for an archived tour',
    twin: generate,
    start: () => ({ name: 'Archived', archived: true }),
    fields: () => ({ steps: toWrite }),
    isRefused: true,
  },
];

describe('REST and GraphQL leave the same rows and events when', () => {
  it.each(CASES)('$name', async ({ twin, start, draft, fields = () => ({}), isRefused = false }) => {
    const [one, other] = [await newSide(), await newSide()];
    const prepare = async (side: Side) => {
      if (!start) return '';
      const { id } = await side.tours.create(start(side));
      if (draft) await side.tours.draft(id, draft);
      return id as string;
    };
    const [oneId, otherId] = [await prepare(one), await prepare(other)];
    const untouched = await leftBy(one);
    const said = [await twin.rest(one, oneId, fields(one)), await twin.graphql(other, otherId, fields(other))];
    expect(said.map((answer) => answer.isRefused)).toEqual([isRefused, isRefused]);
    expect(said[0]?.told ?? null).toEqual(said[1]?.told ?? null);

    const [left, right] = [await leftBy(one), await leftBy(other)];
    expect(left).toEqual(right);
    if (isRefused) expect(left).toEqual(untouched);
    expect(left.flags.length + left.tours.length + left.deleted.length).toBeGreaterThan(0);
  });
});

describe('REST and GraphQL tell the same of a tour, and leave every row as it was, when they are asked for', () => {
  it.each(READING)('$action', async (twin) => {
    const side = await newSide();
    const { id } = await side.tours.create(launched(side));
    await side.tours.change(id, { description: 'Changed', linked_flag_id: side.flagId });
    await side.tours.draft(id, { name: 'Drafted', content: { steps: [] } });
    const rows = await leftBy(side);
    const [overRest, overGraphql] = [await twin.rest(side, id, {}), await twin.graphql(side, id, {})];
    expect(overGraphql.told).toBeTruthy();
    expect(overRest.told).toMatchObject(overGraphql.told as object);
    expect(await leftBy(side)).toEqual(rows);
  });
});

it('every endpoint has its twin', () => {
  const tried = new Set([...CASES.map(({ twin }) => twin), ...READING].map(({ action }) => action));
  expect([...tried].sort()).toEqual([...Object.keys(TOUR_ENDPOINTS), 'activity_log'].sort());
});
