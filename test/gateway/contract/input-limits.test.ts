import {
  type GraphQLArgument,
  type GraphQLInputField,
  getNamedType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { describe, expect, onTestFinished, vi } from 'vitest';
import { inputRule } from '../../../src/graphql/input-rules.ts';
import { schema } from '../../../src/graphql/schema.ts';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { mutate } from '../../support/mutate.ts';

/** Every argument and input field of the schema. */
const INPUTS = Object.values(schema.getTypeMap()).flatMap((type) => {
  if (type.name.startsWith('__')) return [];
  if (isInputObjectType(type)) return Object.values(type.getFields()).map((input) => ({ owner: type.name, input }));
  if (!isObjectType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) => field.args.map((input) => ({ owner: `${type.name}.${field.name}`, input })));
});

/** Inputs without a limit of their own, and what limits them. */
const EXEMPT: Record<string, string> = {
  'Tour.explainTargeting.distinctId': 'the first 200 characters count',
};

function isList({ type }: GraphQLArgument | GraphQLInputField): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}

const it = gatewayTest();

it('every list and every text of the schema has a limit, which its description states', () => {
  const limited = INPUTS.filter(({ input }) => isList(input) || ['String', 'ID'].includes(String(getNamedType(input.type))));
  expect(limited.length).toBeGreaterThan(60);
  for (const { owner, input } of limited) {
    const name = `${owner}.${input.name}`;
    if (name in EXEMPT) continue;
    const rule = inputRule(owner, input.name);
    expect(rule, name).not.toBeNull();
    expect(rule?.kind, name).toBe(isList(input) ? 'items' : 'characters');
    expect(input.description, name).toContain(String(rule?.max));
  }
});

describe('a value beyond its limit', () => {
  let gateway: TestApp;
  let tourId: string;
  it.beforeAll(async ({ gateway: started }) => {
    gateway = started;
    tourId = (await mutate(gateway.graphql, 'createTour', { projectId: gateway.projectId, name: 'There' })).tour.uuid;
  });

  const ids = (count: number) => Array.from({ length: count }, (_, n) => Buffer.from(`Tour:${n}`).toString('base64'));

  it('is refused in a query, with its place', async () => {
    const { nodes } = await gateway.graphql('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: ids(100) });
    expect(nodes).toHaveLength(100);
    const { errors } = await gateway.graphql.send('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: ids(50_000) });
    expect(errors?.[0]).toMatchObject({
      extensions: {
        code: 'VALIDATION_FAILED',
        fields: [{ path: 'ids', code: 'max_length', message: expect.stringContaining('100 items; it has 50000') }],
      },
    });
    const status = Array.from({ length: 200_000 }, () => 'DRAFT');
    const query = 'query ($filter: TourFilter) { tours(projectId: 1, filter: $filter) { totalCount } }';
    expect((await gateway.graphql.send(query, { filter: { status } })).errors?.[0]?.extensions.fields).toMatchObject([
      { path: 'filter.status' },
    ]);
    // What the gateway remembers of the key does not age; notifications of what was written before may still be on their way.
    const now = vi.spyOn(performance, 'now').mockReturnValue(performance.now());
    onTestFinished(() => now.mockRestore());
    await expect
      .poll(
        async () => {
          const { queries } = gateway.app.db.stats();
          await gateway.graphql.send(query, { filter: { status } });
          return gateway.app.db.stats().queries - queries;
        },
        { timeout: 10_000 },
      )
      .toBe(0);
  });

  it('is a typed error of a mutation, with all that is wrong', async () => {
    const operations = (count: number) => Array.from({ length: count }, () => ({ remove: { stepId: 'x'.repeat(401) } }));
    const mutation = `mutation ($input: EditTourDraftStepsInput!) { editTourDraftSteps(input: $input) {
      __typename ... on ValidationError { fields { path code } } } }`;
    const edit = async (input: object) => (await gateway.graphql(mutation, { input: { tourId, ...input } })).editTourDraftSteps;
    expect(await edit({ operations: operations(201) })).toEqual({
      __typename: 'ValidationError',
      fields: [{ path: 'operations', code: 'max_length' }],
    });
    expect((await edit({ operations: operations(200) })).fields).toHaveLength(200);
  });

  it('is fine over REST, which limits bytes alone', async () => {
    expect((await gateway.rest('GET', '1/product_tours/?limit=5000')).status).toBe(200);
    const { errors } = await gateway.graphql.send('{ toursByOffset(projectId: 1, limit: 1001) { totalCount } }');
    expect(errors?.[0]?.extensions.fields).toMatchObject([{ path: 'limit' }]);
  });
});
