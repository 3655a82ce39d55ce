import { assertObjectType } from 'graphql';
import { describe, expect } from 'vitest';
import { schema } from '../../../src/graphql/schema.ts';
import type { TestApp } from '../../support/app.ts';
import { openEventStream } from '../../support/event-stream.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { type GraphqlClient, graphqlClient } from '../../support/graphql.ts';
import { addOrganization } from '../../support/organizations.ts';
import { addPerson } from '../../support/people.ts';
import { addPreviewToken } from '../../support/preview-token.ts';

const CALLERS = [
  'anonymous',
  'noScopes',
  'reader',
  'writer',
  'flagger',
  'stranger',
  'outsider',
  'administrator',
  'colleague',
  'loner',
] as const;
type Caller = (typeof CALLERS)[number];

/** All that a preview token opens, in the rows of which it is therefore left out: whatever field is added is closed to it. */
const OPEN_TO_PREVIEW = new Set(['tourPreview', 'tourPreviewChanged']);

/** What a caller gets: OK, null, or the code of the error, whether typed or at the top. */
type Outcome =
  | 'OK'
  | 'NULL'
  | 'UNAUTHENTICATED'
  | 'PREVIEW_ONLY'
  | 'MISSING_SCOPE'
  | 'NOT_FOUND'
  | 'KEY_LIMITED'
  | 'NOT_CONFIGURED'
  | 'VALIDATION_FAILED';
type Row = Record<Caller, Outcome>;

const every = (outcome: Outcome): Row => Object.fromEntries(CALLERS.map((caller) => [caller, outcome])) as Row;
const SIGNED_IN: Row = { ...every('OK'), anonymous: 'UNAUTHENTICATED' };

/** Of a tour: `unseen` is what those get for whom it does not exist. */
const read = (unseen: Outcome): Row => ({
  anonymous: 'UNAUTHENTICATED',
  noScopes: 'MISSING_SCOPE',
  reader: 'OK',
  writer: 'OK',
  flagger: 'MISSING_SCOPE',
  stranger: unseen,
  outsider: unseen,
  administrator: 'OK',
  colleague: 'OK',
  loner: unseen,
});
const WRITE: Row = { ...read('NOT_FOUND'), reader: 'MISSING_SCOPE' };
const FLAG: Row = { ...WRITE, writer: 'MISSING_SCOPE', flagger: 'OK' };
/** Without a provider everybody who may write hears that there is none; see generate.test.ts for the rest. */
const GENERATE: Row = {
  ...every('NOT_CONFIGURED'),
  anonymous: 'UNAUTHENTICATED',
  noScopes: 'MISSING_SCOPE',
  reader: 'MISSING_SCOPE',
  flagger: 'MISSING_SCOPE',
};
/** Scope `*`: the key of a stranger has it, and opens its own projects alone. */
const ADMINISTER: Row = { ...WRITE, writer: 'MISSING_SCOPE', outsider: 'NOT_FOUND' };
const ANY_ADMINISTRATOR: Row = { ...ADMINISTER, stranger: 'OK', outsider: 'OK', loner: 'OK' };
/** Of the other organization's project and a user whom its own administrators do not know. */
const ELSEWHERE: Row = { ...every('NOT_FOUND'), anonymous: 'UNAUTHENTICATED', administrator: 'OK' };
/** A list of what is there for the caller, with scope `*`. */
const LIST: Row = ANY_ADMINISTRATOR;
/** By id, of what is there for the administrators of the organization only. */
const ADMINISTERED: Row = { ...every('NULL'), anonymous: 'UNAUTHENTICATED', administrator: 'OK', colleague: 'OK' };
/** Revoking needs no scope, but what is not there for the caller cannot be revoked. */
const REVOKE: Row = { ...every('NOT_FOUND'), anonymous: 'UNAUTHENTICATED', administrator: 'OK', colleague: 'OK' };

