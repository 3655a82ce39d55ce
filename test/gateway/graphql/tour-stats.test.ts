import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { type BrowserEvent, browserEvent, sendEvents } from '../../support/events.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { graphqlClient } from '../../support/graphql.ts';
import { newProject } from '../../support/new-project.ts';
import { addPerson } from '../../support/people.ts';
import { restTours } from '../../support/rest-tours.ts';
import { LAUNCHED } from '../../support/sdk.ts';

const COUNT = '{ total persons }';
const STATS = `shown ${COUNT} completed ${COUNT} dismissed ${COUNT} completionRate dismissReasons { reason count ${COUNT} }
  steps { order stepId shown ${COUNT} completed ${COUNT} } series { day shown ${COUNT} completed ${COUNT} dismissed ${COUNT} }`.replace(
  'from: ',
  '',
);

const DAY_MS = 86_400_000;
/** Told once, so that a midnight on the way changes nothing. */
const TODAY = Math.floor(Date.now() / DAY_MS) * DAY_MS;
/** Noon, so many days ago. */
const day = (ago: number) => new Date(TODAY - ago * DAY_MS + DAY_MS / 2);
const midnight = (ago: number) => `${day(ago).toISOString().slice(0, 10)}T00:00:00Z`;

const it = gatewayTest();
let app: TestApp;
let tourId: string;
let count = 0;

it.beforeAll(({ gateway: started }) => {
  app = started;
});

beforeEach(async () => {
  tourId = (await restTours(app, app.projectId).create({ ...LAUNCHED, name: `Tour ${++count}` })).id;
});

/** An event of the tour, as the SDK tells it. */
function told(event: string, person: string, { ago = 1, ...properties }: Record<string, unknown> & { ago?: number } = {}): BrowserEvent {
  return browserEvent(app.token, event, person, { $product_tour_id: tourId, ...properties }, { timestamp: day(ago).toISOString() });
}
const step = (kind: string, person: string, order: number, ago = 1) =>
  told(`product tour step ${kind}`, person, { ago, $product_tour_step_id: `step-${order}`, $product_tour_step_order: order });

/** A tour of two steps, up to the end. */
const wholeTour = (person: string, ago = 1) => [
  step('shown', person, 0, ago),
  told('product tour shown', person, { ago }),
  step('completed', person, 0, ago),
  step('shown', person, 1, ago),
  step('completed', person, 1, ago),
  told('product tour completed', person, { ago }),
];

async function send(events: BrowserEvent[], url = app.url): Promise<void> {
  const { status, text } = await sendEvents(url, app.token, events);
  expect([status, text]).toEqual([200, '{"status":1}']);
}

async function stats(range: { from?: string; to?: string } = {}, selection = STATS) {
  const { tour } = await app.graphql(
    `query ($id: UUID!, $from: DateTime, $to: DateTime) { tour(id: $id) { stats(from: $from, to: $to) { ${selection} } } }`,
    { id: tourId, ...range },
  );
  return tour.stats;
}

const identify = (name: string, anonymous: string) => browserEvent(app.token, '$identify', name, { $anon_distinct_id: anonymous });
const of = (total: number, persons: number) => ({ total, persons });

/** What the numbers have to be, counted anew from the events that are stored. */
async function recounted(): Promise<{ name: string; day: string; total: number; persons: number }[]> {
  return app.app.db.sql.query(
    `SELECT e.name, e.occurred_at::date::text AS day, count(*) AS total, count(DISTINCT d.person_id) AS persons
     FROM tour_events e JOIN person_distinct_ids d ON d.project_id = e.project_id AND d.distinct_id = e.distinct_id
     WHERE e.tour_id = $1 GROUP BY 1, 2`,
    [tourId],
  );
}

