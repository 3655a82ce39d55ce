import { beforeAll, describe, expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { CREATE_TOUR } from '../../support/documents.ts';
import { openStaging, type Staging } from '../../support/environments.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { mutate } from '../../support/mutate.ts';
import { createInput, SAMPLE_TOURS } from '../../support/tours.ts';

const FLAG = 'databaseId key name filters active deleted variants version';
const USER = 'databaseId uuid email firstName lastName';
const TOUR = `id uuid name description status type autoLaunch startDate endDate archived createdAt updatedAt revision hasDraft targetingFlagFilters
  content { raw steps { stepId type raw } conditions { url } appearance displayFrequency }
  project { databaseId name } createdBy { ${USER} } internalTargetingFlag { ${FLAG} } linkedFlag { ${FLAG} }
  draft { name description raw revision savedAt savedBy { ${USER} } diff { op path } }`;

const globalId = (id: string) => Buffer.from(`Tour:${id}`).toString('base64');

const it = gatewayTest();

describe('statements sent to the database', () => {
  let gateway: TestApp;
  let staging: Staging;
  const ids: string[] = [];

  it.beforeAll(async ({ gateway: started }) => {
    gateway = started;
    staging = await openStaging(gateway);
    for (let copy = 0; copy < 4; copy++) {
      for (const sample of SAMPLE_TOURS) {
        const input = { ...createInput(gateway.projectId, sample), name: `${sample.name} ${copy}` };
        const { createTour } = await gateway.graphql(CREATE_TOUR, { input });
        ids.push(createTour.tour.uuid);
        await gateway.rest('PATCH', `${gateway.projectId}/product_tours/${createTour.tour.uuid}/draft/`, { description: 'Drafted' });
        await staging.publish(createTour.tour.uuid);
      }
    }
  });

  /** Sent by the work alone. The key is known for a second, and looked up again when that ends in the middle: the least of three times counts. */
  async function statements(work: () => Promise<unknown>): Promise<number> {
    const counts: number[] = [];
    for (let n = 0; n < 3; n++) {
      await gateway.graphql('{ viewer { scopes } }');
      const before = gateway.app.db.stats().queries;
      await work();
      counts.push(gateway.app.db.stats().queries - before);
    }
    return Math.min(...counts);
  }

  const history = (id: string, selection: string) => `{ tour(id: "${id}") { draftHistory { ${selection} } } }`;
  const page = (first: number, selection = TOUR) => `{ tours(projectId: 1, first: ${first}) { totalCount nodes { ${selection} } } }`;

  it.each<[string, number, (id: string) => string]>([
    ['a tour with everything that it points at', 1, (id) => `{ tour(id: "${id}") { ${TOUR} } }`],
    ['a tour by its global id', 1, (id) => `{ node(id: "${globalId(id)}") { ... on Tour { ${TOUR} } } }`],
    ['a page of 2 tours', 1, () => page(2)],
    ['a page of 20 tours', 1, () => page(20)],
    ['a search', 1, () => `{ tours(projectId: 1, search: "invoice") { totalCount nodes { ${TOUR} } } }`],
    ['a page of names', 1, () => page(20, 'name')],
    // What JSON names cannot be joined: one more statement for all of them together.
    [
      'a page of 20 tours with the surveys of their steps',
      2,
      () => page(20, 'linkedSurveys { name } content { steps { linkedSurvey { name } } }'),
    ],
    ['a page of 20 tours with what is scheduled for their drafts', 2, () => page(20, 'draft { scheduledPublish { publishAt } }')],
    ['a page of 5 tours, explained', 3, () => page(5, 'explainTargeting(distinctId: "ada") { verdict conditions { flag { enabled } } }')],
    // The tour, the sessions, and their people; all that they made is one more, whatever is selected of it.
    ['edits of a draft', 3, (id) => history(id, 'edges { cursor } nodes { revision savedAt saves savedBy { email } }')],
    [
      'edits of a draft with what they made',
      4,
      (id) => history(id, 'nodes { savedBy { email } raw diff { op } stepDiff { added { stepId } } }'),
    ],
    ['edits of a draft, counted', 3, (id) => history(id, 'totalCount nodes { revision }')],
    // Which tours these are, and the tours.
    [
      'a page of 20 tours with what they are published as',
      3,
      () => page(20, `environments { publishedRevision project { name } tour { name content { raw } } }`),
    ],
    [
      'a page of 20 tours with those that are published as them',
      2,
      () => `{ tours(projectId: 2, first: 20) { nodes { source { ${TOUR} } } } }`,
    ],
    // The tour, the versions, their number, and their people.
    [
      'a tour with its versions',
      4,
      (id) => `{ tour(id: "${id}") { versions(first: 20) { totalCount nodes { number publishedBy { email } } } } }`,
    ],
    ['tours by their global ids', 1, () => `{ nodes(ids: [${ids.map((id) => `"${globalId(id)}"`)}]) { ... on Tour { ${TOUR} } } }`],
    ['a tour as a browser shows it', 1, (id) => `{ tourPreview(tourId: "${id}") { revision payload } }`],
    ['what was done', 1, () => '{ activityLog(projectId: 1) { totalCount nodes { activity actor { email } } } }'],
    ['a project', 1, () => '{ project(id: 1) { name } }'],
    ['the viewer with projects', 2, () => '{ viewer { user { email } projects { name } } }'],
  ])('%s: %i', async (_, expected, document) => {
    const run = () => gateway.graphql(document(ids[0] as string));
    // Prisma prepares nothing by itself at the first call, but let every path be warm.
    await run();
    expect(await statements(run)).toBe(expected);
  });

  it.each<[string, string]>([
    ['the list', 'product_tours/'],
    ['a search', 'product_tours/?search=invoice'],
    ['a tour', 'product_tours/ID/'],
    ['the status of a draft', 'product_tours/ID/draft_status/'],
    ['what was done', 'activity_log/?scope=ProductTour&item_id=ID'],
  ])('over REST, %s: 1', async (_, path) => {
    const address = `${gateway.projectId}/${path.replace('ID', ids[0] as string)}`;
    const answers: number[] = [];
    expect(await statements(async () => answers.push((await gateway.rest('GET', address)).status))).toBe(1);
    expect(new Set(answers)).toEqual(new Set([200]));
  });

  describe('by a write', () => {
    const save = (n: number) => ({ name: `Saved ${n}`, content: { steps: [{ id: 'a', type: 'modal', contentHtml: `${n}` }] } });
    let plainId: string;
    let texts = 0;

    beforeAll(async () => {
      const { tour } = await mutate(gateway.graphql, 'createTour', { projectId: gateway.projectId, name: 'Plain' });
      plainId = tour.uuid;
    });

    const overRest = (path: string) => async (n: number) =>
      (await gateway.rest('PATCH', `${gateway.projectId}/product_tours/${ids[0]}/${path}`, save(n))).status;

    it.each<[string, number, (n: number) => Promise<unknown>]>([
      // The tour, then the new draft with event and announcement, which gives all that the answer shows.
      ['a save of a draft over REST', 2, overRest('draft/')],
      ['a save of a draft', 2, (n) => mutate(gateway.graphql, 'saveTourDraft', { tourId: ids[1], ...save(n) }, `tour { ${TOUR} }`)],
      [
        'a change of a step',
        2,
        (n) => {
          const operations = [{ add: { step: { type: 'modal', contentHtml: `${n}` } } }];
          return mutate(gateway.graphql, 'editTourDraftSteps', { tourId: ids[1], operations }, `tour { ${TOUR} }`);
        },
      ],
      // BEGIN, lock, discard with event, COMMIT.
      ['a discard', 4, () => mutate(gateway.graphql, 'discardTourDraft', { tourId: ids[1] }, `tour { ${TOUR} }`)],
      // BEGIN, lock, activity, the live tour with its version and event, COMMIT, and the read of the answer.
      [
        'a publish without flag and surveys',
        6,
        (n) =>
          mutate(gateway.graphql, 'publishTourDraft', { tourId: plainId, draft: { description: `${++texts} ${n}` } }, `tour { ${TOUR} }`),
      ],
      // BEGIN, lock, the environment, what the tour is there, its namesake, the mark, the live tour there, COMMIT, and the read of the answer.
      ['a publish to an environment', 9, () => staging.publish(plainId, {}, `tour { ${TOUR} }`)],
    ])('%s: %i', async (_, expected, write) => {
      const answers: unknown[] = [];
      for (const n of [1, 2]) expect(await statements(async () => answers.push(await write(n)))).toBe(expected);
      for (const answer of answers) expect(answer === 200 || (answer as { tour: { uuid: string } }).tour.uuid).toBeTruthy();
    });
  });
});