/** What the operations are about. A mutation that succeeds uses it up. */
interface Things {
  organizationId: string;
  projectId: number;
  tourId: string;
  deletedTourId: string;
  draftlessRevision: number;
  flagId: number;
  keyId: string;
  tokenId: string;
  /** A preview token of the tour; and another one, to be revoked. */
  previewToken: string;
  previewTokenId: string;
  expiresAt: string;
  userId: number;
  /** A user without projects, with a key and a token, and an organization without projects: made by the administrator. */
  loneUserId: number;
  loneKeyId: string;
  loneTokenId: string;
  emptyOrganizationId: string;
  /** A key with the scope `installation`, and its user. */
  broadKeyId: string;
  broadUserId: number;
  /** A project of another organization. */
  elsewhere: number;
  globalId: string;
  unique: string;
}

interface Operation {
  row: Row;
  document: (things: Things) => string;
}

const input = (name: string, fields: (things: Things) => object, row: Row): [string, Operation] => [
  name,
  { row, document: (things) => `mutation { ${name}(input: ${literal(fields(things))}) { __typename ... on Error { code } } }` },
];

const NO_ID = Buffer.from('Tour:abc').toString('base64');

const QUERIES: Record<string, Operation> = {
  viewer: { row: SIGNED_IN, document: () => '{ viewer { scopes } }' },
  node: {
    row: { ...ADMINISTERED, reader: 'OK', writer: 'OK' },
    document: ({ globalId }) => `{ node(id: "${globalId}") { id } }`,
  },
  nodes: {
    row: { ...ADMINISTERED, reader: 'OK', writer: 'OK' },
    // One that is no id of anything first: it must not shift the others.
    document: ({ globalId }) => `{ nodes(ids: ["${NO_ID}", "${globalId}"]) { id } }`,
  },
  project: {
    row: { ...SIGNED_IN, stranger: 'NULL', outsider: 'NULL', loner: 'NULL' },
    document: ({ projectId }) => `{ project(id: ${projectId}) { name } }`,
  },
  organization: {
    row: { ...SIGNED_IN, stranger: 'NULL', outsider: 'NULL', loner: 'NULL' },
    document: ({ organizationId }) => `{ organization(id: "${organizationId}") { name } }`,
  },
  tour: { row: read('NULL'), document: ({ tourId }) => `{ tour(id: "${tourId}") { name } }` },
  tourPreview: { row: read('NULL'), document: ({ tourId }) => `{ tourPreview(tourId: "${tourId}") { payload } }` },
  tours: { row: read('NOT_FOUND'), document: ({ projectId }) => `{ tours(projectId: ${projectId}) { nodes { name } } }` },
  toursByOffset: { row: read('NOT_FOUND'), document: ({ projectId }) => `{ toursByOffset(projectId: ${projectId}) { nodes { name } } }` },
  organizations: { row: SIGNED_IN, document: () => '{ organizations { totalCount nodes { name } } }' },
  users: { row: LIST, document: () => '{ users { totalCount nodes { email } } }' },
  members: {
    row: ADMINISTER,
    document: ({ projectId }) => `{ members(projectId: ${projectId}) { totalCount edges { joinedAt node { email } } } }`,
  },
  personalApiKeys: { row: LIST, document: () => '{ personalApiKeys { totalCount nodes { label } } }' },
  accessTokens: { row: LIST, document: () => '{ accessTokens { totalCount nodes { label } } }' },
  auditLog: { row: LIST, document: () => '{ auditLog { totalCount nodes { action } } }' },
  featureFlag: {
    row: { ...FLAG, stranger: 'NULL', outsider: 'NULL', loner: 'NULL' },
    document: ({ flagId }) => `{ featureFlag(id: ${flagId}) { key } }`,
  },
  featureFlagsByOffset: {
    row: FLAG,
    document: ({ projectId }) => `{ featureFlagsByOffset(projectId: ${projectId}) { nodes { key } } }`,
  },
  activityLog: { row: read('NOT_FOUND'), document: ({ projectId }) => `{ activityLog(projectId: ${projectId}) { nodes { activity } } }` },
};

