import { readFileSync } from 'node:fs';
import {
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { possibleTypes, typesWithoutId } from '../../../src/generated/cache-types.ts';
import { NODE_TYPES } from '../../../src/graphql/ids/global-id.ts';
import { schema } from '../../../src/graphql/schema.ts';

type Composite = GraphQLObjectType | GraphQLInterfaceType;
type Field = GraphQLField<unknown, unknown>;

const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
const composites = types.filter((type): type is Composite => isObjectType(type) || isInterfaceType(type));
const node = schema.getType('Node') as GraphQLInterfaceType;
const isNode = (type: unknown) => isObjectType(type) && schema.isSubType(node, type);
const fieldsOf = (type: Composite): Field[] => Object.values(type.getFields());

describe('what normalizing caches take for an identity', () => {
  it('is a global id: `id` is of type ID!, and its type implements Node', () => {
    const withId = composites.filter((type) => type.getFields().id);
    for (const type of withId) {
      expect(String(type.getFields().id?.type), type.name).toBe('ID!');
      expect(type === node || schema.isSubType(node, type), type.name).toBe(true);
    }
    expect(withId.length).toBeGreaterThan(14);
  });

  it('has no other name that they know', () => {
    expect(composites.filter((type) => type.getFields()._id)).toEqual([]);
  });

  it('is known to `node` for every type that implements Node', () => {
    expect(
      schema
        .getPossibleTypes(node)
        .map(({ name }) => name)
        .sort(),
    ).toEqual([...NODE_TYPES].sort());
  });

  it('is there for all that lists are paged by', () => {
    const pages = composites.filter(({ name }) => /(Connection|OffsetPage)$/.test(name));
    for (const type of pages) expect(isNode(getNamedType(type.getFields().nodes?.type)), type.name).toBe(true);
    const edges = composites.filter(({ name }) => name.endsWith('Edge'));
    for (const type of edges) expect(isNode(getNamedType(type.getFields().node?.type)), type.name).toBe(true);
    expect(pages.length).toBeGreaterThan(12);
    expect(edges.length).toBeGreaterThan(10);
  });

  it('is published for clients, as the schema has it', () => {
    const expected = types.filter(isAbstractType).map((type) => [
      type.name,
      schema
        .getPossibleTypes(type)
        .map(({ name }) => name)
        .sort(),
    ]);
    expect(possibleTypes).toEqual(Object.fromEntries(expected));
    const roots = ['Query', 'Mutation', 'Subscription'];
    const values = types.filter((type) => isObjectType(type) && !isNode(type) && !roots.includes(type.name));
    expect(typesWithoutId).toEqual(values.map(({ name }) => name).sort());
  });
});

describe('the payload of a mutation', () => {
  const successes = composites.filter(({ name }) => name.endsWith('Success'));

  it.each(successes.map((type) => [type.name, type] as const))('%s has a Node, or the id of what was deleted', (_, type) => {
    const nodes = fieldsOf(type).filter((field) => isNode(getNamedType(field.type)));
    const deleted = fieldsOf(type).filter(({ name }) => /^deleted\w+Id$/.test(name));
    expect(nodes.length + deleted.length).toBeGreaterThan(0);
    for (const { description, type: idType } of deleted) {
      expect(String(getNamedType(idType))).toBe('ID');
      expect(description).toMatch(/deleted/);
    }
  });

  it('is there for every mutation', () => {
    expect(successes).toHaveLength(Object.keys(schema.getMutationType()?.getFields() ?? {}).length);
  });
});

it('every scalar of this API names its specification, in the printed schema too', () => {
  const scalars = types.filter((type) => isScalarType(type)).filter((type) => !isSpecifiedScalarType(type));
  const printed = readFileSync(new URL('../../../schema/schema.graphql', import.meta.url), 'utf8');
  for (const { name, specifiedByURL } of scalars) {
    expect(specifiedByURL, name).toMatch(/^https:\/\/(www\.rfc-editor\.org\/rfc\/rfc\d+|scalars\.graphql\.org\/.+)$/);
    expect(printed).toContain(`scalar ${name} @specifiedBy(url: "${specifiedByURL}")`);
  }
  expect(scalars.map(({ name }) => name).sort()).toEqual(['DateTime', 'JSON', 'UUID']);
});
