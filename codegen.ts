import type { CodegenConfig } from '@graphql-codegen/cli';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { cacheTypes } from './scripts/cache-types.ts';
import { schema } from './src/graphql/schema.ts';

const config: CodegenConfig = {
  schema: printSchema(lexicographicSortSchema(schema)),
  documents: 'src/{rest,cli}/*.graphql',
  generates: {
    'schema/schema.graphql': { plugins: ['schema-ast'], config: { includeDirectives: true } },
    'src/generated/cache-types.ts': { plugins: [{ add: { content: cacheTypes(schema) } }] },
    'src/generated/operations.ts': {
      plugins: [
        { add: { content: '// Made by `npm run generate` from src/{rest,cli}/*.graphql and the schema.' } },
        'typescript',
        'typescript-operations',
        'typed-document-node',
      ],
      config: {
        useTypeImports: true,
        enumsAsTypes: true,
        onlyOperationTypes: true,
        skipTypename: true,
        strictScalars: true,
        inputMaybeValue: 'T | null | undefined',
        documentMode: 'documentNode',
        scalars: { DateTime: 'string', UUID: 'string', JSON: 'unknown' },
      },
    },
  },
};

export default config;