const MUTATIONS: Record<string, Operation> = Object.fromEntries([
  input('createTour', ({ projectId, unique }) => ({ projectId, name: unique }), WRITE),
  input('updateTour', ({ tourId }) => ({ tourId, description: 'x' }), WRITE),
  input('deleteTour', ({ tourId }) => ({ tourId }), WRITE),
  input('duplicateTour', ({ tourId }) => ({ tourId }), WRITE),
  input('launchTour', ({ tourId }) => ({ tourId }), WRITE),
  input('stopTour', ({ tourId }) => ({ tourId }), WRITE),
  input('resumeTour', ({ tourId }) => ({ tourId }), WRITE),
  input('archiveTour', ({ tourId }) => ({ tourId }), WRITE),
  input('saveTourDraft', ({ tourId }) => ({ tourId, name: 'x' }), WRITE),
  input('editTourDraftSteps', ({ tourId }) => ({ tourId, operations: [{ add: { step: { id: 'x' } } }] }), WRITE),
  input('publishTourDraft', ({ tourId, unique }) => ({ tourId, draft: { name: unique } }), WRITE),
  // The tour has no draft.
  input('scheduleTourDraft', ({ tourId, expiresAt }) => ({ tourId, publishAt: expiresAt }), {
    ...WRITE,
    writer: 'NO_DRAFT' as Outcome,
    administrator: 'NO_DRAFT' as Outcome,
    colleague: 'NO_DRAFT' as Outcome,
  }),
  input('unscheduleTourDraft', ({ tourId }) => ({ tourId }), WRITE),
  input('discardTourDraft', ({ tourId }) => ({ tourId }), WRITE),
  input('restoreTourVersion', ({ tourId }) => ({ tourId, number: 1 }), WRITE),
  input('republishTourVersion', ({ tourId }) => ({ tourId, number: 1 }), WRITE),
  input('restoreTourDraft', ({ tourId, draftlessRevision }) => ({ tourId, revision: draftlessRevision }), WRITE),
  input('restoreTourRevision', ({ tourId }) => ({ tourId, revision: 1 }), WRITE),
  input('restoreDeletedTour', ({ deletedTourId }) => ({ tourId: deletedTourId }), WRITE),
  input('generateTourContent', ({ tourId }) => ({ tourId }), GENERATE),
  input('reportTourPresence', ({ tourId }) => ({ tourId, clientId: 'x' }), read('NOT_FOUND')),
  input('createOrganization', ({ unique }) => ({ name: unique }), { ...ANY_ADMINISTRATOR, loner: 'KEY_LIMITED' }),
  input('updateOrganization', ({ organizationId }) => ({ id: organizationId, name: 'x' }), ADMINISTER),
  // The outsider's key is for some projects alone, and would not open the new one.
  input('createProject', ({ unique }) => ({ name: unique }), {
    ...ANY_ADMINISTRATOR,
    outsider: 'KEY_LIMITED',
    // The administrator has made another project in the organization by now.
    colleague: 'NOT_FOUND',
  }),
  input('updateProject', ({ projectId }) => ({ id: projectId, name: 'x' }), {
    ...ADMINISTER,
    reader: 'MISSING_SCOPE',
  }),
  input('createUser', ({ projectId, unique }) => ({ email: `${unique}@example.com`, projectIds: [projectId] }), ADMINISTER),
  input('createPersonalApiKey', ({ userId }) => ({ userId, label: 'x', scopes: ['*'] }), { ...ADMINISTER, outsider: 'VALIDATION_FAILED' }),
  input('deactivateUser', ({ userId }) => ({ userId }), ADMINISTER),
  input('addMember', ({ projectId, userId }) => ({ projectId, userId }), ADMINISTER),
  input('removeMember', ({ projectId, userId }) => ({ projectId, userId }), ADMINISTER),
  input('revokePersonalApiKey', ({ keyId }) => ({ id: keyId }), REVOKE),
  input('createAccessToken', ({ userId, expiresAt }) => ({ userId, label: 'x', scopes: ['*'], expiresAt }), {
    ...ADMINISTER,
    outsider: 'VALIDATION_FAILED',
  }),
  input('revokeAccessToken', ({ tokenId }) => ({ id: tokenId }), REVOKE),
  input('createPreviewToken', ({ tourId }) => ({ tourId }), read('NOT_FOUND')),
  input('revokePreviewToken', ({ previewTokenId }) => ({ id: previewTokenId }), WRITE),
  input('createFeatureFlag', ({ projectId, unique }) => ({ projectId, key: unique }), FLAG),
  input('updateFeatureFlag', ({ flagId }) => ({ flagId, active: false }), FLAG),
  input('deleteFeatureFlag', ({ flagId }) => ({ flagId }), FLAG),
  input('updateViewer', ({ unique }) => ({ firstName: unique }), {
    ...SIGNED_IN,
    noScopes: 'MISSING_SCOPE',
    reader: 'MISSING_SCOPE',
    writer: 'MISSING_SCOPE',
    flagger: 'MISSING_SCOPE',
  }),
]);

