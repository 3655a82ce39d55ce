import { compileFlag, evaluateFlag } from '../../../src/domain/flag-evaluation.ts';
import { RawJson } from '../../../src/json/raw-json.ts';
import { ask } from '../ask.ts';
import { graphqlData } from '../canonical.ts';
import { createWebsite, EVENTS_PER_BATCH, flagFilters, visits, type Website } from '../capture/website.ts';
import { AUTHORIZED } from '../gateway.ts';
import { type HttpRequest, type HttpResponse, jsonRequest } from '../http-client.ts';
import { CONNECTIONS, type LoadResult, runLoad } from '../load.ts';
import { type Measured, measure } from '../measure.ts';
import { runPaced } from '../paced.ts';
import type { Server } from '../server.ts';
import { median } from '../statistics.ts';
import type { Bar, Bench, Section, Work } from '../work.ts';

const FLAGS = 20;
const EVENTS_PER_SECOND = 5000;
/** A batch waits for its commit: enough of them for the next commit to have something to do. */
const CAPTURE_CONNECTIONS = 128;
/** Reads of the API that go on beside, as an editor or two make them. */
const READS_PER_SECOND = 100;
const GATEWAY = 'gateway';

/** What browsers tell, beside the API; what they ask of flags; and what comes of a million events. */
export const capture: Work = {
  name: 'capture',
  async run(bench) {
    const website = await createWebsite(bench.gateway, FLAGS);
    return [await events(bench, website), await flags(bench, website), evaluation(bench), await stats(bench, website)];
  },
};

/** The API alone, and with events beside; in turns, so that what else the machine does hits both. Then as many events as it takes. */
async function events(bench: Bench, website: Website): Promise<Section> {
  const { gateway, rounds, seconds, seeded } = bench;
  const read = jsonRequest('/graphql', { query: `{ tour(id: "${seeded.tourIds[0]}") { name revision content { raw } } }` }, AUTHORIZED);
  const api = () =>
    runPaced({
      url: gateway.url,
      requests: [read],
      perSecond: READS_PER_SECOND,
      seconds,
      connections: 8,
      isRight: ({ status, body }) => status === 200 && !body.includes('"errors"'),
    });
  const idle = row('API, idle');
  const beside = row(`API, with ${EVENTS_PER_SECOND} events a second`);
  const paced = row('batches of 8 events, at a fixed rate');
  const most = row('batches of 8 events, as many as it takes');
  let sent = 0;
  await sendAll(gateway, visits(website, 500, 'warm'));
  sent += 500;
  await api();
  for (let round = 0; round < rounds; round++) {
    add(idle, await api());
    const batches = visits(website, (EVENTS_PER_SECOND / EVENTS_PER_BATCH) * seconds, `paced-${round}`);
    const perSecond = EVENTS_PER_SECOND / EVENTS_PER_BATCH;
    const [, taken] = await Promise.all([
      api().then((result) => add(beside, result)),
      runPaced({ url: gateway.url, requests: batches, perSecond, seconds, connections: CAPTURE_CONNECTIONS, isRight: isTaken }),
    ]);
    add(paced, taken);
    sent += batches.length;
    const more = visits(website, 4000, `most-${round}`);
    add(most, await sendAll(gateway, more));
    sent += more.length;
  }
  await requireStored(bench, website, sent);
  const ratios = beside.p99.map((p99, round) => p99 / (idle.p99[round] as number));
  const perSecond = ({ perSecond }: Measured) => perSecond.map((batches) => batches * EVENTS_PER_BATCH);
  return {
    title: 'Events of browsers, beside the API',
    base: idle.name,
    results: [idle, beside, paced, most],
    bars: [
      // The last batches are answered after the last moment at which one was due.
      { text: 'Events a second, at a rate of 5,000, each answered after its commit', values: perSecond(paced), atLeast: 4950 },
      { text: 'API p99 with 5,000 events a second : idle', values: ratios, atMost: 2 },
      { text: 'Events a second, as many as it takes', values: perSecond(most) },
    ],
  };
}

