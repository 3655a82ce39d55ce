import fc from 'fast-check';
import { expect } from 'vitest';
import { applyPatch, type Operation } from '../../../src/json/patch.ts';
import type { TestApp } from '../../support/app.ts';
import { FUZZ_RUNS, FUZZ_TIMEOUT } from '../../support/fuzz.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import type { GraphqlClient } from '../../support/graphql.ts';
import { mutate } from '../../support/mutate.ts';
import { addPerson } from '../../support/people.ts';

const RUNS = Math.ceil(FUZZ_RUNS / 25);

const it = gatewayTest();
let gateway: TestApp;
/** Two of them: their numbers are who writes. */
let writers: { email: string; graphql: GraphqlClient }[];
let count = 0;

it.beforeAll(async ({ gateway: started }) => {
  gateway = started;
  writers = [{ email: 'admin@example.com', graphql: gateway.graphql }, await addPerson(gateway)];
});

/** A write, made with the newest revision of the tour in mind. */
type Write = { who: number; pause: boolean; name: string; input: (newest: number) => object };

const stepId = fc.constantFrom('a', 'b', 'c');
const html = fc.constantFrom('x', 'y', '<p>ä</p>', '');
const step = fc.record({ id: stepId, type: fc.constant('modal'), contentHtml: html });
const steps = fc.uniqueArray(step, { selector: ({ id }) => id, maxLength: 3 });
const content = fc.record({
  steps,
  appearance: fc.oneof(fc.constant(undefined), fc.dictionary(fc.constantFrom('k', 'l', '__proto__', '~/'), fc.jsonValue({ maxDepth: 1 }))),
});
const patch = fc.record({ description: html, content, targetingFlagFilters: fc.constantFrom(null, { groups: [] }) }, { requiredKeys: [] });
const operation = fc.oneof(
  fc.record({ add: fc.record({ step: fc.record({ type: fc.constant('modal'), contentHtml: html }) }) }),
  fc.record({ update: fc.record({ stepId, patch: fc.record({ contentHtml: html }) }) }),
  fc.record({ move: fc.record({ stepId, after: fc.constant(null) }) }),
  fc.record({ remove: fc.record({ stepId }) }),
);
const ago = fc.integer({ min: 0, max: 12 });

const change: fc.Arbitrary<Pick<Write, 'name' | 'input'>> = fc.oneof(
  { weight: 8, arbitrary: patch.map((fields) => ({ name: 'saveTourDraft', input: () => fields })) },
  {
    weight: 4,
    arbitrary: fc
      .array(operation, { minLength: 1, maxLength: 2 })
      .map((operations) => ({ name: 'editTourDraftSteps', input: () => ({ operations }) })),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('publishTourDraft', 'discardTourDraft', 'launchTour').map((name) => ({ name, input: () => ({}) })),
  },
  { weight: 2, arbitrary: patch.map((fields) => ({ name: 'updateTour', input: () => fields })) },
  { weight: 1, arbitrary: ago.map((n) => ({ name: 'restoreTourVersion', input: () => ({ number: 1 + (n % 3) }) })) },
  { weight: 1, arbitrary: ago.map((n) => ({ name: 'republishTourVersion', input: () => ({ number: 1 + (n % 3) }) })) },
  { weight: 1, arbitrary: ago.map((n) => ({ name: 'restoreTourDraft', input: (newest: number) => ({ revision: newest - n }) })) },
  { weight: 1, arbitrary: ago.map((n) => ({ name: 'restoreTourRevision', input: (newest: number) => ({ revision: newest - n }) })) },
);
const writes: fc.Arbitrary<Write[]> = fc.array(
  fc
    .record({ who: fc.nat(1), pause: fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, fc.constant(true)), change })
    .map(({ change: made, ...write }) => ({ ...write, ...made })),
  { minLength: 1, maxLength: 25 },
);

const STATE = `query ($id: UUID!) { tour(id: $id) { revision name description content { raw } autoLaunch targetingFlagFilters linkedFlag { databaseId } draft { raw } } }`;
const HISTORY = `query ($id: UUID!, $first: Int, $after: String) { tour(id: $id) { draftHistory(first: $first, after: $after) {
  totalCount nodes { revision fromRevision saves savedBy { email } raw diff { op path value } } pageInfo { endCursor hasNextPage }
} } }`;

interface Seen {
  revision: number;
  /** The draft, or what one would start from. */
  working: object;
}