const CREATE_LONE: Row = { ...ADMINISTER, outsider: 'VALIDATION_FAILED' };
const nodeOf = (id: (things: Things) => string): Operation => ({
  row: ADMINISTERED,
  document: (things) => `{ node(id: "${id(things)}") { id } }`,
});
const of = (kind: string, [name, operation]: [string, Operation]): [string, Operation] => [`${name} of ${kind}`, operation];

/** The same fields, for what belongs to no project, for what may do more than the caller, and for another organization. */
const SPECIAL: Record<string, Operation> = {
  'node of a user without projects': nodeOf(({ loneUserId }) => Buffer.from(`User:${loneUserId}`).toString('base64')),
  'node of a key': nodeOf(({ keyId }) => keyId),
  'node of a token': nodeOf(({ tokenId }) => tokenId),
  'node of a key of a user without projects': nodeOf(({ loneKeyId }) => loneKeyId),
  'node of an organization without projects': nodeOf(({ emptyOrganizationId }) => emptyOrganizationId),
  'organization of an organization without projects': {
    row: ADMINISTERED,
    document: ({ emptyOrganizationId }) => `{ organization(id: "${emptyOrganizationId}") { name } }`,
  },
  ...Object.fromEntries([
    of(
      'a user without projects',
      input('createPersonalApiKey', ({ loneUserId }) => ({ userId: loneUserId, label: 'x', scopes: ['*'] }), CREATE_LONE),
    ),
    of(
      'a user without projects',
      input(
        'createAccessToken',
        ({ loneUserId, expiresAt }) => ({ userId: loneUserId, label: 'x', scopes: ['*'], expiresAt }),
        CREATE_LONE,
      ),
    ),
    of(
      'a user without projects',
      input('revokePersonalApiKey', ({ loneKeyId }) => ({ id: loneKeyId }), REVOKE),
    ),
    of(
      'a user without projects',
      input('revokeAccessToken', ({ loneTokenId }) => ({ id: loneTokenId }), REVOKE),
    ),
    of(
      'a user without projects',
      input('deactivateUser', ({ loneUserId }) => ({ userId: loneUserId }), ADMINISTER),
    ),
    of(
      'a user without projects',
      input('addMember', ({ projectId, loneUserId }) => ({ projectId, userId: loneUserId }), ADMINISTER),
    ),
    of(
      'a user without projects, elsewhere',
      input('addMember', ({ elsewhere, loneUserId }) => ({ projectId: elsewhere, userId: loneUserId }), ELSEWHERE),
    ),
    of(
      'another organization’s user',
      input('addMember', ({ elsewhere, userId }) => ({ projectId: elsewhere, userId }), ELSEWHERE),
    ),
    of(
      'an organization without projects',
      input('updateOrganization', ({ emptyOrganizationId }) => ({ id: emptyOrganizationId, name: 'x' }), ADMINISTER),
    ),
    of(
      'an organization without projects',
      input('createProject', ({ emptyOrganizationId, unique }) => ({ name: unique, organizationId: emptyOrganizationId }), {
        ...ADMINISTER,
        outsider: 'KEY_LIMITED',
      }),
    ),
    of(
      'an organization without projects',
      input(
        'createUser',
        ({ emptyOrganizationId, unique }) => ({ email: `${unique}@example.com`, organizationId: emptyOrganizationId }),
        ADMINISTER,
      ),
    ),
    of(
      'an organization',
      input('createUser', ({ organizationId, unique }) => ({ email: `${unique}@example.com`, organizationId }), ADMINISTER),
    ),
    of(
      'the caller’s own organization',
      input('createUser', ({ unique }) => ({ email: `${unique}@example.com` }), {
        ...ANY_ADMINISTRATOR,
        loner: 'KEY_LIMITED',
      }),
    ),
    of(
      'an installation’s administrator',
      input('revokePersonalApiKey', ({ broadKeyId }) => ({ id: broadKeyId }), { ...REVOKE, colleague: 'KEY_LIMITED' }),
    ),
    of(
      'an installation’s administrator',
      input('deactivateUser', ({ broadUserId }) => ({ userId: broadUserId }), { ...ADMINISTER, colleague: 'KEY_LIMITED' }),
    ),
    of(
      'the scope installation',
      input('createPersonalApiKey', ({ userId }) => ({ userId, label: 'x', scopes: ['installation'] }), {
        ...every('MISSING_SCOPE'),
        anonymous: 'UNAUTHENTICATED',
        administrator: 'OK',
      }),
    ),
  ]),
};