/** Every event is there, once, and every visitor. Two of the eight are about the person alone. */
async function requireStored({ database }: Bench, { projectId }: Website, sent: number): Promise<void> {
  const [row] = await database.query<{ events: string; persons: string }>(
    `SELECT (SELECT count(*) FROM tour_events WHERE project_id = $1) AS events, (SELECT count(*) FROM persons WHERE project_id = $1) AS persons`,
    [projectId],
  );
  if (Number(row?.events) !== sent * (EVENTS_PER_BATCH - 2) || Number(row?.persons) !== sent) {
    throw new Error(`Of ${sent} visits there are ${row?.events} events and ${row?.persons} persons.`);
  }
}

/** Visitors whom events have told of, so that each question reads what is stored. */
async function flags(bench: Bench, { token }: Website): Promise<Section> {
  const requests = Array.from({ length: 500 }, (_, n) =>
    jsonRequest('/flags/?v=2', { token, distinct_id: `warm-${n}`, person_properties: { plan: 'pro', email: `${n}@example.com` } }),
  );
  const isRight = (response: HttpResponse) => response.status === 200 && countFlags(response) === FLAGS;
  const results = await measure(
    [{ name: GATEWAY, server: bench.gateway, requests, read: countFlags, isRight: (_, { status }) => status === 200 }],
    bench,
  );
  const half = median(results[0]?.perSecond ?? []) / 2;
  const paced = row(`${GATEWAY}, at half of that`);
  for (let round = 0; round < bench.rounds; round++) {
    add(
      paced,
      await runPaced({ url: bench.gateway.url, requests, perSecond: half, seconds: bench.seconds, connections: CONNECTIONS * 4, isRight }),
    );
  }
  return {
    title: `/flags/ with ${FLAGS} flags that look at what is stored of the person`,
    base: GATEWAY,
    results: [...results, paced],
    bars: [{ text: `/flags/ p99 at half of its capacity, ${FLAGS} flags and a stored person`, values: paced.p99, atMost: 40, unit: ' ms' }],
  };
}

/** The evaluation by itself, in this process. */
function evaluation({ rounds }: Bench): Section {
  const compiled = Array.from({ length: FLAGS }, (_, n) =>
    compileFlag({
      id: n,
      key: `flag-${n}`,
      version: 1,
      active: true,
      filters: RawJson.of(flagFilters(n)),
      hasEncryptedPayloads: false,
      tour: null,
      isHidden: false,
    }),
  );
  const now = new Date();
  let enabled = 0;
  const sets = (count: number) => {
    const start = performance.now();
    for (let n = 0; n < count; n++) {
      const person = {
        distinctId: `person-${n}`,
        properties: { plan: 'pro', email: `${n}@example.com`, [`$product_tour_shown/${n % FLAGS}`]: true },
      };
      for (const flag of compiled) if (evaluateFlag(flag, person, now).enabled) enabled++;
    }
    return ((performance.now() - start) * 1000) / count;
  };
  sets(5000);
  const values = Array.from({ length: rounds }, () => sets(5000));
  if (enabled === 0 || enabled === FLAGS * 5000 * (rounds + 1)) throw new Error('The flags say the same to everybody.');
  return {
    title: 'Evaluation',
    base: '',
    results: [],
    bars: [{ text: `Evaluation of ${FLAGS} flags for a person`, values, atMost: 50, unit: ' µs' }],
  };
}

const STATS_PER_SECOND = 10;
const PERSONS = 160_000;
const DAYS = 90;
const METRICS = [
  ['SHOWN', ''],
  ['COMPLETED', ''],
  ['STEP_SHOWN', 'step-0'],
  ['STEP_SHOWN', 'step-1'],
  ['STEP_COMPLETED', 'step-0'],
  ['STEP_COMPLETED', 'step-1'],
] as const;

