import { type GraphQLError, getIntrospectionQuery } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/domain/actor.ts';
import { createDocuments, type Documents } from '../../../src/server/documents.ts';

const SETTINGS = { introspection: true, maxQueryBytes: 100_000, maxQueryTokens: 2000 };
const ANYONE = { actor: {} as Actor };
const NO_ONE = { actor: null };

const repeat = (count: number, text: (n: number) => string) => Array.from({ length: count }, (_, n) => text(n)).join(' ');

function errorsOf(documents: Documents, query: string): readonly GraphQLError[] {
  const prepared = documents.prepare({ query }, ANYONE);
  return 'errors' in prepared ? prepared.errors : [];
}

function refusal(documents: Documents, query: string, caller: { actor: Actor | null; refusal?: string } = ANYONE) {
  const prepared = documents.prepare({ query }, caller);
  if (!('errors' in prepared)) return 'accepted';
  const [first] = prepared.errors;
  return { code: first?.extensions.code, message: first?.message, status: prepared.status };
}

describe('the document cache', () => {
  it('keeps a document, and gives it back', () => {
    const documents = createDocuments(SETTINGS);
    const prepare = () => documents.prepare({ query: '{ viewer { scopes } }' }, ANYONE) as { document: unknown };
    expect(prepare().document).toBe(prepare().document);
    expect(documents.stats()).toMatchObject({ documents: 1, rejections: 0 });
  });

  it('keeps no text of more than 16 kB', () => {
    const documents = createDocuments(SETTINGS);
    expect(refusal(documents, `{ viewer { scopes } } #${'a'.repeat(16 * 1024)}`)).toBe('accepted');
    expect(documents.stats()).toMatchObject({ documents: 0, documentBytes: 0 });
  });

  it('is limited in bytes, whatever is sent', () => {
    const documents = createDocuments(SETTINGS);
    for (let n = 0; n < 6000; n++) {
      expect(refusal(documents, `{ viewer { scopes } } #${n}${'a'.repeat(15_000)}`)).toBe('accepted');
      if (n % 10 === 0) refusal(documents, `{ viewer { a${n}${'b'.repeat(90_000)} ${repeat(20, (m) => `c${m}${'d'.repeat(400)}`)} } }`);
    }
    const { documents: count, documentBytes, rejectionBytes } = documents.stats();
    expect(count).toBeLessThan(3000);
    expect(documentBytes).toBeLessThanOrEqual(64 * 1024 * 1024);
    expect(rejectionBytes).toBeLessThanOrEqual(8 * 1024 * 1024);
  });

  it('remembers a rejection by its errors alone, for those whom it concerns', () => {
    const documents = createDocuments(SETTINGS);
    const query = '{ viewer { scope } }';
    const [error] = errorsOf(documents, query);
    expect(errorsOf(documents, query)[0]).toBe(error);
    expect(error).toMatchObject({ locations: [{ line: 1, column: 12 }] });
    expect([error?.nodes, error?.source]).toEqual([undefined, undefined]);
    expect(refusal(documents, query, NO_ONE)).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(refusal(documents, query, { ...NO_ONE, refusal: 'Invalid token.' })).toMatchObject({ message: 'Invalid token.' });
    expect(refusal(documents, query)).toMatchObject({ message: 'Cannot query field "scope" on type "Viewer". Did you mean "scopes"?' });
    expect(documents.stats()).toMatchObject({ documents: 0, rejections: 2 });
  });

  it('opens a cached document to no caller who may not run it', () => {
    const documents = createDocuments(SETTINGS);
    expect(refusal(documents, '{ viewer { scopes } }')).toBe('accepted');
    expect(refusal(documents, '{ viewer { scopes } }', NO_ONE)).toMatchObject({ code: 'UNAUTHENTICATED', status: 401 });
  });
});