const SUBSCRIPTIONS: Record<string, Operation> = {
  tourDraftChanged: { row: read('NOT_FOUND'), document: ({ tourId }) => `subscription { tourDraftChanged(tourId: "${tourId}") { kind } }` },
  projectDraftsChanged: {
    row: read('NOT_FOUND'),
    document: ({ projectId }) => `subscription { projectDraftsChanged(projectId: ${projectId}) { kind } }`,
  },
  generateTourContent: {
    row: GENERATE,
    document: ({ tourId }) => `subscription { generateTourContent(input: { tourId: "${tourId}" }) { stepId } }`,
  },
  tourPreviewChanged: {
    row: read('NOT_FOUND'),
    document: ({ tourId }) => `subscription { tourPreviewChanged(tourId: "${tourId}") { preview { payload } } }`,
  },
  tourPresence: { row: read('NOT_FOUND'), document: ({ tourId }) => `subscription { tourPresence(tourId: "${tourId}") { clientId } }` },
};

let previewCells = 0;

const it = gatewayTest();

describe('who may do what', () => {
  let gateway: TestApp;
  const keys = {} as Record<Caller, string | null>;
  let organizationId: string;
  let elsewhere: number;
  let count = 0;
  let cells = 0;

  it.beforeAll(async ({ gateway: started }) => {
    gateway = started;
    elsewhere = (await addOrganization(gateway.graphql, 'Elsewhere')).projectId;
    const { project } = await gateway.graphql(`{ project(id: ${gateway.projectId}) { organization { id } } }`);
    organizationId = project.organization.id;
    const key = async (options: Parameters<typeof addPerson>[1]) => (await addPerson(gateway, options)).key;
    keys.anonymous = null;
    keys.noScopes = await key({ scopes: [] });
    keys.reader = await key({ scopes: ['product_tour:read'] });
    keys.writer = await key({ scopes: ['product_tour:write'] });
    keys.flagger = await key({ scopes: ['feature_flag:write'] });
    keys.stranger = await key({ projectIds: [elsewhere] });
    keys.outsider = await key({ projectIds: [gateway.projectId, elsewhere], keyProjectIds: [elsewhere] });
    keys.administrator = gateway.key;
    keys.colleague = await key({});
    keys.loner = await key({ projectIds: [] });
  });

  it.each([
    ['Query', QUERIES],
    ['Mutation', MUTATIONS],
    ['Subscription', SUBSCRIPTIONS],
  ] as const)('is decided for every field of %s', (type, operations) => {
    expect(Object.keys(operations).sort()).toEqual(Object.keys(assertObjectType(schema.getType(type)).getFields()).sort());
  });

  it.each(Object.entries({ ...QUERIES, ...SPECIAL, ...MUTATIONS }))('%s', async (title, { row, document }) => {
    const name = title.split(' ')[0] as string;
    const make = () => makeThings(title in SPECIAL);
    const found: Partial<Row> = {};
    let things = await make();
    for (const caller of CALLERS) {
      found[caller] = outcome(name, await graphqlClient(gateway.url, keys[caller]).send(document(things)));
      if (found[caller] === 'OK' && name in MUTATIONS) things = await make();
      cells++;
    }
    expect(found).toEqual(row);
    const previewed = await graphqlClient(gateway.url, things.previewToken).send(document(things));
    expectPreviewAlone(name, previewed);
  });

  it.each(Object.entries(SUBSCRIPTIONS))('%s', async (name, { row, document }) => {
    const things = await makeThings();
    const ask = async (key: string | null): Promise<unknown> => {
      const stop = new AbortController();
      const { messages } = await openEventStream(gateway.url, key ?? '', { query: document(things) }, { signal: stop.signal });
      const first = await messages.next();
      stop.abort();
      return JSON.parse(first.value?.data ?? '{}');
    };
    const found: Partial<Row> = {};
    for (const caller of CALLERS) {
      found[caller] = outcome(name, await ask(keys[caller]));
      cells++;
    }
    expect(found).toEqual(row);
    expectPreviewAlone(name, await ask(things.previewToken));
  });

  it('was asked for every field and every caller', () => {
    const rows = [QUERIES, MUTATIONS, SPECIAL, SUBSCRIPTIONS].flatMap((operations) => Object.keys(operations));
    expect(cells).toBe(rows.length * CALLERS.length);
    expect(cells).toBeGreaterThan(250);
    expect(previewCells).toBe(cells / CALLERS.length);
  });

  async function makeThings(isSpecial = false): Promise<Things> {
    const unique = `thing-${++count}`;
    const { projectId } = gateway;
    // A credential may have 100 of them.
    await gateway.app.db.sql.query('DELETE FROM personal_api_keys WHERE preview_tour_id IS NOT NULL');
    const rest = gateway.rest;
    const { body: tour } = await rest('POST', `${projectId}/product_tours/`, { name: unique, content: { steps: [{ id: 'a' }] } });
    await rest('PATCH', `${projectId}/product_tours/${tour.id}/draft/`, { description: 'lost' });
    await rest('DELETE', `${projectId}/product_tours/${tour.id}/discard_draft/`);
    const { body: deleted } = await rest('POST', `${projectId}/product_tours/`, { name: `${unique}-deleted` });
    await rest('DELETE', `${projectId}/product_tours/${deleted.id}/`);
    const made = await make(gateway.graphql, projectId, unique);
    const [{ secret: previewToken }, { id: previewTokenId }] = [
      await addPreviewToken(gateway, tour.id),
      await addPreviewToken(gateway, tour.id),
    ];
    const globalId = Buffer.from(`Tour:${tour.id}`).toString('base64');
    return {
      organizationId,
      elsewhere,
      projectId,
      tourId: tour.id,
      deletedTourId: deleted.id,
      draftlessRevision: 3,
      globalId,
      previewToken,
      previewTokenId,
      unique: `${unique}-new`,
      ...made,
      ...(isSpecial ? await makeSpecial(gateway.graphql, projectId, unique) : NOTHING_SPECIAL),
    };
  }
});