describe('the numbers of a tour', () => {
  it('are none before there is an event', async () => {
    expect(await stats()).toEqual({
      shown: of(0, 0),
      completed: of(0, 0),
      dismissed: of(0, 0),
      completionRate: null,
      dismissReasons: [],
      steps: [],
      series: [],
    });
  });

  it('tell how often, to how many persons, how far and why not', async () => {
    const dismissed = (person: string, reason?: string) =>
      told('product tour dismissed', person, { ago: 1, ...(reason && { $product_tour_dismiss_reason: reason }) });
    await send([...wholeTour('ada', 2), ...wholeTour('ada', 1), ...wholeTour('bob', 1)]);
    await send([told('product tour shown', 'eve'), step('shown', 'eve', 0), dismissed('eve', 'escape_key')]);
    await send([dismissed('bob', 'escape_key'), dismissed('bob'), told('product tour button clicked', 'bob')]);
    expect(await stats()).toEqual({
      shown: of(4, 3),
      completed: of(3, 2),
      dismissed: of(3, 2),
      completionRate: 2 / 3,
      dismissReasons: [
        { reason: 'escape_key', count: of(2, 2) },
        { reason: 'unknown', count: of(1, 1) },
      ],
      steps: [
        { order: 0, stepId: 'step-0', shown: of(4, 3), completed: of(3, 2) },
        { order: 1, stepId: 'step-1', shown: of(3, 2), completed: of(3, 2) },
      ],
      series: [
        { day: midnight(2), shown: of(1, 1), completed: of(1, 1), dismissed: of(0, 0) },
        { day: midnight(1), shown: of(3, 3), completed: of(2, 2), dismissed: of(3, 2) },
      ],
    });
  });

  it('count each event once: in a batch, in batches one after the other, and on several nodes at once', async () => {
    const other = (await app.startNode()).url;
    const events = [...wholeTour('ada'), ...wholeTour('bob')];
    await Promise.all([app.url, other].flatMap((url) => [send([...events, ...events], url), send([...events].reverse(), url)]));
    await send(events);
    const { shown, completed, steps } = await stats();
    expect([shown, completed]).toEqual([of(2, 2), of(2, 2)]);
    expect(steps.map((row: { shown: object }) => row.shown)).toEqual([of(2, 2), of(2, 2)]);
  });

  it('count persons of any range of days exactly, whatever order their days come in', async () => {
    const days: Record<string, number[]> = { ada: [1, 9, 5], bob: [5], eve: [2, 8], joe: [9, 8, 7, 6, 5, 4, 3, 2, 1] };
    for (const [person, agos] of Object.entries(days)) for (const ago of agos) await send([told('product tour shown', person, { ago })]);
    // Twice on a day, and two days in one batch.
    await send([
      told('product tour shown', 'joe', { ago: 5 }),
      told('product tour shown', 'zoe', { ago: 3 }),
      told('product tour shown', 'zoe', { ago: 7 }),
    ]);
    days.zoe = [3, 7];
    let looked = 0;
    for (let from = 10; from >= 0; from--) {
      for (let to = from; to >= 0; to--) {
        const expected = Object.values(days).filter((agos) => agos.some((ago) => ago <= from && ago >= to)).length;
        const { shown } = await stats({ from: day(from).toISOString(), to: midnight(to) }, `shown ${COUNT}`);
        expect(shown.persons, `from ${from} to ${to} days ago`).toBe(expected);
        looked++;
      }
    }
    expect(looked).toBe(66);
    expect((await stats({ from: midnight(5) }, `shown ${COUNT}`)).shown.persons).toBe(5);
    expect((await stats({ to: midnight(6) }, `shown ${COUNT}`)).shown.persons).toBe(4);
  });

  it('count somebody once who turns out to be somebody else, for every range', async () => {
    await send([told('product tour shown', 'anonymous-1', { ago: 5 }), told('product tour shown', 'anonymous-1', { ago: 3 })]);
    await send([told('product tour shown', 'grace', { ago: 5 }), told('product tour shown', 'grace', { ago: 4 })]);
    expect((await stats()).shown).toEqual(of(4, 2));
    await send([identify('grace', 'anonymous-1')]);
    const { shown, series } = await stats();
    expect(shown).toEqual(of(4, 1));
    expect(series.map((row: { shown: object }) => row.shown)).toEqual([of(2, 1), of(1, 1), of(1, 1)]);
    expect((await stats({ from: midnight(4), to: midnight(3) })).shown).toEqual(of(2, 1));
    // In one batch with what is shown to both, and on.
    await send([
      told('product tour shown', 'anonymous-2', { ago: 1 }),
      identify('grace', 'anonymous-2'),
      told('product tour shown', 'grace', { ago: 1 }),
    ]);
    expect((await stats()).shown).toEqual(of(6, 1));
    expect((await stats({ from: midnight(1) })).shown).toEqual(of(2, 1));
  });

  it('are those that the stored events give, after any mixture', async () => {
    const people = Array.from({ length: 12 }, (_, n) => `mixed-${n}`);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)] as T;
    const names = ['product tour shown', 'product tour completed', 'product tour dismissed'];
    const batches = Array.from({ length: 30 }, () =>
      Array.from({ length: 20 }, () =>
        Math.random() < 0.1 ? identify(pick(people), pick(people)) : told(pick(names), pick(people), { ago: Math.ceil(Math.random() * 9) }),
      ),
    );
    const url = (await app.startNode()).url;
    await Promise.all(batches.map((batch, n) => send(batch, n % 2 ? url : app.url)));
    await Promise.all(batches.slice(0, 10).map((batch, n) => send(batch, n % 2 ? app.url : url)));
    const rows = await recounted();
    const { series, shown } = await stats();
    const found = series.flatMap((row: Record<string, { total: number; persons: number }> & { day: string }) =>
      ['shown', 'completed', 'dismissed'].map((name) => ({ name: `product tour ${name}`, day: row.day.slice(0, 10), ...row[name] })),
    );
    const sorted = (list: { name: string; day: string; total: number }[]) =>
      list.filter(({ total }) => total > 0).sort((a, b) => `${a.name}${a.day}`.localeCompare(`${b.name}${b.day}`));
    expect(sorted(found)).toEqual(sorted(rows));
    expect(rows.reduce((sum, { total }) => sum + total, 0)).toBeGreaterThan(400);
    const [whole] = await app.app.db.sql.query<{ persons: number }>(
      `SELECT count(DISTINCT d.person_id) AS persons FROM tour_events e JOIN person_distinct_ids d ON d.distinct_id = e.distinct_id
       WHERE e.tour_id = $1 AND e.name = 'product tour shown'`,
      [tourId],
    );
    expect(shown.persons).toBe(whole?.persons);
  });

  it('stay with a tour that is deleted and restored', async () => {
    await send(wholeTour('ada'));
    await app.graphql('mutation ($input: DeleteTourInput!) { deleteTour(input: $input) { __typename } }', { input: { tourId } });
    await send(wholeTour('bob'));
    const restored = await app.graphql(
      'mutation ($input: RestoreDeletedTourInput!) { restoreDeletedTour(input: $input) { __typename ... on Error { message } } }',
      { input: { tourId } },
    );
    expect(restored.restoreDeletedTour.__typename).toBe('RestoreDeletedTourSuccess');
    expect((await stats()).shown).toEqual(of(1, 1));
  });

  it('leave nothing behind when their project is deleted', async () => {
    const sql = app.app.db.sql;
    const projectId = await newProject(app.graphql, 'Short-lived');
    const { project } = await app.graphql('query ($id: Int!) { project(id: $id) { token } }', { id: projectId });
    tourId = (await restTours(app, projectId).create({ ...LAUNCHED, name: 'Gone soon' })).id;
    await sendEvents(app.url, project.token, wholeTour('ada'));
    const metrics = await sql.query<{ id: number }>('SELECT id FROM tour_metrics WHERE project_id = $1', [projectId]);
    const ids = [metrics.map(({ id }) => id)];
    const left = async () =>
      (
        await sql.query(
          `SELECT metric_id FROM tour_metric_days WHERE metric_id = ANY($1) UNION ALL
           SELECT metric_id FROM tour_metric_persons WHERE metric_id = ANY($1)`,
          ids,
        )
      ).length;
    expect(await left()).toBe(2 * 6);
    await sql.query('DELETE FROM projects WHERE id = $1', [projectId]);
    expect(await left()).toBe(0);
  });

  it('leave out what cannot be counted, and store it all the same', async () => {
    await send([
      told('product tour step shown', 'ada'),
      told('product tour step shown', 'ada', { $product_tour_step_id: {} }),
      told('product tour step shown', 'ada', { $product_tour_step_id: 'odd', $product_tour_step_order: -1 }),
      told('product tour step shown', 'ada', { $product_tour_step_id: 'x'.repeat(500), $product_tour_step_order: 2 ** 40 }),
      told('product tour of the town', 'ada'),
    ]);
    const { steps } = await stats();
    expect(steps).toEqual([
      { order: null, stepId: 'odd', shown: of(1, 1), completed: of(0, 0) },
      { order: null, stepId: 'x'.repeat(200), shown: of(1, 1), completed: of(0, 0) },
    ]);
    const rows = await app.app.db.sql.query('SELECT 1 FROM tour_events WHERE tour_id = $1', [tourId]);
    expect(rows).toHaveLength(5);
  });

  it('are of a bounded number of things, however many a stranger makes up', async () => {
    for (let round = 0; round < 3; round++) {
      await send(
        Array.from({ length: 1000 }, (_, n) => told('product tour step shown', 'eve', { $product_tour_step_id: `made up ${round} ${n}` })),
      );
    }
    await send(wholeTour('ada'));
    expect((await stats()).steps).toHaveLength(2000);
  });

  it('are complete for what there really is, whatever a stranger makes up', async () => {
    const tours = restTours(app, app.projectId);
    const step = (id: unknown, survey?: object) => ({ id, type: 'modal', ...(survey && { survey }) });
    const rating = { type: 'rating', questionText: 'How well?', scale: 10 };
    const tour = await tours.create({
      ...LAUNCHED,
      name: `Real ${count}`,
      content: { steps: [step('old'), step(7), step('asks', rating)] },
    });
    tourId = tour.id;
    const { linkedSurveyId: surveyId, linkedSurveyQuestionId: questionId } = tour.content.steps[2];
    const sent = (person: string, key: string, value: unknown) =>
      told('survey sent', person, { $survey_id: surveyId, [`$survey_response_${key}`]: value });
    for (let round = 0; round < 3; round++) {
      const n = (m: number) => round * 400 + m;
      await send([
        ...Array.from({ length: 400 }, (_, m) => told('product tour step shown', 'eve', { $product_tour_step_id: `made up ${n(m)}` })),
        ...Array.from({ length: 400 }, (_, m) =>
          told('product tour dismissed', 'eve', { $product_tour_dismiss_reason: `made up ${n(m)}` }),
        ),
        ...Array.from({ length: 400 }, (_, m) => sent('eve', questionId, 100 + n(m))),
      ]);
    }
    await tours.change(tourId, { content: { steps: [step('new'), ...tour.content.steps.slice(1)] } });
    const dismissed = told('product tour dismissed', 'bob', { $product_tour_dismiss_reason: 'escape_key' });
    const real = ['old', 'new', 7].flatMap((id, order) =>
      ['shown', 'completed'].map((kind) =>
        told(`product tour step ${kind}`, 'ada', { $product_tour_step_id: id, $product_tour_step_order: order }),
      ),
    );
    await send([told('product tour shown', 'ada'), ...real, told('product tour completed', 'ada'), dismissed, sent('ada', questionId, 7)]);
    const found = await stats({}, `${STATS} surveys { shown ${COUNT} sent ${COUNT} ratings { value total } }`);
    expect(found).toMatchObject({ shown: of(1, 1), completed: of(1, 1), dismissed: of(1201, 2) });
    expect(found.steps.slice(0, 3)).toEqual(
      ['old', 'new', '7'].map((stepId, order) => ({ order, stepId, shown: of(1, 1), completed: of(1, 1) })),
    );
    expect(found.dismissReasons).toContainEqual({ reason: 'escape_key', count: of(1, 1) });
    expect(found.surveys[0].ratings).toContainEqual({ value: 7, total: 1 });
    const [{ metrics } = { metrics: 0 }] = await app.app.db.sql.query<{ metrics: number }>(
      'SELECT count(*) AS metrics FROM tour_metrics WHERE tour_id = $1',
      [tourId],
    );
    expect(metrics).toBeLessThan(2020);
  });
});

