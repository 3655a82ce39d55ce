// Writes the types of content for the client package; with `--check` it only compares.
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { contentComponents } from '../src/domain/tour/content/json-schema.ts';
import { writeOrCheck } from './generated-file.ts';

const { TourContent, ...others } = contentComponents();
const schemas = { TourContent: { ...TourContent, examples: [] }, ...others };
const document = { openapi: '3.1.0', info: { title: '', version: '' }, paths: {}, components: { schemas } };
const types = await openapiTS(document as unknown as OpenAPI3, {
  defaultNonNullable: false,
  exportType: true,
  rootTypes: true,
  rootTypesNoSchemaPrefix: true,
});
// Only the schemas have types of their own.
const text = astToString(types)
  .replaceAll(/^export type \S+ = Record<string, never>;\n/gm, '')
  .replace('export type components', 'type components');

const title = '// Made by `npm run generate` from the definition of content (/schemas/tour-content.json).';
writeOrCheck('src/client/tour-content.ts', `${title}\n${text}`, `${Object.keys(schemas).length} types`);