type Made = Pick<Things, 'flagId' | 'keyId' | 'tokenId' | 'userId' | 'expiresAt'>;
type Special = Pick<Things, 'loneUserId' | 'loneKeyId' | 'loneTokenId' | 'emptyOrganizationId' | 'broadKeyId' | 'broadUserId'>;

const NOTHING_SPECIAL: Special = { loneUserId: 0, loneKeyId: '', loneTokenId: '', emptyOrganizationId: '', broadKeyId: '', broadUserId: 0 };

async function make(graphql: GraphqlClient, projectId: number, unique: string): Promise<Made> {
  const { user, flag } = await graphql(`mutation {
    user: createUser(input: { email: "${unique}@example.com", projectIds: [${projectId}] }) { ... on CreateUserSuccess { user { databaseId } } }
    flag: createFeatureFlag(input: { projectId: ${projectId}, key: "${unique}" }) { ... on CreateFeatureFlagSuccess { featureFlag { databaseId } } }
  }`);
  const userId = user.user.databaseId;
  const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
  const { key, token } = await graphql(`mutation {
    key: createPersonalApiKey(input: { userId: ${userId}, label: "x", scopes: [] }) { ... on CreatePersonalApiKeySuccess { apiKey { id } } }
    token: createAccessToken(input: { userId: ${userId}, label: "x", scopes: ["*"], expiresAt: "${expiresAt}" }) {
      ... on CreateAccessTokenSuccess { accessToken { id } }
    }
  }`);
  return { userId, flagId: flag.featureFlag.databaseId, keyId: key.apiKey.id, tokenId: token.accessToken.id, expiresAt };
}