/** Rows as the writer leaves them, made at once: each visitor once, every tenth once more. The events themselves are read by nobody. */
async function stats(bench: Bench, website: Website): Promise<Section> {
  const { database, gateway } = bench;
  for (const [kind, item] of METRICS) {
    await database.query(
      `WITH metric AS (
         INSERT INTO tour_metrics (project_id, tour_id, kind, item, step_order) VALUES ($1, $2, $3::tour_metric_kind, $4, 0)
         ON CONFLICT (tour_id, kind, item, detail) DO UPDATE SET step_order = 0 RETURNING id
       ), once AS (
         INSERT INTO tour_metric_persons (person_id, metric_id, day)
         SELECT 1000000 + n, id, '2026-01-01'::date + n % ${DAYS} FROM metric, generate_series(1, ${PERSONS}) n
       ), again AS (
         INSERT INTO tour_metric_persons (person_id, metric_id, day, previous_day)
         SELECT 1000000 + n, id, '2026-01-11'::date + n % ${DAYS}, '2026-01-01'::date + n % ${DAYS} FROM metric, generate_series(10, ${PERSONS}, 10) n
       )
       INSERT INTO tour_metric_days (metric_id, day, total, persons)
       SELECT id, '2026-01-01'::date + place, count(*), count(*) FROM metric, (
         SELECT n % ${DAYS} AS place FROM generate_series(1, ${PERSONS}) n UNION ALL SELECT 10 + n % ${DAYS} FROM generate_series(10, ${PERSONS}, 10) n
       ) places GROUP BY id, place`,
      [website.projectId, website.tourId, kind, item],
    );
  }
  await database.query('ANALYZE tour_metric_persons');
  const count = '{ total persons }';
  const question = (range: string): HttpRequest =>
    jsonRequest(
      '/graphql',
      {
        query: `{ tour(id: "${website.tourId}") { stats(${range}) {
          shown ${count} completed ${count} completionRate steps { stepId shown ${count} completed ${count} } series { day shown ${count} } } } }`,
      },
      AUTHORIZED,
    );
  const all = question('to: "2026-06-30T00:00:00Z"');
  const month = question('from: "2026-02-01T00:00:00Z", to: "2026-02-28T00:00:00Z"');
  await requireShown(gateway.url, all, { total: PERSONS * 1.1, persons: PERSONS });
  const results = [row('all days'), row('one month')];
  for (let round = 0; round < bench.rounds; round++) {
    for (const [n, request] of [all, month].entries()) {
      const load = { url: gateway.url, requests: [request], perSecond: STATS_PER_SECOND, seconds: bench.seconds, connections: 4 };
      add(results[n] as Measured, await runPaced({ ...load, isRight: ({ status, body }) => status === 200 && !body.includes('"errors"') }));
    }
  }
  const millions = (METRICS.length * PERSONS * 1.1).toLocaleString('en');
  const bars: Bar[] = results.map(({ name, p99 }) => ({
    text: `Stats of a tour over ${millions} events, ${name}: p99`,
    values: p99,
    unit: ' ms',
  }));
  return {
    title: `Stats of a tour over ${millions} counted events of ${PERSONS.toLocaleString('en')} persons`,
    base: 'all days',
    results,
    bars,
  };
}

async function requireShown(url: string, request: HttpRequest, expected: object): Promise<void> {
  const { tour } = graphqlData((await ask(url, request)).body) as { tour: { stats: { shown: object } } };
  if (JSON.stringify(tour.stats.shown) !== JSON.stringify(expected)) throw new Error(`Stats say ${JSON.stringify(tour.stats.shown)}.`);
}

/** Sends each request once. @returns what came of it */
async function sendAll(server: Server, requests: readonly HttpRequest[]): Promise<LoadResult & { cpu: number }> {
  let next = 0;
  const before = server.cpu();
  const load = { url: server.url, requests, pick: () => next++, isRight: (_: number, response: HttpResponse) => isTaken(response) };
  const result = await runLoad(load, { responses: requests.length }, CAPTURE_CONNECTIONS);
  return { ...result, cpu: ((server.cpu() - before) * 1000) / requests.length };
}

function isTaken({ status }: HttpResponse): boolean {
  return status === 200;
}

function countFlags({ body }: HttpResponse): number {
  return Object.keys(JSON.parse(body.toString()).flags).length;
}

function row(name: string): Measured {
  return { name, perSecond: [], p50: [], p99: [], cpu: [], bodyBytes: 0 };
}

/** @param cpu microseconds for each response; left out where somebody else was at it as well */
function add(
  row: Measured,
  { perSecond, p50, p99, cpu = Number.NaN }: Pick<LoadResult, 'perSecond' | 'p50' | 'p99'> & { cpu?: number },
): void {
  row.perSecond.push(perSecond);
  row.p50.push(p50);
  row.p99.push(p99);
  row.cpu.push(cpu);
}