describe('the answers to surveys', () => {
  const SURVEYS = `surveys { surveyId survey { name } shown ${COUNT} sent ${COUNT} dismissed ${COUNT} ratings { questionId value total } answers { text questionId } }`;
  let surveys: { surveyId: string; questionId: string }[];

  beforeEach(async () => {
    const tour = await restTours(app, app.projectId).create({
      ...LAUNCHED,
      name: `Asks ${count}`,
      content: {
        steps: [
          { id: 'rate', type: 'survey', survey: { type: 'rating', questionText: 'How well?', scale: 10, display: 'number' } },
          { id: 'say', type: 'survey', survey: { type: 'open', questionText: 'What else?' } },
        ],
      },
    });
    tourId = tour.id;
    surveys = tour.content.steps.map((given: Record<string, string>) => ({
      surveyId: given.linkedSurveyId,
      questionId: given.linkedSurveyQuestionId,
    }));
  });

  const sent = (person: string, n: number, response: unknown, ago = 1) => {
    const { surveyId, questionId } = surveys[n] ?? { surveyId: '', questionId: '' };
    return told('survey sent', person, {
      ago,
      $survey_id: surveyId,
      $survey_completed: true,
      [`$survey_response_${questionId}`]: response,
    });
  };

  it('are counted for ratings, and kept as they are for open questions', async () => {
    const [rate, say] = surveys;
    const shown = (person: string) => told('survey shown', person, { $survey_id: rate?.surveyId });
    const again = sent('ada', 0, 9);
    await send([shown('ada'), again, again, shown('bob'), sent('bob', 0, 9), shown('eve'), sent('eve', 0, 3), sent('eve', 0, null)]);
    await send([shown('joe'), told('survey dismissed', 'joe', { $survey_id: rate?.surveyId }), again]);
    await send([sent('ada', 1, 'The second', 2), sent('bob', 1, 'The newest', 1), sent('eve', 1, '5', 3), sent('joe', 1, '  ', 1)]);
    const found = await stats({}, SURVEYS);
    expect(
      found.surveys.sort((a: { sent: { total: number } }, b: { sent: { total: number } }) => a.sent.total - b.sent.total),
    ).toHaveLength(2);
    const by = (id: string | undefined) => found.surveys.find(({ surveyId }: { surveyId: string }) => surveyId === id);
    expect(by(rate?.surveyId)).toMatchObject({
      survey: { name: expect.stringContaining('Step 1 Survey') },
      shown: of(4, 4),
      sent: of(4, 3),
      dismissed: of(1, 1),
      ratings: [
        { questionId: rate?.questionId, value: 3, total: 1 },
        { questionId: rate?.questionId, value: 9, total: 2 },
      ],
      answers: [],
    });
    expect(by(say?.surveyId)).toMatchObject({
      sent: of(4, 4),
      ratings: [],
      answers: ['The newest', 'The second', '5'].map((text) => ({ text, questionId: say?.questionId })),
    });
  });

  it('count as ratings when they are numbers of the scale, in whatever way they are written; others stay as they came', async () => {
    const values = [0, 10, '4', ' 7 ', '04', -1, 4.5, 1e308, 11, '11', '-1', '4.5', '1e1', 'great', 4];
    await send(values.map((value, n) => sent(`person-${n}`, 0, value, n + 1)));
    const { surveys: found } = await stats({}, SURVEYS);
    expect(found).toHaveLength(1);
    expect(found[0].sent).toEqual(of(values.length, values.length));
    expect(found[0].ratings.map(({ value, total }: Record<string, number>) => [value, total])).toEqual([
      [0, 1],
      [4, 3],
      [7, 1],
      [10, 1],
    ]);
    expect(found[0].answers.map(({ text }: { text: string }) => text)).toEqual([
      '-1',
      '4.5',
      '1e+308',
      '11',
      '11',
      '-1',
      '4.5',
      '1e1',
      'great',
    ]);
  });

  it.each([
    ['emoji', 3, [1, 2, 3]],
    ['emoji', 5, [1, 2, 3, 4, 5]],
    ['number', 5, [1, 2, 3, 4, 5]],
    ['number', 10, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]],
    // The SDK draws five buttons for it.
    ['number', 3, [1, 2, 3, 4, 5]],
  ])('go by the scale that the SDK draws: %s, %d', async (display, scale, expected) => {
    const survey = { type: 'rating', questionText: 'How well?', scale, display };
    const tour = await restTours(app, app.projectId).create({
      ...LAUNCHED,
      name: `${display} ${scale}`,
      content: { steps: [{ id: 'rate', type: 'survey', survey }] },
    });
    tourId = tour.id;
    const [{ linkedSurveyId: surveyId }] = tour.content.steps;
    await send(Array.from({ length: 13 }, (_, n) => told('survey sent', 'ada', { $survey_id: surveyId, $survey_response: n - 1 })));
    const [{ ratings, answers }] = (await stats({}, SURVEYS)).surveys;
    expect(ratings.map(({ value }: { value: number }) => value)).toEqual(expected);
    expect(ratings.length + answers.length).toBe(13);
  });

  it('to an open question are ratings where a page still asks for one, and texts otherwise', async () => {
    await send([sent('ada', 1, 4, 3), sent('bob', 1, '4', 2), sent('eve', 1, 400, 1)]);
    const [{ ratings, answers }] = (await stats({}, SURVEYS)).surveys;
    expect(ratings).toMatchObject([{ value: 4, total: 1 }]);
    expect(answers.map(({ text }: { text: string }) => text)).toEqual(['400', '4']);
  });

  it('come page by page, and of the days that are asked for', async () => {
    await send(Array.from({ length: 7 }, (_, n) => sent(`person-${n}`, 1, `Answer ${n}`, n + 1)));
    const texts: string[] = [];
    let after: string | null = null;
    for (let page = 0; page < 4; page++) {
      const found = await stats({}, `surveys { answers(first: 2${after ? `, after: "${after}"` : ''}) { uuid text } }`);
      const { answers } = found.surveys[0];
      texts.push(...answers.map(({ text }: { text: string }) => text));
      after = answers.at(-1).uuid;
    }
    expect(texts).toEqual([0, 1, 2, 3, 4, 5, 6].map((n) => `Answer ${n}`));
    const some = await stats({ from: midnight(4), to: midnight(3) }, 'surveys { answers { text } }');
    expect(some.surveys[0].answers).toEqual([{ text: 'Answer 2' }, { text: 'Answer 3' }]);
    const none = await stats({}, `surveys { answers(after: "${randomUUID()}") { text } none: answers(first: -1) { text } }`);
    expect(none.surveys[0]).toEqual({ answers: [], none: [] });
  });

  it('of a survey that is not the tour’s count for nothing', async () => {
    await send([told('survey sent', 'eve', { $survey_id: randomUUID(), $survey_response: 5 })]);
    expect((await stats({}, SURVEYS)).surveys).toEqual([]);
  });
});