describe('a document beyond a limit', () => {
  const documents = createDocuments(SETTINGS);
  const SCALARS = 'kind name description specifiedByURL isOneOf';
  const selections = (levels: number) => `${'{ a '.repeat(levels)}${'}'.repeat(levels)}`;
  const fragments = (count: number) => repeat(count, (n) => `fragment F${n} on Query { ...F${n + 1} __typename }`);

  it.each<[string, string, RegExp]>([
    ['bytes', `{ __typename } #${'é'.repeat(50_000)}`, /longer than 100000 bytes/],
    ['tokens', `{ ${'a '.repeat(2000)} }`, /more than 2000 tokens/],
    ['comments', `{ __typename } ${'#\n'.repeat(2000)}`, /more than 2000 tokens/],
    ['nested selections', selections(20_000), /deeper than 64 levels of brackets/],
    ['nested lists', `{ a(b: ${'['.repeat(50_000)}`, /deeper than 64/],
    ['nested objects', `{ a(b: ${'{c:'.repeat(20_000)}`, /deeper than 64/],
    ['nested types of a variable', `query ($a: ${'['.repeat(50_000)}Int`, /deeper than 64/],
    ['nested fragments', `{ ${'... { '.repeat(15_000)}`, /deeper than 64/],
    ['levels', `{ viewer { ${'a { '.repeat(20)} b ${'} '.repeat(20)} } }`, /more than 20 levels/],
    ['levels through fragments', `{ ...F0 } ${repeat(30, (n) => `fragment F${n} on Query { a { ...F${n + 1} } }`)}`, /more than 20 levels/],
    ['fields', `{ ${repeat(1001, (n) => `a${n}`)} }`, /more than 1000 fields/],
    ['fields of fragments', `{ ...F0 } ${repeat(20, (n) => `fragment F${n} on Query { a ...F${n + 1} ...F${n + 1} }`)}`, /1000 fields/],
    ['aliases', `{ ${repeat(31, (n) => `a${n}: __typename`)} }`, /more than 30 aliases/],
    ['aliases of fragments', `{ ${repeat(31, () => '...F')} } fragment F on Query { a: __typename }`, /more than 30 aliases/],
    ['directives', `{ __typename ${'@include(if: true) '.repeat(51)} }`, /more than 50 directives/],
    ['directives of variables', `query (${repeat(51, (n) => `$a${n}: Int @a`)}) { __typename }`, /more than 50 directives/],
    ['operations', repeat(21, (n) => `query Q${n} { __typename }`), /more than 20 operations/],
    ['fragments', `{ ...F0 } ${fragments(101)}`, /more than 100 fragments/],
    ['spreads', `{ ${repeat(201, () => '...F')} } fragment F on Query { __typename }`, /more than 200 fragment spreads/],
    ['variables', `query (${repeat(101, (n) => `$a${n}: Int`)}) { __typename }`, /more than 100 variables/],
    ['repeated fields', `{ ${'__typename '.repeat(150)} }`, /more than 10000 repetitions/],
    ['repeated fields of repeated fields', `{ ${'viewer { scopes scopes } '.repeat(100)} }`, /more than 10000 repetitions/],
    [
      'introspection of chosen types',
      `{ ${repeat(29, (n) => `a${n}: __type(name: "Node") { possibleTypes { fields { name description type { ${SCALARS} ofType { ${SCALARS} } } } } }`)} }`,
      /introspection costs/,
    ],
    ['introspection', `{ __schema { types { fields { type { fields { type { ${'name '.repeat(30)} } } } } } } }`, /introspection costs/],
  ])('of %s is refused', (_, query, message) => {
    expect(refusal(documents, query)).toEqual({ code: 'TOO_COMPLEX', message: expect.stringMatching(message), status: 400 });
  });

  it('has no more errors than are of use', () => {
    expect(errorsOf(documents, `{ viewer { ${repeat(400, (n) => `a${n}`)} } }`)).toHaveLength(21);
  });
});

