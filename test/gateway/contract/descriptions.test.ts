import { type GraphQLNamedType, isEnumType, isInputObjectType, isInterfaceType, isObjectType, isUnionType } from 'graphql';
import { expect, it } from 'vitest';
import { schema } from '../../../src/graphql/schema.ts';

const ROOTS = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];

/** What the plugins name by a convention of their own: a connection, its edges, a mutation's union of results. */
const CONVENTIONAL = /(Connection|Edge|Result)$/;

const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
const isBlank = ({ description }: { description?: string | null | undefined }) => !description?.trim();

/** Arguments that are the same wherever they stand: Relay's, and the one that a mutation has. */
const SELF_EVIDENT = new Set(['first', 'after', 'last', 'before', 'input', 'id', 'ids']);

it('describes every type', () => {
  const undescribed = types.filter((type) => !CONVENTIONAL.test(type.name) && isBlank(type) && !isBuiltIn(type)).map(({ name }) => name);
  expect(undescribed).toEqual([]);
  expect(types.length).toBeGreaterThan(100);
});

it('describes every root field', () => {
  const fields = ROOTS.flatMap((root) => Object.values(root?.getFields() ?? {}));
  expect(fields.filter(isBlank).map(({ name }) => name)).toEqual([]);
  expect(fields.length).toBeGreaterThanOrEqual(34);
});

it('describes every field of every input, and every argument but Relay’s', () => {
  const inputs = types.filter(isInputObjectType).flatMap((type) => named(type.name, Object.values(type.getFields())));
  const args = types
    .filter((type) => isObjectType(type) || isInterfaceType(type))
    .flatMap((type) => Object.values(type.getFields()).flatMap((field) => named(`${type.name}.${field.name}`, field.args)));
  const undescribed = [...inputs, ...args.filter(({ name }) => !SELF_EVIDENT.has(name))].filter(({ input }) => isBlank(input));
  expect(undescribed.map(({ path }) => path)).toEqual([]);
  expect(inputs.length + args.length).toBeGreaterThan(120);
});

it('describes the values of every enum, but those that are words of every day', () => {
  const values = types.filter(isEnumType).flatMap((type) => named(type.name, type.getValues()));
  const selfEvident = /^(TourType|TourOrderField|CreationContext)\./;
  expect(values.filter(({ path, input }) => !selfEvident.test(path) && isBlank(input)).map(({ path }) => path)).toEqual([]);
  expect(values.length).toBeGreaterThan(25);
});

it('speaks of every mutation’s result as a success or the typed errors', () => {
  const unions = types.filter(isUnionType).filter(({ name }) => name.endsWith('Result'));
  for (const union of unions) {
    const names = union.getTypes().map(({ name }) => name);
    expect(names.filter((name) => name.endsWith('Success'))).toEqual([union.name.replace('Result', 'Success')]);
    expect(names).toEqual(expect.arrayContaining(['ValidationError', 'NotFoundError', 'PermissionError']));
  }
  expect(unions).toHaveLength(Object.keys(schema.getMutationType()?.getFields() ?? {}).length);
});

function isBuiltIn({ name }: GraphQLNamedType): boolean {
  return ['String', 'Int', 'Float', 'Boolean', 'ID', 'PageInfo'].includes(name);
}

function named<T extends { name: string; description?: string | null | undefined }>(owner: string, inputs: readonly T[]) {
  return inputs.map((input) => ({ path: `${owner}.${input.name}`, name: input.name, input }));
}