async function look(id: string): Promise<Seen> {
  const { tour } = await gateway.graphql(STATE, { id });
  const live = {
    name: tour.name,
    description: tour.description,
    content: tour.content.raw,
    auto_launch: tour.autoLaunch,
    targeting_flag_filters: tour.targetingFlagFilters,
    linked_flag_id: tour.linkedFlag?.databaseId ?? null,
  };
  return { revision: tour.revision, working: tour.draft?.raw ?? live };
}

interface Event {
  revision: number;
  kind: string;
  actor: string;
  replaces: boolean;
  isEmpty: boolean;
}

const isChange = ({ kind, isEmpty }: Event) => kind === 'SAVED' && !isEmpty;

/** As the definition has it, save by save: those of each session, newest session first. */
function sessionsOf(events: (Event & { pause: boolean })[]): Event[][] {
  const sessions: Event[][] = [];
  for (const [n, event] of events.entries()) {
    if (!isChange(event)) continue;
    const before = events[n - 1];
    const goesOn = before && isChange(before) && before.actor === event.actor && !event.replaces && !event.pause;
    if (goesOn) sessions[0]?.push(event);
    else sessions.unshift([event]);
  }
  return sessions;
}

interface EditSession {
  revision: number;
  fromRevision: number;
  saves: number;
  savedBy: { email: string };
  raw: object;
  diff: Operation[];
}

interface Page {
  totalCount: number;
  nodes: EditSession[];
  pageInfo: { endCursor: string; hasNextPage: boolean };
}

async function pages(id: string, first: number): Promise<EditSession[]> {
  const nodes: EditSession[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const page: Page = (await gateway.graphql(HISTORY, { id, first, after })).tour.draftHistory;
    nodes.push(...page.nodes);
    [after, more] = [page.pageInfo.endCursor, page.pageInfo.hasNextPage];
    if (!more) expect(page.totalCount).toBe(nodes.length);
  }
  return nodes;
}

it(
  'tells of every save once, whoever did what before and after, with what was to be seen then',
  async () => {
    let found = 0;
    await fc.assert(
      fc.asyncProperty(writes, fc.integer({ min: 1, max: 5 }), async (made, pageSize) => {
        const { tour } = await mutate(gateway.graphql, 'createTour', {
          projectId: gateway.projectId,
          name: `Tour ${++count}`,
          content: { steps: [{ id: 'a', type: 'modal' }] },
        });
        const tourId: string = tour.uuid;
        const seen = new Map<number, object>();
        const paused = new Set<number>();
        const note = ({ revision, working }: Seen) => seen.set(revision, working);
        note(await look(tourId));
        for (const { who, pause, name, input } of made) {
          const newest = Math.max(...seen.keys());
          if (pause) {
            await gateway.app.db.sql.query(`UPDATE draft_events SET occurred_at = occurred_at - interval '11 minutes' WHERE tour_id = $1`, [
              tourId,
            ]);
            paused.add(newest + 1);
          }
          await mutate((writers[who] as (typeof writers)[number]).graphql, name, { tourId, ...input(newest) }, '__typename');
          note(await look(tourId));
        }
        expect([...seen.keys()]).toEqual(Array.from(seen, (_, n) => n + 1));

        const rows = await gateway.app.db.sql.query<Event>(
          'SELECT revision, kind, (SELECT email FROM users WHERE id = actor_id) AS actor, ended_draft IS NOT NULL AS replaces, patch IS NOT NULL AND patch::text = \'[]\' AS "isEmpty" FROM draft_events WHERE tour_id = $1 ORDER BY revision',
          [tourId],
        );
        const expected = sessionsOf(rows.map((row) => ({ ...row, pause: paused.has(row.revision) })));
        const sessions = await pages(tourId, pageSize);
        expect(sessions.map(({ fromRevision, revision, saves, savedBy }) => [fromRevision + 1, revision, saves, savedBy.email])).toEqual(
          expected.map((saves) => [saves[0]?.revision, saves.at(-1)?.revision, saves.length, saves[0]?.actor]),
        );
        for (const { raw, revision, fromRevision, diff } of sessions) {
          expect(raw).toEqual(seen.get(revision));
          expect(applyPatch(seen.get(fromRevision), diff)).toEqual(seen.get(revision));
        }
        for (const revision of seen.keys()) {
          const { tour: restored } = await mutate(gateway.graphql, 'restoreTourRevision', { tourId, revision }, 'tour { draft { raw } }');
          expect(restored.draft.raw).toEqual(seen.get(revision));
        }
        found += sessions.length;
      }),
      { numRuns: RUNS },
    );
    expect(found).toBeGreaterThan(RUNS);
  },
  FUZZ_TIMEOUT,
);
