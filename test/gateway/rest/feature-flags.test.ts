import { describe, expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { newProject } from '../../support/new-project.ts';
import { addPerson, type Person } from '../../support/people.ts';
import { restTours } from '../../support/rest-tours.ts';

const it = gatewayTest();
let gateway: TestApp;
let author: Person;
let flags: string;
let count = 0;

it.beforeAll(async ({ gateway: started }) => {
  gateway = started;
  author = await addPerson(gateway);
  flags = `${gateway.projectId}/feature_flags/`;
});

const GROUPS = [{ properties: [], rollout_percentage: 100 }];

async function createFlag(fields: object = {}) {
  const created = await author.rest('POST', flags, { key: `flag-${++count}`, ...fields });
  expect(created).toMatchObject({ status: 201 });
  return created.body;
}

const KEYS =
  'id name key filters deleted active archived created_by created_at updated_at version last_modified_by ensure_experience_continuity experiment_set experiment_set_metadata surveys features can_edit tags usage_dashboard analytics_dashboards has_enriched_analytics user_access_level is_remote_configuration has_encrypted_payloads status evaluation_runtime bucketing_identifier last_called_at is_used_in_replay_settings is_eligible_for_experiment evaluation_contexts';

describe('a feature flag', () => {
  it('has the keys of the original in their order', async () => {
    const flag = await createFlag({ key: 'beta-ui', name: 'Beta', filters: { groups: GROUPS } });
    expect(Object.keys(flag)).toEqual(KEYS.split(' '));
    expect(flag).toMatchObject({
      name: 'Beta',
      key: 'beta-ui',
      filters: { groups: GROUPS },
      deleted: false,
      active: true,
      archived: false,
      created_by: { id: author.userId, email: author.email },
      last_modified_by: { id: author.userId },
      version: 1,
      status: 'ACTIVE',
      tags: [],
      evaluation_contexts: [],
      last_called_at: null,
    });
    expect(flag.created_at).toMatch(/^\d{4}-.*Z$/);
    const read = await author.rest('GET', `${flags}${flag.id}/`);
    expect(read.body).toEqual(flag);
    expect((await author.rest('GET', `${flags}?key=BETA-UI`)).body).toEqual({ count: 1, next: null, previous: null, results: [flag] });
  });

  it('is made without filters, and then on for nobody', async () => {
    expect(await createFlag()).toMatchObject({ name: '', filters: { groups: [] }, active: true });
    expect(await createFlag({ active: false })).toMatchObject({ active: false });
  });

  it.each([
    [{}, 'required', 'key', 'This field is required.'],
    [{ key: null }, 'null', 'key', 'This field may not be null.'],
    [{ key: '' }, 'blank', 'key', 'This field may not be blank.'],
    [{ key: 'a b' }, 'invalid_key', 'key', 'Only letters, numbers, hyphens (-) & underscores (_) are allowed.'],
    [{ key: 'x'.repeat(401) }, 'max_length', 'key', 'Ensure this field has no more than 400 characters.'],
    [{ key: [] }, 'invalid_input', 'key', 'Not a valid string.'],
    [{ key: 'a', name: null }, 'null', 'name', 'This field may not be null.'],
    [{ key: 'a', filters: [] }, 'not_a_dict', 'filters', 'Expected a dictionary of items but got type "list".'],
    [{ key: 'a', filters: 'x' }, 'not_a_dict', 'filters', 'Expected a dictionary of items but got type "str".'],
    [{ key: 'a', filters: 5 }, 'not_a_dict', 'filters', 'Expected a dictionary of items but got type "int".'],
    [{ key: 'a', filters: {} }, 'invalid_input', 'filters', 'Feature flags must have at least one condition set (group).'],
    [{ key: 'a', filters: { groups: [] } }, 'invalid_input', 'filters', 'Feature flags must have at least one condition set (group).'],
    [{ key: 'a', filters: { groups: [{ a: '\0' }] } }, 'null_characters_not_allowed', 'filters', 'Null characters are not allowed.'],
    [{ key: 'a', active: 'perhaps' }, 'invalid_input', 'active', 'Must be a valid boolean.'],
  ])('is refused as %j', async (body, code, attr, detail) => {
    const answer = await author.rest('POST', flags, body);
    expect(answer).toMatchObject({ status: 400, body: { type: 'validation_error', code, detail, attr } });
  });

  it('has a key of its own in the project, on creation and when it is renamed', async () => {
    const [one, two] = [await createFlag(), await createFlag()];
    const taken = { type: 'validation_error', code: 'unique', detail: 'There is already a feature flag with this key.', attr: 'key' };
    expect((await author.rest('POST', flags, { key: one.key })).body).toEqual(taken);
    expect((await author.rest('PATCH', `${flags}${two.id}/`, { key: one.key })).body).toEqual(taken);
    expect((await author.rest('PATCH', `${flags}${two.id}/`, { key: two.key })).status).toBe(200);
  });

  it('keeps what a change does not name, also among the filters', async () => {
    const variants = [{ key: 'a', rollout_percentage: 100 }];
    const { id } = await createFlag({ name: 'Kept', filters: { groups: GROUPS, multivariate: { variants }, own: 1 } });
    const groups = [{ properties: [], rollout_percentage: 5 }];
    const changed = await author.rest('PATCH', `${flags}${id}/`, { filters: { groups }, tags: ['unknown here'] });
    expect(changed).toMatchObject({
      status: 200,
      body: { name: 'Kept', version: 2, filters: { groups, multivariate: { variants }, own: 1 } },
    });
    expect((await author.rest('PATCH', `${flags}${id}/`, {})).body).toMatchObject({ version: 3, filters: { own: 1 } });
  });

  it('takes forms, with filters as JSON text', async () => {
    const form = new URLSearchParams({ key: `form-${++count}`, active: 'off', filters: JSON.stringify({ groups: GROUPS }) });
    expect((await author.rest('POST', flags, form)).body).toMatchObject({ active: false, filters: { groups: GROUPS } });
  });

  it('moves updated_at and shows who changed it last', async () => {
    const flag = await createFlag();
    const colleague = await addPerson(gateway, { scopes: ['feature_flag:write'] });
    const { body } = await colleague.rest('PATCH', `${flags}${flag.id}/`, { name: 'Theirs' });
    expect(body).toMatchObject({
      created_by: { id: author.userId },
      last_modified_by: { id: colleague.userId },
      created_at: flag.created_at,
    });
    expect(Date.parse(body.updated_at)).toBeGreaterThan(Date.parse(flag.updated_at));
  });
});

describe('deleting a feature flag', () => {
  it('is refused as DELETE, without a body, whether or not there is one', async () => {
    const { id } = await createFlag();
    for (const path of [`${flags}${id}/`, `${flags}999999`]) {
      expect(await author.rest('DELETE', path)).toMatchObject({ status: 405, text: '' });
    }
    expect((await author.rest('GET', `${flags}${id}/`)).body).toMatchObject({ deleted: false });
  });

  it('is a change of `deleted`, which frees the key and unlinks tours', async () => {
    const flag = await createFlag();
    const tours = restTours(gateway, gateway.projectId);
    const tour = await tours.create({ linked_flag_id: flag.id });
    const deleted = await author.rest('PATCH', `${flags}${flag.id}/`, { deleted: true, name: 'Not looked at' });
    expect(deleted).toMatchObject({ status: 200, body: { id: flag.id, key: flag.key, name: '', deleted: true, status: 'DELETED' } });
    expect(await tours.read(tour.id)).toMatchObject({ linked_flag: null });
    expect((await author.rest('GET', `${flags}?key=${flag.key}`)).body.count).toBe(0);
    // It can be read by its id, deleted again, and not be changed.
    expect((await author.rest('GET', `${flags}${flag.id}/`)).body).toEqual(deleted.body);
    expect((await author.rest('PATCH', `${flags}${flag.id}/`, { deleted: true })).body).toEqual(deleted.body);
    expect((await author.rest('PATCH', `${flags}${flag.id}/`, { name: 'No' })).status).toBe(404);
    await createFlag({ key: flag.key });
  });

  it('is undone by `deleted: false`, with a number behind the key if that is taken by then', async () => {
    const [free, taken] = [await createFlag(), await createFlag()];
    for (const { id } of [free, taken]) await author.rest('PATCH', `${flags}${id}/`, { deleted: true });
    await createFlag({ key: taken.key });
    await createFlag({ key: `${taken.key}-2` });
    const restored = await author.rest('PATCH', `${flags}${free.id}/`, { deleted: false, active: true });
    expect(restored.body).toMatchObject({ key: free.key, deleted: false, active: true });
    expect((await author.rest('PATCH', `${flags}${taken.id}/`, { deleted: false })).body).toMatchObject({
      key: `${taken.key}-3`,
      deleted: false,
      active: false,
    });
  });
});

describe('the list of feature flags', () => {
  it('leaves out internal flags, which can be read by their id and not be changed', async () => {
    const tours = restTours(gateway, gateway.projectId);
    const { internal_targeting_flag: internal } = await tours.create({ auto_launch: true });
    const { body } = await author.rest('GET', `${flags}?limit=1000`);
    expect(body.results.map(({ id }: { id: number }) => id)).not.toContain(internal.id);
    expect((await author.rest('GET', `${flags}${internal.id}/`)).body).toMatchObject({ key: internal.key });
    for (const change of [{ active: true }, { deleted: true }]) {
      expect(await author.rest('PATCH', `${flags}${internal.id}/`, change)).toMatchObject({ status: 400, body: { attr: 'flag_id' } });
    }
  });

  it('is searched, filtered and paged', async () => {
    const project = await newProject(gateway.graphql);
    const path = `${project}/feature_flags/`;
    const other = await addPerson(gateway, { projectIds: [project] });
    for (const [key, name, active] of [
      ['alpha', 'First one', true],
      ['beta_x', 'Second', false],
      ['gamma', 'ALPHA in the name', true],
    ]) {
      await other.rest('POST', path, { key, name, active });
    }
    const keys = async (query: string) => (await other.rest('GET', `${path}${query}`)).body.results.map(({ key }: { key: string }) => key);
    expect(await keys('')).toEqual(['gamma', 'beta_x', 'alpha']);
    expect(await keys('?search=Alpha')).toEqual(['gamma', 'alpha']);
    expect(await keys('?search=_')).toEqual(['beta_x']);
    expect(await keys('?search=%25')).toEqual([]);
    expect(await keys('?search=%00')).toEqual([]);
    expect(await keys('?active=true')).toEqual(['gamma', 'alpha']);
    expect(await keys('?active=False')).toEqual(['beta_x']);
    expect(await keys('?active=STALE')).toEqual([]);
    expect(await keys('?archived=true')).toEqual([]);
    expect(await keys(`?created_by_id=[${other.userId},7]`)).toHaveLength(3);
    expect(await keys(`?created_by_id=${author.userId}`)).toEqual([]);
    const page = await other.rest('GET', `${path}?limit=1&offset=1`);
    expect(page.body).toMatchObject({ count: 3, results: [{ key: 'beta_x' }] });
    expect(page.body.next).toBe(`${gateway.url}/api/projects/${path}?limit=1&offset=2`);
    expect(page.body.previous).toBe(`${gateway.url}/api/projects/${path}?limit=1`);
  });
});

describe('the checks of feature flags', () => {
  it.each(['0', '-1', 'abc', '1.5', '2147483648', '99999999999999999999', '%00', '%F0%9F'])('find no flag %s', async (id) => {
    for (const method of ['GET', 'PATCH']) {
      const answer = await author.rest(method, `${flags}${id}/`, method === 'PATCH' ? {} : undefined);
      expect(answer).toMatchObject({ status: 404, body: { type: 'invalid_request', code: 'not_found', detail: 'Not found.', attr: null } });
    }
  });

  it('find nothing of another project, also when the key opens both', async () => {
    const project = await newProject(gateway.graphql);
    const both = await addPerson(gateway, { projectIds: [gateway.projectId, project] });
    const { body } = await both.rest('POST', `${project}/feature_flags/`, { key: 'elsewhere' });
    for (const method of ['GET', 'PATCH']) {
      const change = method === 'PATCH' ? { deleted: true } : undefined;
      expect((await both.rest(method, `${flags}${body.id}/`, change)).status).toBe(404);
      expect((await author.rest(method, `${project}/feature_flags/${body.id}/`, change)).body).toMatchObject({
        detail: "You don't have access to the project.",
      });
    }
    expect((await both.rest('GET', `${project}/feature_flags/${body.id}/`)).body).toMatchObject({ deleted: false });
  });

  it('ask for scopes, of which writing includes reading', async () => {
    const { id } = await createFlag();
    const missing = (scope: string) => ({ status: 403, body: { detail: `API key missing required scope 'feature_flag:${scope}'` } });
    const reader = await addPerson(gateway, { scopes: ['feature_flag:read'] });
    expect((await reader.rest('GET', flags)).status).toBe(200);
    expect(await reader.rest('PATCH', `${flags}${id}/`, { name: 'No' })).toMatchObject(missing('write'));
    expect(await reader.rest('POST', flags, { key: 'no' })).toMatchObject(missing('write'));
    expect(await reader.rest('DELETE', `${flags}${id}/`)).toMatchObject(missing('write'));
    const tourist = await addPerson(gateway, { scopes: ['product_tour:write'] });
    expect(await tourist.rest('GET', flags)).toMatchObject(missing('read'));
    const writer = await addPerson(gateway, { scopes: ['feature_flag:write'] });
    expect((await writer.rest('PATCH', `${flags}${id}/`, { deleted: true })).status).toBe(200);
    expect((await writer.rest('GET', `${flags}${id}/`)).status).toBe(200);
  });

  it('write only in the state that a client names', async () => {
    const { id } = await createFlag();
    const path = `${flags}${id}/`;
    const tag = String((await author.rest('GET', path)).headers.get('etag'));
    expect((await author.rest('GET', path, undefined, { 'if-none-match': tag })).status).toBe(304);
    const changed = await author.rest('PATCH', path, { name: 'Once' }, { 'if-match': tag });
    expect(changed.status).toBe(200);
    for (const body of [{ name: 'Twice' }, { deleted: true }]) {
      const stale = await author.rest('PATCH', path, body, { 'if-match': tag });
      expect(stale).toMatchObject({ status: 412, body: { code: 'precondition_failed' } });
    }
    expect((await author.rest('PATCH', path, {}, { 'if-none-match': String(changed.headers.get('etag')) })).status).toBe(412);
    expect((await author.rest('PATCH', path, { deleted: true }, { 'if-none-match': tag })).status).toBe(200);
  });

  it('let one of several writers with the same tag through', async () => {
    const { id } = await createFlag();
    const path = `${flags}${id}/`;
    const tag = String((await author.rest('GET', path)).headers.get('etag'));
    const answers = await Promise.all(
      Array.from({ length: 5 }, (_, n) => author.rest('PATCH', path, { name: `${n}` }, { 'if-match': tag })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412, 412]);
  });

  it('read no body for a flag that is not there', async () => {
    const answer = await author.rest('PATCH', `${flags}999999/`, undefined, { 'content-type': 'text/plain' });
    expect(answer.status).toBe(404);
  });
});
