import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLObjectType,
  getNamedType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  type OperationTypeNode,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../../src/config.ts';
import type { Actor } from '../../../src/domain/actor.ts';
import { expectedId, isKnownId } from '../../../src/graphql/ids/expected-id.ts';
import { NODE_TYPES, type NodeType, writeGlobalId } from '../../../src/graphql/ids/global-id.ts';
import { schema } from '../../../src/graphql/schema.ts';
import { createDocuments } from '../../../src/server/documents.ts';
import type { OperationRequest } from '../../../src/server/operation-request.ts';

const UUID = '018f3c1e-4b5a-4c6d-8e7f-0123456789ab';
const KEYS: Partial<Record<NodeType, string>> = {
  Project: '987654321',
  User: '987654321',
  FeatureFlag: '987654321',
  LostDraft: `${UUID}:3`,
  TourDraft: `${UUID}:3`,
  DraftEditSession: `${UUID}:2:3`,
};
const globalId = (type: NodeType) => writeGlobalId(type, KEYS[type] ?? UUID);
const CURSOR = Buffer.from(JSON.stringify(['2026-11-23', UUID])).toString('base64url');

/** Everything that can be mistaken for an id, and how the error names it. */
const RECEIVED: [value: unknown, text: string][] = [
  ...NODE_TYPES.map((type): [string, string] => [globalId(type), `the global id of ${/^[AEIO]/.test(type) ? 'an' : 'a'} ${type}`]),
  [UUID, 'a UUID'],
  [987654321, 'a number'],
  ['987654321', 'a number'],
  [CURSOR, 'a cursor'],
];

const LITERALS = new Set(['the global id of a Project', 'the global id of a Tour', 'a UUID', 'a number']);

interface Input {
  owner: string;
  input: GraphQLArgument | GraphQLInputField;
  /** The root field by which it is reached, and the path in its arguments. Null: below another field. */
  at: { operation: string; field: string; path: string[] } | null;
}

/** Every argument of every field, and every field of every input. */
function inputs(): Input[] {
  const found: Input[] = [];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    const operation = ['Query', 'Mutation', 'Subscription'].find((name) => name === type.name)?.toLowerCase();
    for (const field of Object.values(type.getFields())) {
      for (const input of field.args)
        collect(`${type.name}.${field.name}`, input, operation ? { operation, field: field.name, path: [input.name] } : null);
    }
  }
  return found;

  function collect(owner: string, input: Input['input'], at: Input['at']): void {
    found.push({ owner, input, at });
    const named = getNamedType(input.type);
    if (!isInputObjectType(named) || (at?.path.length ?? 0) > 4) return;
    for (const field of Object.values(named.getFields())) collect(named.name, field, at && { ...at, path: [...at.path, field.name] });
  }
}

const ALL = inputs();
const scalarOf = ({ input }: Input) => getNamedType(input.type).name;
const nameOf = ({ owner, input, at }: Input) => (at ? `${at.field}(${at.path.join('.')})` : `${owner}.${input.name}`);
const isList = (type: GraphQLInputType): boolean => isListType(isNonNullType(type) ? type.ofType : type);

/** Texts of an editor, whose form is free. */
const STEP_IDS = /^(stepId|AddStep\.after|MoveStep\.after)$/;

const documents = createDocuments(loadConfig({}));
/** Documents ask only whether there is one. */
const CALLER = { actor: {} as Actor };

describe('the arguments that take an id', () => {
  it('are all known: each of the types UUID and ID, and each whose name says so', () => {
    const named = ALL.filter((one) => ['UUID', 'ID'].includes(scalarOf(one)) || /(^id|^ids|[a-z]Ids?)$/.test(one.input.name));
    const unknown = named.filter(
      ({ owner, input }) => !isKnownId(owner, input.name) && !STEP_IDS.test(input.name) && !STEP_IDS.test(`${owner}.${input.name}`),
    );
    // Names that clients choose, and keys of content, which is stored unchanged.
    expect(new Set(unknown.map(({ input }) => input.name))).toEqual(
      new Set(['clientMutationId', 'clientId', 'distinctId', 'linkedSurveyId', 'linkedSurveyQuestionId']),
    );
    expect(named.length).toBeGreaterThan(60);
  });
});

/** How a field below the root is reached. */
const WAYS: Record<string, (field: string) => string> = {
  Tour: (field) => `... on Tour { ${field} }`,
  TourVersion: (field) => `... on TourVersion { ${field} }`,
  Project: (field) => `... on Project { ${field} }`,
  TourSurveyStats: (field) => `... on Tour { stats { surveys { ${field} } } }`,
};

