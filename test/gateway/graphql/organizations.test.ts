import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import { addToken } from '../../support/access-token.ts';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { type GraphqlClient, graphqlClient } from '../../support/graphql.ts';
import { mutate } from '../../support/mutate.ts';
import { addOrganization, allowKeys } from '../../support/organizations.ts';
import { addPerson } from '../../support/people.ts';

const ORGANIZATION = 'organization { id: uuid name membersCanUsePersonalApiKeys }';
const PROJECT = 'project { databaseId organization { id: uuid name } }';

const it = gatewayTest();
let gateway: TestApp;
it.beforeAll(({ gateway: started }) => {
  gateway = started;
});

const countProjects = () => gateway.app.db.prisma.project.count();
const run = (name: string, input: object, selection: string, client: GraphqlClient = gateway.graphql) =>
  mutate(client, name, input, selection);

async function find(id: string, client: GraphqlClient = gateway.graphql): Promise<unknown> {
  const found = await client('query ($id: UUID!) { organization(id: $id) { id: uuid name membersCanUsePersonalApiKeys } }', { id });
  return found.organization;
}

async function projectsOf(client: GraphqlClient): Promise<number[]> {
  const { viewer } = await client('{ viewer { projects { databaseId } } }');
  return viewer.projects.map(({ databaseId }: { databaseId: number }) => databaseId);
}

