import { type JsonSchema, objectSchema } from './json-schema.ts';

/**
 * The schema of the error envelope (contract section 3).
 *
 * @param codes each with what it means
 */
export function problemSchema(types: readonly string[], codes: Readonly<Record<string, string>>): JsonSchema {
  const meanings = Object.entries(codes).map(([code, meaning]) => `- \`${code}\`: ${meaning}`);
  return objectSchema({
    type: { type: 'string', enum: types },
    code: { type: 'string', enum: Object.keys(codes), description: meanings.join('\n') },
    detail: { type: 'string', description: 'What is wrong, for a person.' },
    attr: {
      type: ['string', 'null'],
      description: 'The field that is to blame; the parts of a nested one are joined with two underscores.',
    },
  });
}