async function makeSpecial(graphql: GraphqlClient, projectId: number, unique: string): Promise<Special> {
  const { lone, broad, empty } = await graphql(`mutation {
    lone: createUser(input: { email: "${unique}-lone@example.com" }) { ... on CreateUserSuccess { user { databaseId } } }
    broad: createUser(input: { email: "${unique}-broad@example.com", projectIds: [${projectId}] }) { ... on CreateUserSuccess { user { databaseId } } }
    empty: createOrganization(input: { name: "${unique}" }) { ... on CreateOrganizationSuccess { organization { id } } }
  }`);
  const [loneUserId, broadUserId] = [lone.user.databaseId, broad.user.databaseId];
  const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
  const { loneKey, loneToken, broadKey } = await graphql(`mutation {
    loneKey: createPersonalApiKey(input: { userId: ${loneUserId}, label: "x", scopes: ["*"] }) { ... on CreatePersonalApiKeySuccess { apiKey { id } } }
    loneToken: createAccessToken(input: { userId: ${loneUserId}, label: "x", scopes: ["*"], expiresAt: "${expiresAt}" }) {
      ... on CreateAccessTokenSuccess { accessToken { id } }
    }
    broadKey: createPersonalApiKey(input: { userId: ${broadUserId}, label: "x", scopes: ["*", "installation"] }) {
      ... on CreatePersonalApiKeySuccess { apiKey { id } }
    }
  }`);
  return {
    loneUserId,
    loneKeyId: loneKey.apiKey.id,
    loneTokenId: loneToken.accessToken.id,
    emptyOrganizationId: empty.organization.id,
    broadKeyId: broadKey.apiKey.id,
    broadUserId,
  };
}

// biome-ignore lint/suspicious/noExplicitAny: a result as it came over the wire
function outcome(name: string, { data, errors }: any): Outcome {
  if (errors?.[0]) return errors[0].extensions.code;
  const value = Array.isArray(data[name]) && name === 'nodes' ? data[name][1] : data[name];
  if (value === null) return 'NULL';
  return value.__typename?.endsWith('Error') ? value.code : 'OK';
}

/** A preview token of the tour gets the two fields that are open to it, and of any other not one value. */
// biome-ignore lint/suspicious/noExplicitAny: a result as it came over the wire
function expectPreviewAlone(name: string, result: any): void {
  const isOpen = OPEN_TO_PREVIEW.has(name);
  expect(outcome(name, result)).toBe(isOpen ? 'OK' : 'PREVIEW_ONLY');
  const values = Object.values(result.data ?? {}).filter((value) => value !== null);
  expect(values).toHaveLength(isOpen ? 1 : 0);
  previewCells++;
}

/** A value as GraphQL writes it. */
function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{ ${Object.entries(value)
    .map(([key, item]) => `${key}: ${literal(item)}`)
    .join(', ')} }`;
}
