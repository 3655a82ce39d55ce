import { describe, expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { graphqlClient } from '../../support/graphql.ts';
import { mutate } from '../../support/mutate.ts';

const it = gatewayTest();
let gateway: TestApp;
let tourId: string;

it.beforeAll(async ({ gateway: started }) => {
  gateway = started;
  tourId = (await mutate(gateway.graphql, 'createTour', { projectId: gateway.projectId, name: 'There' })).tour.uuid;
});

describe('nobody', () => {
  it('hears that it is not signed in, and why, with every kind of bad credential', async () => {
    const credentials: [string | null, RegExp][] = [
      [null, /not provided/],
      ['Bearer phx_unknown_key_0123456789', /invalid, revoked or expired/],
      ['Bearer', /must read/],
      ['Bearer a b', /must read/],
      ['Basic YTpi', /must read/],
      [`Bearer ${gateway.token}`, /invalid, revoked or expired/],
    ];
    for (const [authorization, reason] of credentials) {
      const response = await fetch(`${gateway.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(authorization && { authorization }) },
        body: JSON.stringify({ query: '{ viewer { scopes } }' }),
      });
      const { errors, ...rest } = (await response.json()) as { errors: { message: string; extensions: { code: string } }[] };
      expect(rest).toEqual({});
      expect(errors).toHaveLength(1);
      expect(errors[0]).toMatchObject({ message: expect.stringMatching(reason), extensions: { code: 'UNAUTHENTICATED' } });
    }
  });

  it('may ask for the schema alone', async () => {
    const anonymous = graphqlClient(gateway.url, null);
    expect(await anonymous('{ __typename __schema { queryType { name } } }')).toMatchObject({ __typename: 'Query' });
  });
});

describe('an operation that asks for too much', () => {
  const refused = async (query: string) => {
    const { queries } = gateway.app.db.stats();
    const { status, errors } = await gateway.graphql.send(query);
    expect(gateway.app.db.stats().queries - queries).toBeLessThanOrEqual(1);
    return { status, message: errors?.[0]?.message, code: errors?.[0]?.extensions?.code };
  };

  it('is refused for introspection that goes in circles', async () => {
    const nested = (levels: number): string => (levels === 0 ? 'name' : `fields { type { ${nested(levels - 1)} } }`);
    const answer = await refused(`{ __type(name: "Tour") { ${nested(5)} } }`);
    expect(answer).toMatchObject({ code: 'TOO_COMPLEX', message: expect.stringContaining('introspection costs') });
  });

  it('is refused for its cost', async () => {
    const query = `{ tours(projectId: ${gateway.projectId}, first: 100) { nodes { versions(first: 100) { nodes { diff { op } } } } } }`;
    expect(await refused(query)).toMatchObject({ code: 'TOO_COMPLEX', message: expect.stringContaining('cost') });
  });

  it('is refused for its number of fields, and of aliases', async () => {
    const fields = (count: number, field: string) => Array.from({ length: count }, (_, n) => `a${n}: ${field}`).join(' ');
    expect((await gateway.graphql.send(`{ viewer { ${fields(30, 'scopes')} } }`)).errors).toBeUndefined();
    expect(await refused(`{ viewer { ${fields(31, 'scopes')} } }`)).toMatchObject({ code: 'TOO_COMPLEX' });
    expect(await refused(`{ viewer { ${'scopes '.repeat(501)} } }`)).toMatchObject({ code: 'TOO_COMPLEX' });
    expect(await refused(`{ viewer { scopes ${'@include(if: true) '.repeat(51)} } }`)).toMatchObject({ code: 'TOO_COMPLEX' });
    expect(await refused(`{ ${'viewer '.repeat(10_001)} }`)).toMatchObject({ message: expect.stringContaining('2000 tokens') });
  });

  it('is not refused for what an editor asks for', async () => {
    const { tours } = await gateway.graphql(`{ tours(projectId: ${gateway.projectId}, first: 100) {
      totalCount nodes { id uuid name status type createdBy { email } hasDraft draft { savedBy { email } } internalTargetingFlag { key active } }
    } }`);
    expect(tours.totalCount).toBe(1);
  });
});

describe('a fault of our own', () => {
  it('is masked, with the id under which it is logged, and tells nothing of the inside', async () => {
    const { sql } = gateway.app.db;
    const breaks: [string, string, string][] = [
      ['tours', 'description', `{ tour(id: "${tourId}") { description } }`],
      ['tours', 'created_at', `{ tours(projectId: ${gateway.projectId}) { nodes { name } } }`],
      ['projects', 'token', `{ project(id: ${gateway.projectId}) { token } }`],
      ['tour_versions', 'published_at', `{ tour(id: "${tourId}") { versions { nodes { publishedAt } } } }`],
      [
        'draft_events',
        'undo',
        `mutation { saveTourDraft(input: { tourId: "${tourId}", name: "x" }) { __typename ... on Error { message } } }`,
      ],
    ];
    for (const [table, column, query] of breaks) {
      await sql.query(`ALTER TABLE ${table} RENAME COLUMN ${column} TO hidden_column`);
      const response = await fetch(`${gateway.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${gateway.key}`, 'x-request-id': `broken-${table}` },
        body: JSON.stringify({ query }),
      });
      const text = await response.text();
      await sql.query(`ALTER TABLE ${table} RENAME COLUMN hidden_column TO ${column}`);
      expect(JSON.parse(text).errors[0], query).toMatchObject({
        message: 'Unexpected error.',
        extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: `broken-${table}` },
      });
      expect(response.headers.get('x-request-id')).toBe(`broken-${table}`);
      expect(text.replaceAll('"column":', '')).not.toMatch(/hidden_column|column|prisma|select|relation|stack|node_modules|\.ts/i);
    }
    expect((await gateway.graphql(`{ tour(id: "${tourId}") { name } }`)).tour.name).toBe('There');
  });
});
