// Writes docs/content-reference.md from the definition of content; with `--check` it only compares.

import { INPUT_LIMITS } from '../src/domain/input-limits.ts';
import { BANNER_EXAMPLE, EXAMPLE } from '../src/domain/tour/content/example.ts';
import { contentSchema, SCHEMA_PATH } from '../src/domain/tour/content/json-schema.ts';
import { writeOrCheck } from './generated-file.ts';

interface Schema {
  $ref?: string;
  title?: string;
  description?: string;
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  additionalProperties?: Schema | boolean;
  required?: string[];
  default?: unknown;
  deprecated?: boolean;
  examples?: unknown[];
  minimum?: number;
  maximum?: number;
  minLength?: number;
  $defs?: Record<string, Schema>;
}

const root = contentSchema(null) as Schema;
const levels = { TourContent: root, ...root.$defs };
const { TourStep: union = {}, ...objects } = levels as Record<string, Schema>;

const INTRODUCTION = `<!-- Made by \`npm run generate\` from src/domain/tour/content. -->
# Content of a tour

The content of a tour is one JSON object: \`content\` over REST and in GraphQL, \`typedContent\` in GraphQL with a field for each key. The gateway serves this
definition as a JSON Schema at \`${SCHEMA_PATH}\`; the client package exports it as TypeScript types.

- Unknown keys are allowed at every level. The gateway stores and returns them unchanged.
- Nothing here prevents saving a draft. \`TourDraft.problems\` lists what differs from this reference, as warnings with a JSON pointer.
- A nullable key may be null, which means the same as absent.
- In GraphQL the values of a choice are in upper case: \`show_once\` is \`SHOW_ONCE\`. A step is an object with one field, its type: \`{ modal: { stepId: "welcome" } }\`.
  \`id\` of a step is called \`stepId\`, \`modalPosition\` is \`position\`, \`step_order_history\` is \`stepOrderHistory\`; \`translations\` and \`propertyFilters\` are lists,
  with the key in \`language\` and \`property\`. Keys without a field go into \`extra\`.

| limit | |
| --- | --- |
| size of the content | \`MAX_CONTENT_BYTES\` |
| steps | ${INPUT_LIMITS.steps} over GraphQL, or as many as the tour has already |
| characters of a text in \`typedContent\` | ${INPUT_LIMITS.contentLine}; ${INPUT_LIMITS.contentText} in \`contentHtml\` and \`autoData\`; ${INPUT_LIMITS.stepId} in \`stepId\` |
| items of any other list in \`typedContent\` | ${INPUT_LIMITS.contentItems} |
`;

const stepTypes = (union.oneOf ?? []).map((option) => link(option));
const STEPS = `## TourStep\n\n${union.description} One of: ${stepTypes.join(', ')}.\n`;

const sections = Object.entries(objects).map(([name, schema]) => section(name, schema));
sections.splice(1, 0, STEPS);
const examples = [EXAMPLE, BANNER_EXAMPLE].map((example) => `\`\`\`json\n${JSON.stringify(example, null, 2)}\n\`\`\`\n`);
const text = [INTRODUCTION, ...sections, '## Examples\n', ...examples].join('\n');

writeOrCheck(
  'docs/content-reference.md',
  text,
  `${Object.values(objects).flatMap(({ properties }) => Object.keys(properties ?? {})).length} keys`,
);

function section(name: string, { description = '', properties = {}, required = [] }: Schema): string {
  const rows = Object.entries(properties).map(([key, schema]) => row(key, schema, required.includes(key)));
  return `## ${name}\n\n${description}\n\n| key | type | default | limits | meaning |\n| --- | --- | --- | --- | --- |\n${rows.join('\n')}\n`;
}

function row(key: string, schema: Schema, isRequired: boolean): string {
  const [text = '', ...values] = (schema.description ?? '').split('\n');
  const meanings = values.map((value) => value.replace(/^- /, '')).join('<br>');
  const example = schema.examples ? ` Example: ${code(schema.examples[0])}.` : '';
  const meaning = `${schema.deprecated ? 'Deprecated. ' : ''}${text}${example}${meanings && `<br>${meanings}`}`;
  const name = `\`${key}\`${isRequired ? ', required' : ''}`;
  return `| ${[name, typeOf(schema), schema.default === undefined ? '' : code(schema.default), limitsOf(schema), meaning].map(cell).join(' | ')} |`;
}

function typeOf(schema: Schema): string {
  if (schema.anyOf) return schema.anyOf.map((option) => (option.type === 'null' ? 'nullable' : typeOf(option))).join(', ');
  if (schema.$ref) return link(schema);
  if (schema.const !== undefined) return code(schema.const);
  const types = [schema.type ?? 'any JSON'].flat().map((type) => (type === 'null' ? 'nullable' : type));
  const [type, ...others] = types;
  if (type === 'array') return ['list of ', typeOf(schema.items ?? {})].join('') + others.map((other) => `, ${other}`).join('');
  const values = typeof schema.additionalProperties === 'object' ? ` of ${typeOf(schema.additionalProperties)} by key` : '';
  return [`${type}${values}`, ...others].join(', ');
}

function limitsOf(schema: Schema): string {
  const limits = [schema, ...(schema.anyOf ?? [])].flatMap((option) => [
    option.enum &&
      `one of ${option.enum
        .filter((value) => value !== null)
        .map(code)
        .join(', ')}`,
    option.minimum !== undefined && `at least ${option.minimum}`,
    option.maximum !== undefined && `at most ${option.maximum}`,
    option.minLength && 'not empty',
  ]);
  return limits.filter(Boolean).join('; ');
}

function link({ $ref = '' }: Schema): string {
  const name = $ref.split('/').at(-1) ?? '';
  return `[${name}](#${name.toLowerCase()})`;
}

function code(value: unknown): string {
  return `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