describe('fragments', () => {
  const documents = createDocuments(SETTINGS);
  const ring = (length: number, spread: (next: number) => string) =>
    `{ __schema { types { ...F0 } } } ${repeat(length, (n) => `fragment F${n} on __Type { ${spread((n + 1) % length)} }`)}`;

  it.each<[string, string]>([
    ['themselves', ring(1, (n) => `...F${n}`)],
    ['themselves below a field', ring(1, (n) => `ofType { ...F${n} }`)],
    ['themselves in a list', ring(1, (n) => `fields { type { ...F${n} } }`)],
    ['each other below a field', ring(2, (n) => `ofType { ...F${n} }`)],
    ['each other in a large ring', ring(99, (n) => `...F${n} ...F${(n + 1) % 99}`)],
    [
      'each other, without an operation that spreads them',
      'fragment F on Tour { project { ...G } } fragment G on Project { tours { ...F } } { __typename }',
    ],
  ])('that spread %s are refused', (_, query) => {
    const refused = { code: 'GRAPHQL_VALIDATION_FAILED', message: expect.stringMatching(/Cannot spread fragment "\w+" within itself/) };
    expect(refusal(documents, query)).toMatchObject(refused);
  });

  it('that share a name are refused, since a limit would hold for one of them alone', () => {
    const large = repeat(100, (n) => `... { a${n} { b c d } }`);
    expect(refusal(documents, `{ ...F } fragment F on Query { __typename } fragment F on Query { ${large} }`)).toMatchObject({
      message: 'There can be only one fragment named "F".',
    });
  });
});

describe('without a credential', () => {
  const documents = createDocuments(SETTINGS);

  it.each([
    '{ __typename }',
    'query ($on: Boolean = true) { __schema @include(if: $on) { ...S } __type(name: "Tour") { fields { type { name } } } } fragment S on __Schema { types { name } }',
    'query Q($name: String! = "Tour") { ...F } fragment F on Query { __type(name: $name) { name } }',
  ])('%s is open', (query) => {
    expect(refusal(documents, query, NO_ONE)).toBe('accepted');
  });

  it('all is open that clients and code generators ask of the schema', () => {
    const all = { specifiedByUrl: true, directiveIsRepeatable: true, schemaDescription: true, inputValueDeprecation: true, oneOf: true };
    expect(refusal(documents, getIntrospectionQuery(all), NO_ONE)).toBe('accepted');
  });

  it.each([
    '{ viewer { scopes } }',
    '{ __typename viewer { scopes } }',
    '{ ... { viewer { scopes } } }',
    '{ ...F } fragment F on Query { viewer { scopes } }',
    'mutation { __typename }',
    'subscription { __typename }',
    'query ($a: TourFilter) { __typename }',
    'query ($a: [Int]) { __typename }',
    '{ nonsense }',
    'type A { a: Int }',
    `{ __typename } #${'a'.repeat(20_000)}`,
  ])('%s is closed', (query) => {
    expect(refusal(documents, query, NO_ONE)).toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});

describe('without introspection', () => {
  const documents = createDocuments({ ...SETTINGS, introspection: false });

  it('an anonymous caller gets one and the same error, whatever is wrong', () => {
    const queries = [
      '{ __schema { types { name } } }',
      '{ __type(name: "Tour") { name } }',
      '{ viewer { scopes } }',
      '{ nonsense }',
      '{ __typename @nonsense }',
      '{ __typename(a: 1) }',
      '{ ... on Tour { __typename } }',
      '{ ... on Nonsense { __typename } }',
      '{ ...F } fragment F on Viewer { __typename }',
      'query ($a: Tour) { __typename }',
      '{',
      `{ ${'a '.repeat(3000)} }`,
    ];
    for (const query of queries) {
      expect(refusal(documents, query, NO_ONE), query).toEqual({
        code: 'UNAUTHENTICATED',
        message: 'Authentication credentials were not provided.',
        status: 401,
      });
    }
    expect(refusal(documents, '{ __typename }', NO_ONE)).toBe('accepted');
  });

  it('no caller gets a suggestion', () => {
    const queries = [
      '{ viewer { scope } }',
      '{ viewr { scopes } }',
      '{ viewer }',
      '{ tours(projectID: 1) { totalCount } }',
      '{ tours(projectId: 1, filter: { statuss: DRAFT }) { totalCount } }',
      '{ tours(projectId: 1, filter: { status: DRAFTT }) { totalCount } }',
      'query ($a: TourFiltr) { tours(projectId: 1, filter: $a) { totalCount } }',
      '{ node(id: "x") { uuid } }',
      '{ viewer { scopes @includ(if: true) } }',
      '{ ...G } fragment F on Query { __typename }',
    ];
    for (const query of queries) {
      const errors = errorsOf(documents, query);
      expect(errors.length, query).toBeGreaterThan(0);
      for (const { message } of errors) expect(message).not.toMatch(/did you mean/i);
    }
  });
});
