import { isUnionType } from 'graphql';
import { schema } from '../../src/graphql/schema.ts';
import type { GraphqlClient } from './graphql.ts';

/** What each typed error tells beyond its message and code. */
const ERROR_FIELDS: Record<string, string> = {
  ValidationError: 'fields { path code message }',
  PermissionError: 'missingScope',
  ConflictError: 'expectedRevision currentRevision conflictingPaths changedBy { email } tour { uuid name revision draft { raw } }',
};

/** The document of a mutation that selects `selection` of its success and everything of its errors. */
function mutationDocument(name: string, selection: string): string {
  const field = schema.getMutationType()?.getFields()[name];
  if (!field || !('ofType' in field.type) || !isUnionType(field.type.ofType)) throw new Error(`There is no mutation '${name}'.`);
  const types = field.type.ofType.getTypes().map((type) => type.name);
  const success = types.find((type) => type.endsWith('Success'));
  const errors = types.filter((type) => type in ERROR_FIELDS).map((type) => `... on ${type} { ${ERROR_FIELDS[type]} }`);
  return `mutation ($input: ${field.args[0]?.type}) {
    ${name}(input: $input) { __typename ... on ${success} { ${selection} } ... on Error { message code } ${errors.join(' ')} }
  }`;
}

/** Runs a mutation and gives its result, success or typed error. */
// biome-ignore lint/suspicious/noExplicitAny: tests look into results as they came over the wire
export async function mutate(client: GraphqlClient, name: string, input: object, selection = 'tour { uuid name revision }'): Promise<any> {
  return (await client(mutationDocument(name, selection), { input }))[name];
}
