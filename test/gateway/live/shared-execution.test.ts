import { createClient } from 'graphql-ws';
import { beforeAll, beforeEach, describe, expect, vi } from 'vitest';
import WebSocket from 'ws';
import type { TestApp } from '../../support/app.ts';
import { SAVE_DRAFT } from '../../support/documents.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { mutate } from '../../support/mutate.ts';
import { addPerson } from '../../support/people.ts';

const it = gatewayTest();
let gateway: TestApp;
let tourId: string;
let count = 0;

it.beforeAll(({ gateway: started }) => {
  gateway = started;
});
beforeEach(async () => {
  tourId = (await mutate(gateway.graphql, 'createTour', { projectId: gateway.projectId, name: `Tour ${++count}` })).tour.uuid;
});

const WATCH = `subscription ($tourId: UUID!, $after: String, $withTour: Boolean = true) {
  tourDraftChanged(tourId: $tourId, after: $after) { kind revision patch { op } actor { email } tour @include(if: $withTour) { name draft { raw } } }
}`;

interface Watched {
  kind: string;
  revision: number;
  tour?: { name: string; draft: { raw: unknown } | null } | null;
}

/** Subscribes `times` on one socket; the events of each. */
function watch(
  times: number,
  {
    key = gateway.key,
    query = WATCH,
    variables = {},
    onErrors = () => {},
  }: Partial<{ key: string; query: string; variables: Record<string, unknown>; onErrors: (errors: readonly unknown[]) => void }> = {},
) {
  const client = createClient({
    url: `${gateway.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${key}` },
    retryAttempts: 0,
  });
  const received: Watched[][] = [];
  for (let n = 0; n < times; n++) {
    const events: Watched[] = [];
    received.push(events);
    client.subscribe<{ tourDraftChanged: Watched }>(
      { query, variables: { tourId, ...variables } },
      {
        next({ data, errors }) {
          if (data) events.push(data.tourDraftChanged);
          if (errors) onErrors(errors);
        },
        error: () => {},
        complete: () => {},
      },
    );
  }
  return { received, close: () => client.dispose() };
}

type Watch = ReturnType<typeof watch>;
const allHave = (watches: Watch[], events: number) =>
  vi.waitFor(() => expect(watches.every(({ received }) => received.every(({ length }) => length === events))).toBe(true), 30_000);
const save = (description: string) => gateway.graphql(SAVE_DRAFT, { input: { tourId, description } });

/** Statements that a save needs beyond those of one that nobody watches. */
async function statementsForWatchers(watches: Watch[], seen: number): Promise<number> {
  const queries = () => gateway.app.db.stats().queries;
  const start = queries();
  await save(`save ${seen}`);
  await allHave(watches, seen + 1);
  return queries() - start;
}

describe('a save that many watch', () => {
  let alone: number;

  beforeAll(async () => {
    tourId = (await mutate(gateway.graphql, 'createTour', { projectId: gateway.projectId, name: 'Unwatched' })).tour.uuid;
    await save('warm');
    const before = gateway.app.db.stats().queries;
    await save('alone');
    alone = gateway.app.db.stats().queries - before;
  });

  it('is read and executed once for a thousand that ask for the same', async () => {
    const watches = Array.from({ length: 10 }, () => watch(100));
    await allHave(watches, 1);
    const statements: number[] = [];
    for (const seen of [1, 2, 3]) statements.push(await statementsForWatchers(watches, seen));
    for (const events of watches.flatMap(({ received }) => received)) {
      expect(events.map(({ revision }) => revision)).toEqual([1, 2, 3, 4]);
      expect(events[3]).toMatchObject({ kind: 'SAVED', tour: { draft: { raw: { description: 'save 3' } } } });
    }
    // The new events of the project, the tour as it is now, and who saved it. A timer of the gateway may have asked something in between, but not each time.
    expect(Math.min(...statements) - alone).toBeLessThanOrEqual(3);
    expect(Math.min(...statements) - alone).toBeGreaterThan(0);
    for (const { close } of watches) close();
  });

  it('is executed once for those that resumed from different places', async () => {
    await save('one');
    const first = watch(1, { query: WATCH.replace('kind', 'kind cursor') });
    await allHave([first], 1);
    await save('two');
    await allHave([first], 2);
    const cursors = first.received[0]?.map((event) => (event as Watched & { cursor: string }).cursor) ?? [];
    const watches = cursors.map((after) => watch(20, { variables: { after } }));
    await vi.waitFor(() => {
      expect(watches[0]?.received.every(({ length }) => length === 2)).toBe(true);
      expect(watches[1]?.received.every(({ length }) => length === 1)).toBe(true);
    }, 30_000);
    const before = gateway.app.db.stats().queries;
    await save('three');
    await vi.waitFor(
      () => expect(watches.every(({ received }) => received.every((events) => events.at(-1)?.revision === 4))).toBe(true),
      30_000,
    );
    // `first` asks for something else.
    // The timers' statements included.
    expect(gateway.app.db.stats().queries - before - alone).toBeLessThanOrEqual(8);
    for (const { close } of [first, ...watches]) close();
  });

  it('gives each what it asks for, and each only what it may see', async () => {
    const [colleague, stranger] = [
      await addPerson(gateway, { scopes: ['product_tour:read'] }),
      await addPerson(gateway, { projectIds: [] }),
    ];
    const [whole, bare, theirs] = [watch(2), watch(2, { variables: { withTour: false } }), watch(2, { key: colleague.key })];
    const foreign = watch(1, { key: stranger.key });
    await allHave([whole, bare, theirs], 1);
    await save('seen');
    await allHave([whole, bare, theirs], 2);
    for (const events of [...whole.received, ...theirs.received])
      expect(events[1]?.tour).toMatchObject({ draft: { raw: { description: 'seen' } } });
    for (const events of bare.received) expect(events[1]).not.toHaveProperty('tour');
    expect(foreign.received).toEqual([[]]);
    for (const { close } of [whole, bare, theirs, foreign]) close();
  });

  it('does not take a variable that is null for one that is absent, which has its default', async () => {
    const errors: unknown[] = [];
    const broken = watch(1, { variables: { withTour: null }, onErrors: (found) => errors.push(...found) });
    await vi.waitFor(() => expect(errors).toHaveLength(1), 30_000);
    const whole = watch(1);
    await allHave([whole], 1);
    await save('seen');
    await vi.waitFor(() => expect(errors).toHaveLength(2), 30_000);
    await allHave([whole], 2);
    expect(whole.received[0]?.[1]?.tour).toMatchObject({ draft: { raw: { description: 'seen' } } });
    for (const { close } of [broken, whole]) close();
  });
});
