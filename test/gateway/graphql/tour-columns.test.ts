import { GraphQLObjectType, getNamedType, isLeafType } from 'graphql';
import { expect } from 'vitest';
import { schema } from '../../../src/graphql/schema.ts';
import type { TestApp } from '../../support/app.ts';
import { createFlag } from '../../support/flags.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { mutate } from '../../support/mutate.ts';

/** Rows of other tables that a tour points at. Only the columns of the selected fields are read, so each field has to name what it needs. */
const JOINED = { createdBy: 'User', internalTargetingFlag: 'FeatureFlag', linkedFlag: 'FeatureFlag', project: 'Project' };

const it = gatewayTest();
let gateway: TestApp;
let id: string;

it.beforeAll(async ({ gateway: started }) => {
  gateway = started;
  const linkedFlagId = await createFlag(gateway.graphql, gateway.projectId, 'new-billing', ['one', 'two']);
  const input = { projectId: gateway.projectId, name: 'Every column', autoLaunch: true, linkedFlagId };
  id = (await mutate(gateway.graphql, 'createTour', input, 'tour { uuid }')).tour.uuid;
});

/** Those that can be asked for without arguments and have no fields of their own. */
function leaves(typename: string): string[] {
  const type = schema.getType(typename);
  if (!(type instanceof GraphQLObjectType)) throw new Error(`${typename} is no object type.`);
  return Object.values(type.getFields())
    .filter((field) => isLeafType(getNamedType(field.type)) && field.args.length === 0)
    .map((field) => field.name);
}

it.each(Object.entries(JOINED))('says the same of %s, each field alone and all together', async (row, typename) => {
  const names = ['__typename', ...leaves(typename)];
  expect(names.length).toBeGreaterThan(4);
  const all = (await gateway.graphql(`{ tour(id: "${id}") { ${row} { ${names.join(' ')} } } }`)).tour[row];
  expect(all).toMatchObject({ __typename: typename, databaseId: expect.any(Number) });
  for (const name of names) {
    const alone = (await gateway.graphql(`{ tour(id: "${id}") { ${row} { ${name} } } }`)).tour[row];
    expect(alone, name).toEqual({ [name]: all[name] });
  }
});

it('reads what a directive or a fragment brings in, each time anew', async () => {
  const query = `query ($with: Boolean!) { tour(id: "${id}") { linkedFlag { key ...More @include(if: $with) } } } fragment More on FeatureFlag { variants }`;
  expect((await gateway.graphql(query, { with: false })).tour.linkedFlag).toEqual({ key: 'new-billing' });
  expect((await gateway.graphql(query, { with: true })).tour.linkedFlag).toEqual({ key: 'new-billing', variants: ['one', 'two'] });
  expect((await gateway.graphql(query, { with: false })).tour.linkedFlag).toEqual({ key: 'new-billing' });
});