describe('organizations', () => {
  it('begin with one, which the first project belongs to', async () => {
    const { project } = await gateway.graphql(`{ project(id: ${gateway.projectId}) { ${ORGANIZATION} } }`);
    expect(project.organization).toEqual({ id: expect.any(String), name: 'Default organization', membersCanUsePersonalApiKeys: true });
    expect(await find(project.organization.id.toUpperCase())).toEqual(project.organization);
  });

  it('are made, changed field by field, and given projects', async () => {
    const { organization } = await run('createOrganization', { name: '  Acme ' }, ORGANIZATION);
    expect(organization).toEqual({ id: expect.any(String), name: 'Acme', membersCanUsePersonalApiKeys: true });
    const { id } = organization;
    expect((await run('updateOrganization', { id, name: 'Acme & Sons' }, ORGANIZATION)).organization).toEqual({
      ...organization,
      name: 'Acme & Sons',
    });
    const { project } = await run('createProject', { name: 'First', organizationId: id }, PROJECT);
    expect(project.organization).toEqual({ id, name: 'Acme & Sons' });
    const strict = await run('createOrganization', { name: 'Strict', membersCanUsePersonalApiKeys: false }, ORGANIZATION);
    expect(strict.organization).toMatchObject({ membersCanUsePersonalApiKeys: false });
    for (const name of [' ', 'x'.repeat(65), 'a\0b']) {
      expect(await run('createOrganization', { name }, ORGANIZATION)).toMatchObject({ fields: [{ path: 'name' }] });
      expect(await run('updateOrganization', { id, name }, ORGANIZATION)).toMatchObject({ fields: [{ path: 'name' }] });
    }
    expect(await find(id)).toMatchObject({ name: 'Acme & Sons' });
  });

  it('of new projects are those of the caller’s own, or else new', async () => {
    const { organizationId, projectId } = await addOrganization(gateway.graphql);
    const person = await addPerson(gateway, { projectIds: [projectId] });
    expect((await run('createProject', { name: 'Second' }, PROJECT, person.graphql)).project.organization.id).toBe(organizationId);
    const loner = await addPerson(gateway, { projectIds: [] });
    const { project } = await run('createProject', { name: 'Alone' }, PROJECT, loner.graphql);
    expect(project.organization.name).toBe('Alone');
    expect([organizationId, undefined]).not.toContain(project.organization.id);
    for (const unknown of [randomUUID(), project.organization.id]) {
      const input = { name: 'Never made', organizationId: unknown };
      expect(await run('createProject', input, PROJECT, person.graphql)).toMatchObject({ code: 'NOT_FOUND' });
    }
  });

  it('are there for those alone who open a project of theirs, and changed by those who open all', async () => {
    const { organizationId: id, projectId } = await addOrganization(gateway.graphql);
    const [member, stranger] = [await addPerson(gateway, { projectIds: [projectId] }), await addPerson(gateway)];
    const reader = await addPerson(gateway, { projectIds: [projectId], scopes: ['product_tour:read'] });
    expect([await find(id, member.graphql), await find(id, reader.graphql), await find(id, stranger.graphql)]).toMatchObject([
      { id },
      { id },
      null,
    ]);
    const rename = ({ graphql }: { graphql: GraphqlClient }) => run('updateOrganization', { id, name: 'Renamed' }, ORGANIZATION, graphql);
    expect(await rename(reader)).toMatchObject({ code: 'MISSING_SCOPE', missingScope: '*' });
    expect(await rename(stranger)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await rename(member)).toMatchObject({ organization: { name: 'Renamed' } });
    await run('createProject', { name: 'Not the member’s', organizationId: id }, PROJECT);
    expect(await rename(member)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await rename(gateway)).toMatchObject({ organization: { name: 'Renamed' } });
  });

  it('are given projects by those alone who may change them, so that nobody takes one away from whoever has it', async () => {
    const { organizationId, projectId } = await addOrganization(gateway.graphql);
    const member = await addPerson(gateway, { projectIds: [projectId] });
    await run('createProject', { name: 'Not the member’s', organizationId }, PROJECT);
    const before = await countProjects();
    for (const named of [{}, { organizationId }]) {
      expect(await run('createProject', { name: 'Never made', ...named }, PROJECT, member.graphql)).toMatchObject({
        code: 'NOT_FOUND',
        message: `Organization not found, or this key does not open all of its projects: ${organizationId}.`,
      });
    }
    expect(await countProjects()).toBe(before);
    expect(await run('updateOrganization', { id: organizationId, name: 'Still theirs' }, ORGANIZATION)).toMatchObject({
      organization: { name: 'Still theirs' },
    });
    const own = await run('createOrganization', { name: 'Own' }, ORGANIZATION, member.graphql);
    const input = { name: 'Made', organizationId: own.organization.id.toUpperCase() };
    expect(await run('createProject', input, PROJECT, member.graphql)).toMatchObject({ project: { organization: { name: 'Own' } } });
  });

  it('are not made by a key or token that could never open them, nor are projects', async () => {
    const { organizationId, projectId } = await addOrganization(gateway.graphql);
    const empty = (await run('createOrganization', { name: 'Empty' }, ORGANIZATION)).organization.id;
    const key = await addPerson(gateway, { projectIds: [projectId], keyOrganizationIds: [organizationId] });
    const token = await addToken(gateway, key, { organizationIds: [empty] });
    const confined = await addPerson(gateway, { projectIds: [projectId], keyProjectIds: [projectId] });
    const refused = { __typename: 'PermissionError', code: 'KEY_LIMITED', missingScope: null };
    const count = async () => [await gateway.app.db.prisma.organization.count(), await countProjects()];
    const before = await count();
    for (const { graphql } of [key, token])
      expect(await run('createOrganization', { name: 'No' }, ORGANIZATION, graphql)).toMatchObject(refused);
    // It opens no project, so that the new one would get an organization of its own.
    expect(await run('createProject', { name: 'No' }, PROJECT, token.graphql)).toMatchObject(refused);
    expect(await run('createProject', { name: 'No' }, PROJECT, confined.graphql)).toMatchObject(refused);
    expect(await count()).toEqual(before);
    expect(await run('createProject', { name: 'Yes' }, PROJECT, key.graphql)).toMatchObject({
      project: { organization: { id: organizationId } },
    });
    // It opens no project, so an organization without projects is not there for it either.
    expect(await run('createProject', { name: 'No', organizationId: empty }, PROJECT, token.graphql)).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('a project whose organization allows no keys', () => {
  it('is not there for a key, is for an access token, and a token brings it back', async () => {
    const { organizationId: id, projectId } = await addOrganization(gateway.graphql);
    const person = await addPerson(gateway, { projectIds: [projectId] });
    const token = await addToken(gateway, person);
    const { tour } = await run('createTour', { projectId, name: 'Kept' }, 'tour { uuid }', person.graphql);
    const change = (membersCanUsePersonalApiKeys: boolean, { graphql }: { graphql: GraphqlClient }) =>
      run('updateOrganization', { id, membersCanUsePersonalApiKeys }, ORGANIZATION, graphql);
    expect(await change(false, person)).toMatchObject({ organization: { membersCanUsePersonalApiKeys: false } });

    const read = `query ($id: UUID!) { tour(id: $id) { name } project(id: ${projectId}) { name } }`;
    expect(await person.graphql(read, { id: tour.uuid })).toEqual({ tour: null, project: null });
    expect(await projectsOf(person.graphql)).toEqual([]);
    const { errors } = await person.graphql.send(`{ tours(projectId: ${projectId}) { totalCount } }`);
    expect(errors).toMatchObject([{ message: 'Project not found.', extensions: { code: 'NOT_FOUND' } }]);
    for (const [name, input] of [
      ['createTour', { projectId, name: 'Never made' }],
      ['saveTourDraft', { tourId: tour.uuid, name: 'Never saved' }],
      ['updateProject', { id: projectId, name: 'Never renamed' }],
    ] as const) {
      expect(await run(name, input, '__typename', person.graphql), name).toMatchObject({ __typename: 'NotFoundError', code: 'NOT_FOUND' });
    }
    // Nor may it have a token made that would open what it does not.
    const expiresAt = new Date(Date.now() + 60_000);
    const more = { userId: person.userId, label: 'More', scopes: ['*'], expiresAt };
    expect(await run('createAccessToken', more, 'secret', person.graphql)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await change(true, person)).toMatchObject({ code: 'NOT_FOUND' });

    expect(await token.graphql(read, { id: tour.uuid })).toMatchObject({ tour: { name: 'Kept' }, project: { name: 'Acme' } });
    expect(await change(true, token)).toMatchObject({ organization: { membersCanUsePersonalApiKeys: true } });
    expect(await person.graphql(read, { id: tour.uuid })).toMatchObject({ tour: { name: 'Kept' } });
  });
});

describe('an organization without projects that allows no keys', () => {
  it('is not there for a key either, which can neither bring it back nor fill it, and is for an access token', async () => {
    const { organization } = await run('createOrganization', { name: 'Closed', membersCanUsePersonalApiKeys: false }, ORGANIZATION);
    const { id } = organization;
    const person = await addPerson(gateway);
    const token = await addToken(gateway, person);
    const before = await countProjects();
    expect(await find(id)).toBeNull();
    for (const [name, input] of [
      ['updateOrganization', { id, membersCanUsePersonalApiKeys: true }],
      ['createProject', { name: 'Never made', organizationId: id }],
      ['createPersonalApiKey', { userId: person.userId, label: 'Never made', scopes: ['*'], organizationIds: [id] }],
    ] as const) {
      expect(await run(name, input, '__typename'), name).toMatchObject({ __typename: 'NotFoundError', code: 'NOT_FOUND' });
    }
    expect(await countProjects()).toBe(before);
    expect(await find(id, token.graphql)).toEqual(organization);
    expect(await run('createProject', { name: 'Closed', organizationId: id }, PROJECT, token.graphql)).toMatchObject({
      project: { organization: { id } },
    });
    expect(await run('updateOrganization', { id, membersCanUsePersonalApiKeys: true }, ORGANIZATION, token.graphql)).toEqual({
      __typename: 'UpdateOrganizationSuccess',
      organization: { ...organization, membersCanUsePersonalApiKeys: true },
    });
  });
});

describe('keys and tokens for some organizations', () => {
  const KEY = 'secret apiKey { projectIds organizationIds }';

  it('open the projects of those alone', async () => {
    const [here, there] = [await addOrganization(gateway.graphql), await addOrganization(gateway.graphql)];
    const { userId } = await addPerson(gateway, { projectIds: [gateway.projectId, here.projectId, there.projectId] });
    const organizationIds = [here.organizationId.toUpperCase(), here.organizationId];
    const key = await run('createPersonalApiKey', { userId, label: 'Here', scopes: ['*'], organizationIds }, KEY);
    expect(key.apiKey).toEqual({ projectIds: [], organizationIds: [here.organizationId] });
    const token = await addToken(
      gateway,
      { userId },
      { organizationIds: [there.organizationId], projectIds: [here.projectId, there.projectId] },
    );
    expect(await projectsOf(graphqlClient(gateway.url, key.secret))).toEqual([here.projectId]);
    expect(await projectsOf(token.graphql)).toEqual([there.projectId]);
    const client = graphqlClient(gateway.url, key.secret);
    expect(await run('createTour', { projectId: there.projectId, name: 'Kept out' }, 'tour { uuid }', client)).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await find(there.organizationId, client)).toBeNull();
    const empty = await run('createOrganization', { name: 'Empty' }, ORGANIZATION);
    expect([await find(empty.organization.id, client), await find(empty.organization.id)]).toEqual([null, empty.organization]);
    expect(await run('createProject', { name: 'X', organizationId: empty.organization.id }, PROJECT, client)).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('are made by those who open them', async () => {
    const [here, there] = [await addOrganization(gateway.graphql), await addOrganization(gateway.graphql)];
    const person = await addPerson(gateway, { projectIds: [here.projectId, there.projectId], keyOrganizationIds: [here.organizationId] });
    const create = (input: object) =>
      run('createPersonalApiKey', { userId: person.userId, label: 'More', scopes: ['*'], ...input }, KEY, person.graphql);
    expect(await create({})).toMatchObject({ fields: [{ path: 'organizationIds' }] });
    expect(await create({ projectIds: [here.projectId] })).toMatchObject({ fields: [{ path: 'organizationIds' }] });
    for (const id of [there.organizationId, randomUUID()]) {
      expect(await create({ organizationIds: [here.organizationId, id] })).toMatchObject({ code: 'NOT_FOUND' });
    }
    expect(await create({ organizationIds: [here.organizationId] })).toMatchObject({ apiKey: { organizationIds: [here.organizationId] } });
    await allowKeys(gateway, here.organizationId, false);
    await expect.poll(() => create({ organizationIds: [here.organizationId] }), { timeout: 1500 }).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('make none that are for more, though their user has no more as yet', async () => {
    const { organizationId, projectId } = await addOrganization(gateway.graphql);
    const person = await addPerson(gateway, { projectIds: [projectId], keyOrganizationIds: [organizationId] });
    const token = await addToken(gateway, person, { organizationIds: [organizationId] });
    const keys = () => gateway.app.db.prisma.personalApiKey.count();
    const before = await keys();
    const expiresAt = new Date(Date.now() + 60_000);
    for (const { graphql } of [person, token]) {
      for (const name of ['createPersonalApiKey', 'createAccessToken']) {
        const input = { userId: person.userId, label: 'For all', scopes: ['*'], expiresAt };
        expect(await run(name, input, '__typename', graphql), name).toMatchObject({
          fields: [{ path: 'organizationIds', code: 'required' }],
        });
      }
    }
    expect(await keys()).toBe(before);
  });
});
