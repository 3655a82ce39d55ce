import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { expect } from 'vitest';
import { schema } from '../../../src/graphql/schema.ts';
import type { TestApp } from '../../support/app.ts';
import { openEventStream } from '../../support/event-stream.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { mutate } from '../../support/mutate.ts';

/** What breaks careless code, for every input of these types. */
const ODD: Record<string, unknown[]> = {
  String: ['\0', 'a\ud800', '', ' ', 'x'.repeat(5000), "'; --", '$1', '\\', '%'],
  ID: ['\0', 'a\ud800', '', ' ', 'x'.repeat(5000), 'not-a-uuid', -1],
  Int: [0, -1, 2 ** 31 - 1, -(2 ** 31)],
  JSON: ['\0', { 'a\0': 1 }, { a: ['\ud800'] }, null, 5, [], {}, { __proto__: null }, { groups: [null] }],
  DateTime: ['0001-01-01T00:00:00Z', '9999-12-31T23:59:59.999999Z', '0001-01-01T00:00:00+14:00'],
};

const it = gatewayTest();
let gateway: TestApp;
let tourId: string;

it.beforeAll(async ({ gateway: started }) => {
  gateway = started;
  tourId = (await mutate(gateway.graphql, 'createTour', { projectId: gateway.projectId, name: 'There' })).tour.uuid;
  await mutate(gateway.graphql, 'saveTourDraft', { tourId, description: 'x' });
});

/** A value of the type that is in order, so that only the odd one can be to blame. */
function ordinary(name: string, type: GraphQLInputType): unknown {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return [ordinary(name, nullable.ofType)];
  if (isInputObjectType(nullable)) {
    const fields = Object.values(nullable.getFields());
    if (nullable.isOneOf) return Object.fromEntries(fields.slice(0, 1).map((field) => [field.name, ordinary(field.name, field.type)]));
    return Object.fromEntries(fields.filter(isRequired).map((field) => [field.name, ordinary(field.name, field.type)]));
  }
  const known: Record<string, unknown> = {
    projectId: gateway.projectId,
    id: gateway.projectId,
    tourId,
    userId: 1,
    number: 1,
    revision: 1,
    step: {},
    patch: {},
  };
  if (getNamedType(type).name === 'UUID') return tourId;
  if (getNamedType(type).name === 'ID') return 'a';
  return known[name] ?? (getNamedType(type).name === 'Int' ? 1 : `text ${Math.random()}`);
}

function isRequired(field: GraphQLArgument | GraphQLInputField): boolean {
  return isNonNullType(field.type) && field.defaultValue === undefined;
}

/** Input types whose fields have been tried, in the first place that takes the type: all places read it with the same code. */
const tried = new Set<string>();

/** The same inputs with one odd value at a time, at any depth. */
function* oddities(fields: readonly (GraphQLArgument | GraphQLInputField)[]): Generator<Record<string, unknown>> {
  const usual = () => Object.fromEntries(fields.filter(isRequired).map(({ name, type }) => [name, ordinary(name, type)]));
  for (const { name, type } of fields) {
    const nullable = getNullableType(type);
    const inner = getNamedType(type);
    const wrap = (value: unknown) => (isListType(nullable) ? [value] : value);
    if (isInputObjectType(inner) && !tried.has(inner.name)) {
      tried.add(inner.name);
      const children = Object.values(inner.getFields());
      const groups = inner.isOneOf ? children.map((child) => [child]) : [children];
      for (const group of groups) for (const odd of oddities(group)) yield { ...usual(), [name]: wrap(odd) };
    }
    for (const value of ODD[inner.name] ?? []) yield { ...usual(), [name]: wrap(value) };
  }
}

it('answers every odd input of every operation with a result or an error of the caller’s, never with a fault', async () => {
  const faults: string[] = [];
  let sent = 0;
  for (const [kind, root] of [
    ['query', schema.getQueryType()],
    ['mutation', schema.getMutationType()],
  ] as const) {
    for (const { name, args } of Object.values(root?.getFields() ?? {})) {
      const declared = args.map((arg) => `$${arg.name}: ${arg.type}`).join(', ');
      const passed = args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
      const document = args.length === 0 ? `{ ${name} { __typename } }` : `${kind} (${declared}) { ${name}(${passed}) { __typename } }`;
      for (const variables of oddities(args)) {
        const { status, errors } = await gateway.graphql.send(document, variables);
        const fault = status >= 500 || errors?.some(({ extensions }) => extensions?.code === 'INTERNAL_SERVER_ERROR');
        if (fault) faults.push(`${name} ${JSON.stringify(variables).slice(0, 200)}`);
        sent++;
      }
    }
  }
  expect(faults).toEqual([]);
  expect(sent).toBeGreaterThan(600);
}, 120_000);

it('answers odd arguments of connections and subscriptions in the same way', async () => {
  const texts = ODD.String as string[];
  let sent = 0;
  for (const text of texts) {
    for (const page of ['first: 5, after: $text', 'last: 5, before: $text']) {
      const inside = `query ($id: UUID!, $text: String) { tour(id: $id) { versions(${page}) { nodes { id } } activity(${page}) { nodes { id } } } }`;
      const { errors } = await gateway.graphql.send(inside, { id: tourId, text });
      expect(JSON.stringify(errors ?? []), text).not.toContain('INTERNAL_SERVER_ERROR');
      sent++;
    }
    for (const args of ['search: $text', 'first: 5, after: $text', 'last: 5, before: $text']) {
      const flags = `query ($id: Int!, $text: String) { project(id: $id) { featureFlags(${args}) { totalCount nodes { id } } } }`;
      const { errors } = await gateway.graphql.send(flags, { id: gateway.projectId, text });
      expect(JSON.stringify(errors ?? []), text).not.toContain('INTERNAL_SERVER_ERROR');
      sent++;
    }
    const query = 'subscription ($tourId: UUID!, $after: String) { tourDraftChanged(tourId: $tourId, after: $after) { kind } }';
    const reader = new AbortController();
    const stream = await openEventStream(
      gateway.url,
      gateway.key,
      { query, variables: { tourId, after: text } },
      { signal: reader.signal },
    );
    expect((await stream.messages.next()).value?.data, text).not.toContain('INTERNAL_SERVER_ERROR');
    reader.abort();
    sent++;
  }
  for (const size of [-1, 0, 101, 500]) {
    const document = `query ($id: UUID!) { tour(id: $id) { versions(first: ${size}) { nodes { id } } activity(last: ${size}) { nodes { id } } } }`;
    const { errors } = await gateway.graphql.send(document, { id: tourId });
    expect(JSON.stringify(errors ?? []), String(size)).not.toContain('INTERNAL_SERVER_ERROR');
    sent++;
  }
  expect(sent).toBe(texts.length * 6 + 4);
});
