import { describe, expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { createFlag } from '../../support/flags.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { type GraphqlClient, graphqlClient } from '../../support/graphql.ts';
import { mutate } from '../../support/mutate.ts';
import { type RestTours, restTours } from '../../support/rest-tours.ts';

const ROUNDS = 5;

const it = gatewayTest();
let gateway: TestApp;
/** REST through one node, GraphQL through another. */
let tours: RestTours;
let graphql: GraphqlClient;

it.beforeAll(async ({ gateway: started }) => {
  gateway = started;
  const { url } = await gateway.startNode();
  tours = restTours(gateway, gateway.projectId);
  graphql = graphqlClient(url, gateway.key);
});

const asking = (...questions: string[]) => ({
  steps: questions.map((questionText) => ({ id: questionText, type: 'survey', survey: { type: 'open', questionText } })),
});

/** The same writes of one tour over and over, as two impatient people make them. @returns HTTP statuses, and the types of what GraphQL answered */
function writes(id: string): Promise<number | string>[] {
  const rest = async (method: string, path: string, fields?: object) => (await tours.send(method, `/${id}${path}`, fields)).status;
  const update = async (input: object) => (await mutate(graphql, 'updateTour', { tourId: id, ...input })).__typename;
  const publish = async (draft: object) => (await mutate(graphql, 'publishTourDraft', { tourId: id, draft })).__typename;
  return [
    rest('PATCH', '/', { auto_launch: true }),
    update({ autoLaunch: true, startDate: '2024-01-01T00:00:00Z' }),
    rest('POST', '/publish_draft/', { auto_launch: true, content: asking('one', 'two') }),
    publish({ autoLaunch: true, content: asking('two', 'three') }),
    rest('PATCH', '/', { content: asking('one'), targeting_flag_filters: { groups: [{ properties: [{ key: 'plan', value: 'a' }] }] } }),
    update({ content: asking('three'), autoLaunch: false }),
    rest('PATCH', '/draft/', { content: asking('four') }),
    rest('POST', '/publish_draft/', { description: 'Published' }),
    rest('PATCH', '/', { archived: true, end_date: '2024-02-01' }),
    update({ archived: false, endDate: null, autoLaunch: true }),
  ];
}

/** Rows that belong to nobody, or that somebody has twice. */
async function strays(): Promise<Record<string, number>> {
  const [found] = await gateway.app.db.sql.query<Record<string, number>>(`
    SELECT
      (SELECT count(*)::int FROM feature_flags f WHERE f.key LIKE 'product-tour-targeting-%'
        AND NOT EXISTS (SELECT FROM tours t WHERE t.internal_targeting_flag_id = f.id)) AS "flagsOfNoTour",
      (SELECT count(*)::int FROM surveys s WHERE s.end_date IS NULL AND s.tour_id IS NULL) AS "openSurveysOfNoTour",
      (SELECT count(*)::int FROM surveys s JOIN tours t ON t.id = s.tour_id
        WHERE s.end_date IS NULL AND NOT t.content @? ('$.steps[*] ? (@.linkedSurveyId == "' || s.id || '")')::jsonpath) AS "openSurveysOfNoStep",
      (SELECT count(*)::int FROM tours t, jsonb_array_elements(t.content->'steps') step
        LEFT JOIN surveys s ON s.id::text = step->>'linkedSurveyId'
        WHERE step ? 'survey' AND (s.id IS NULL OR s.tour_id IS DISTINCT FROM t.id OR s.questions->0->>'id' IS DISTINCT FROM
          step->>'linkedSurveyQuestionId' OR s.questions->0->>'question' IS DISTINCT FROM step->'survey'->>'questionText')) AS "stepsWithoutTheirSurvey",
      (SELECT count(*)::int FROM tours t, jsonb_array_elements(t.content->'steps') step WHERE step ? 'linkedSurveyId')
        - (SELECT count(DISTINCT step->>'linkedSurveyId')::int FROM tours t, jsonb_array_elements(t.content->'steps') step) AS "sharedSurveys",
      (SELECT count(*)::int FROM tours t JOIN feature_flags f ON f.id = t.linked_flag_id WHERE f.deleted) AS "linksToDeletedFlags"`);
  return found ?? {};
}

const NONE = {
  flagsOfNoTour: 0,
  openSurveysOfNoTour: 0,
  openSurveysOfNoStep: 0,
  stepsWithoutTheirSurvey: 0,
  sharedSurveys: 0,
  linksToDeletedFlags: 0,
};

const isNoFault = (said: number | string) => (typeof said === 'number' ? said < 500 : /Success|Error$/.test(said));

describe('flags and surveys are neither orphaned nor multiplied', () => {
  it('by any number of writes of their tour at once', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const { id, name } = await tours.create({ content: asking('zero') });
      const said = await Promise.all([...writes(id), ...writes(id)]);
      expect(said.filter((answer) => !isNoFault(answer))).toEqual([]);
      expect(said.filter((answer) => answer === 200 || String(answer).endsWith('Success')).length).toBeGreaterThan(said.length / 2);
      expect(await strays()).toEqual(NONE);
      const flags = await gateway.app.db.prisma.featureFlag.findMany({ where: { name: `Product Tour: ${name}` } });
      expect(flags).toHaveLength(1);
    }
    const { prisma } = gateway.app.db;
    expect(await prisma.survey.count({ where: { tourId: { not: null } } })).toBeGreaterThan(ROUNDS);
  });

  it('by writes while their tour is deleted', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const { id, name } = await tours.create({ content: asking('zero') });
      const said = await Promise.all([...writes(id), tours.send('DELETE', `/${id}/`).then(({ status }) => status), ...writes(id)]);
      expect(said.filter((answer) => !isNoFault(answer))).toEqual([]);
      expect(said).toContain(204);
      expect(await strays()).toEqual(NONE);
      const { prisma } = gateway.app.db;
      expect(await prisma.featureFlag.count({ where: { name: `Product Tour: ${name}` } })).toBe(0);
      expect(await prisma.survey.count({ where: { name: { startsWith: `${name} - ` } } })).toBeGreaterThan(0);
    }
  });

  it('by tours of one name that are made at once: those that lose leave nothing', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const name = `Wanted by all ${round}`;
      const fields = { name, content: asking('a', 'b'), auto_launch: true };
      const said = await Promise.all([1, 2, 3, 4, 5].map(() => tours.send('POST', '/', fields)));
      expect(said.map(({ status }) => status).sort()).toEqual([201, 400, 400, 400, 400]);
      expect(await strays()).toEqual(NONE);
      const { prisma } = gateway.app.db;
      expect(await prisma.featureFlag.count({ where: { name: `Product Tour: ${name}` } })).toBe(1);
      expect(await prisma.survey.count({ where: { name: { startsWith: `${name} - ` } } })).toBe(2);
    }
  });

  it('by links to a flag that is being deleted', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const flagId = await createFlag(gateway.graphql, gateway.projectId, `doomed-${round}`);
      const made = await Promise.all([1, 2, 3].map(() => tours.create()));
      const link = async (id: string) => (await tours.send('PATCH', `/${id}/`, { linked_flag_id: flagId })).status;
      const [deleted, ...said] = await Promise.all([
        mutate(graphql, 'deleteFeatureFlag', { flagId }, 'featureFlag { deleted }'),
        ...made.map(({ id }) => link(id)),
      ]);
      expect(deleted).toMatchObject({ featureFlag: { deleted: true } });
      expect(said.filter((status) => status !== 200 && status !== 400)).toEqual([]);
      expect(await strays()).toEqual(NONE);
    }
  });
});
