import { type GraphQLSchema, isAbstractType, isObjectType } from 'graphql';

/** The module that `tour-gateway/client/cache` exports: what normalizing caches need to know of the schema. */
export function cacheTypes(schema: GraphQLSchema): string {
  const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
  const possibleTypes = Object.fromEntries(
    types
      .filter(isAbstractType)
      .map((type) => [type.name, namesOf(schema.getPossibleTypes(type))] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const withoutId = types.filter(isObjectType).filter((type) => !roots.includes(type) && !('id' in type.getFields()));
  return `// Made by \`npm run generate\` from the schema.

/** The object types of each interface and union: \`possibleTypes\` of Apollo's InMemoryCache. */
export const possibleTypes: Record<string, string[]> = ${print(possibleTypes)};

/** The object types that are parts of the object or field they are read from: for \`keys\` of urql's Graphcache, each with \`() => null\`. */
export const typesWithoutId: string[] = ${print(namesOf(withoutId))};`;
}

function namesOf(types: readonly { name: string }[]): string[] {
  return types.map(({ name }) => name).sort();
}

function print(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