/** A document with the value in a variable and one with it in a literal. */
function requests({ owner, input, at }: Input, value: unknown): [OperationRequest, OperationRequest] {
  const leaf = isList(input.type) ? [value] : value;
  const path = at?.path ?? [input.name];
  const [type = '', field = ''] = at ? ['', at.field] : owner.split('.');
  const parent = at ? schema.getRootType(at.operation as OperationTypeNode) : (schema.getType(type) as GraphQLObjectType);
  const definition = parent?.getFields()[field];
  const argument = definition?.args.find(({ name }) => name === path[0]);
  const others = definition?.args.filter((arg) => arg !== argument && isRequiredArgument(arg)) ?? [];
  const given = path.slice(1).reduceRight<unknown>((inner, name) => ({ [name]: inner }), leaf);
  const selection = isLeafType(getNamedType(definition?.type)) ? '' : '{ __typename }';
  const document = (text: string, variables = '') => {
    const args = [
      `${argument?.name}: ${text}`,
      ...others.map(({ name, type: other }) => `${name}: ${SAMPLES[String(getNamedType(other))]}`),
    ];
    const call = `${field}(${args.join(', ')}) ${selection}`;
    return `${at?.operation ?? 'query'} ${variables} { ${at ? call : `node(id: "x") { ${WAYS[type]?.(call)} }`} }`;
  };
  return [
    { query: document('$v', `($v: ${argument?.type})`), variables: { v: given } },
    { query: document(literal(withRequired(argument?.type, given))) },
  ];
}

const SAMPLES: Record<string, string> = { Int: '1', UUID: `"${UUID}"`, String: '"x"' };

/** The fields that an input requires beside the one that is tried, as literals are validated whole. */
function withRequired(type: GraphQLInputType | undefined, value: unknown): unknown {
  const named = type && getNamedType(type);
  if (!isInputObjectType(named) || typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const fields = Object.values(named.getFields()).filter(({ name }) => name in value);
  const given = Object.fromEntries(
    fields.map(({ name, type: inner }) => [name, withRequired(inner, (value as Record<string, unknown>)[name])]),
  );
  const missing = Object.values(named.getFields()).filter((field) => isRequiredInputField(field) && !(field.name in given));
  return { ...Object.fromEntries(missing.map((field) => [field.name, sample(field.type)])), ...given };
}

function sample(type: GraphQLInputType): unknown {
  if (isList(type)) return [];
  const samples: Record<string, unknown> = { Int: 1, UUID, DateTime: '2030-01-01T00:00:00Z', Boolean: true };
  return samples[getNamedType(type).name] ?? 'x';
}

function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{ ${Object.entries(value)
    .map(([name, inner]) => `${name}: ${literal(inner)}`)
    .join(', ')} }`;
}

const ids = ALL.filter((one) => expectedId(one.owner, one.input.name, scalarOf(one)));

describe.each(ids.map((one) => [nameOf(one), one] as const))('%s', (_, one) => {
  const expected = expectedId(one.owner, one.input.name, scalarOf(one));

  it('takes what it takes, or names what it received, what it expects and where that is', () => {
    const misplaced = RECEIVED.filter(([, text]) => !takes(one, text));
    expect(misplaced.length).toBeGreaterThan(1);
    for (const [value, text] of misplaced) {
      const [inVariable, inLiteral] = requests(one, value);
      // Each literal is a document of its own, which takes time.
      for (const request of LITERALS.has(text) ? [inVariable, inLiteral] : [inVariable]) {
        const prepared = documents.prepare(request, CALLER);
        expect('errors' in prepared && prepared.errors, String(request.query)).toHaveLength(1);
        const [error] = 'errors' in prepared ? prepared.errors : [];
        expect(error?.message).toContain(`Expected ${expected?.text}`);
        expect(error?.message).toContain(expected?.source);
        expect(error?.message).toContain(`but received ${text}: ${value}`);
        expect(error?.extensions).toMatchObject({ code: 'VALIDATION_FAILED', fields: [{ code: 'invalid_input' }] });
      }
    }
    for (const received of RECEIVED) {
      if (misplaced.includes(received)) continue;
      const [inVariable] = requests(one, received[0]);
      const prepared = documents.prepare(inVariable, CALLER);
      // The input lacks other fields, which is an error of its own.
      const messages = 'errors' in prepared ? prepared.errors.map(({ message }) => message) : [];
      expect(messages.filter((message) => message.includes('but received'))).toEqual([]);
    }
  });
});

/** By the rule that the documentation states. */
function takes({ owner, input }: Input, text: string): boolean {
  if (/^Query\.nodes?$/.test(owner)) return text.startsWith('the global id') || text === 'a UUID';
  const scalar = String(getNamedType(input.type));
  if (scalar === 'String') {
    if (input.name === 'itemId') return ['the global id of a Tour', 'a UUID', 'a number'].includes(text);
    return text === 'a cursor';
  }
  if (scalar === 'Int') return text === 'a number';
  if (owner === 'TourSurveyStats.answers') return text === 'a UUID';
  return text === 'a UUID' || text === `the global id of ${article(namedType(owner, input.name))}`;
}

function namedType(owner: string, name: string): string {
  if (owner.startsWith('Revoke')) return owner.replace(/^Revoke|Input$/g, '');
  if (name.startsWith('organization') || owner === 'Query.organization' || owner === 'UpdateOrganizationInput') return 'Organization';
  return 'Tour';
}

function article(type: string): string {
  return `${/^[AEIO]/.test(type) ? 'an' : 'a'} ${type}`;
}