describe('a question for the numbers of tours', () => {
  it('costs one statement, whatever is asked of it, and however many tours there are', async () => {
    await send([...wholeTour('ada', 2), ...wholeTour('bob')]);
    const run = (document: string) => async () => {
      await app.graphql('{ viewer { scopes } }');
      const before = app.app.db.stats().queries;
      await app.graphql(document);
      return app.app.db.stats().queries - before;
    };
    const one = run(`{ tour(id: "${tourId}") { stats { ${STATS} } } }`);
    const many = run(`{ tours(projectId: ${app.projectId}, first: 20) { nodes { stats(from: "${midnight(3)}") { ${STATS} } } } }`);
    for (const [name, count] of Object.entries({ one, many })) {
      // A node looks once a second, beside, whether the project has changed, as long as browsers ask for it.
      await expect.poll(count, { message: name, timeout: 20_000 }).toBe(2);
    }
  });

  it('reads no event and none of the persons who were there once', async () => {
    await app.app.db.sql.query(`INSERT INTO tour_metrics (id, project_id, tour_id, kind) VALUES (1000000, $1, $2, 'SHOWN')`, [
      app.projectId,
      tourId,
    ]);
    await app.app.db.sql.query(
      `INSERT INTO tour_metric_persons (person_id, metric_id, day, previous_day)
       SELECT 1000000 + n, 1000000, '2026-01-01'::date + n % 100, CASE WHEN n % 500 = 0 THEN '2026-01-01'::date - 1 END FROM generate_series(1, 20000) n`,
    );
    await app.app.db.sql.query('ANALYZE tour_metric_persons');
    const rows = await app.app.db.sql.query<{ 'QUERY PLAN': string }>(
      `EXPLAIN SELECT count(*) FROM tour_metric_persons
       WHERE metric_id = 1000000 AND day BETWEEN '2026-01-01' AND '2026-03-01' AND previous_day >= '2026-01-01'`,
    );
    expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('tour_metric_persons_again_idx');
  });

  it('may be asked by whoever may read the tour, and by nobody else', async () => {
    const document = `{ tour(id: "${tourId}") { stats { shown { total } } } }`;
    const ask = async (scopes: string[], projectIds?: number[]) => {
      const { key } = await addPerson(app, { scopes, ...(projectIds && { projectIds }) });
      const { data, errors } = await graphqlClient(app.url, key).send(document);
      return errors?.[0]?.extensions.code ?? data.tour;
    };
    expect(await ask(['product_tour:read'])).toEqual({ stats: { shown: { total: 0 } } });
    expect(await ask(['feature_flag:write'])).toBe('MISSING_SCOPE');
    expect(await ask(['*'], [await newProject(app.graphql)])).toBeNull();
  });

  it('of days in the wrong order is refused', async () => {
    const { errors } = await app.graphql.send(
      `{ tour(id: "${tourId}") { stats(from: "${midnight(1)}", to: "${midnight(2)}") { shown { total } } } }`,
    );
    expect(errors?.[0]).toMatchObject({
      extensions: { code: 'VALIDATION_FAILED' },
      message: 'to: The end of the range is before its beginning.',
    });
    for (const to of ['9999-12-31T00:00:00Z', '0001-01-01T00:00:00Z']) expect((await stats({ to })).shown).toEqual(of(0, 0));
  });
});
