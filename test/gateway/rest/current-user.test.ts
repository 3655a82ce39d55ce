import { describe, expect } from 'vitest';
import { apiClient } from '../../support/api.ts';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { newProject } from '../../support/new-project.ts';
import { addOrganization } from '../../support/organizations.ts';
import { addPerson } from '../../support/people.ts';
import { restTours } from '../../support/rest-tours.ts';

const it = gatewayTest();
let gateway: TestApp;

it.beforeAll(({ gateway: started }) => {
  gateway = started;
});

const KEYS =
  'date_joined uuid distinct_id first_name last_name email pending_email is_email_verified notification_settings notification_locks anonymize_data allow_impersonation toolbar_mode has_password id is_staff is_impersonated is_impersonated_until is_impersonated_read_only is_impersonated_reason sensitive_session_expires_at fresh_reauth_expires_at team organization organizations events_column_config is_2fa_enabled has_social_auth has_sso_enforcement has_seen_product_intro_for scene_personalisation theme_mode hedgehog_config allow_sidebar_suggestions shortcut_position role_at_organization passkeys_enabled_for_2fa hide_mcp_hints ui_configuration onboarding_skipped_at onboarding_skipped_reason onboarding_skipped_organization_id onboarding_delegated_to_invite onboarding_delegated_to_organization_id onboarding_delegation_accepted_at is_organization_first_user active_realtime_notification_types pending_invites requires_credential_review';

const ME = 'users/@me/';
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[45][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

async function addUser(options: Parameters<typeof addPerson>[1] = {}) {
  const person = await addPerson(gateway, options);
  return { ...person, api: apiClient(gateway.url, person.key) };
}

describe('GET /api/users/@me/', () => {
  it('has the keys of the original in their order', async () => {
    const user = await addUser();
    const { status, body } = await user.api('GET', ME);
    expect(status).toBe(200);
    expect(Object.keys(body)).toEqual(KEYS.split(' '));
    expect(body).toMatchObject({ id: user.userId, email: user.email, first_name: 'Person', is_staff: false, pending_invites: [] });
    expect(body.uuid).toMatch(UUID);
    expect(body.team).toMatchObject({ id: gateway.projectId, project_id: gateway.projectId, api_token: gateway.token, timezone: 'UTC' });
    expect(body.team.uuid).toMatch(UUID);
    expect(body.organization).toMatchObject({
      id: body.team.organization,
      teams: [body.team],
      projects: [{ id: gateway.projectId, organization_id: body.team.organization, name: body.team.name }],
      members_can_use_personal_api_keys: true,
      is_ai_data_processing_approved: false,
    });
    expect(body.organizations).toEqual([expect.objectContaining({ id: body.organization.id, name: body.organization.name })]);
    expect((await user.api('GET', 'users/%40me')).body).toEqual(body);
  });

  it('shows only projects and organizations that the key opens, and no secret', async () => {
    const { organizationId, projectId } = await addOrganization(gateway.graphql);
    const limited = await addUser({ projectIds: [gateway.projectId, projectId], keyProjectIds: [projectId] });
    const { body, text } = await limited.api('GET', ME);
    // The current project is the first, which this key does not open.
    expect(body).toMatchObject({ team: null, organization: null, organizations: [{ id: organizationId }] });
    expect(text).not.toContain(gateway.token);
    expect(text).not.toContain(limited.key);
    expect(text).not.toContain('sha256');
  });

  it('is for the caller alone, with the scope user:read', async () => {
    const user = await addUser({ scopes: ['user:read'] });
    expect((await user.api('GET', ME)).status).toBe(200);
    for (const ref of [String(user.userId), (await user.api('GET', ME)).body.uuid, '@current', 'x']) {
      expect(await user.api('GET', `users/${ref}/`)).toMatchObject({
        status: 403,
        body: {
          type: 'authentication_error',
          code: 'permission_denied',
          detail: "As a non-staff user you're only allowed to access the `@me` user instance.",
        },
      });
    }
    const tourist = await addUser({ scopes: ['product_tour:write', 'project:read'] });
    expect(await tourist.api('GET', ME)).toMatchObject({ status: 403, body: { detail: "API key missing required scope 'user:read'" } });
    expect(await user.api('PATCH', ME, { first_name: 'No' })).toMatchObject({
      status: 403,
      body: { detail: "API key missing required scope 'user:write'" },
    });
    expect((await apiClient(gateway.url, null)('GET', ME)).status).toBe(401);
    expect((await user.api('DELETE', ME)).body.detail).toBe('This action does not support personal API key access');
    expect((await user.api('GET', 'users/')).body.detail).toBe('Endpoint not found.');
  });

  it('is spared a client that has it, and answers HEAD and OPTIONS', async () => {
    const user = await addUser();
    const etag = String((await user.api('GET', ME)).headers.get('etag'));
    expect((await user.api('GET', ME, undefined, { 'if-none-match': etag })).status).toBe(304);
    expect(await user.api('HEAD', ME)).toMatchObject({ status: 200, text: '' });
    const options = await user.api('OPTIONS', ME);
    expect([options.headers.get('allow'), options.body.name]).toEqual(['GET, PATCH, HEAD, OPTIONS', 'User Instance']);
  });
});

describe('PATCH /api/users/@me/', () => {
  it('sets what @current names, at once and for all keys of the user', async () => {
    const project = await newProject(gateway.graphql);
    const user = await addUser({ projectIds: [gateway.projectId, project], scopes: ['user:write', 'product_tour:write'] });
    const { name } = await restTours(gateway, project).create();
    const listed = async () => (await user.rest('GET', '@current/product_tours/')).body.results.map((tour: { name: string }) => tour.name);
    expect(await listed()).not.toContain(name);
    for (const reference of [project, String(project), ` ${project} `]) {
      await user.api('PATCH', ME, { set_current_team: gateway.projectId });
      const changed = await user.api('PATCH', ME, { set_current_team: reference });
      expect(changed).toMatchObject({ status: 200, body: { team: { id: project } } });
      expect(await listed()).toEqual([name]);
    }
    expect((await user.api('GET', ME)).body.team.id).toBe(project);
  });

  it('takes an organization, whose first project becomes the current one', async () => {
    const { organizationId, projectId } = await addOrganization(gateway.graphql);
    const user = await addUser({ projectIds: [gateway.projectId, projectId] });
    const changed = await user.api('PATCH', ME, { set_current_organization: organizationId });
    expect(changed.body).toMatchObject({ team: { id: projectId }, organization: { id: organizationId } });
    const wrong = await user.api('PATCH', ME, { set_current_organization: organizationId, set_current_team: gateway.projectId });
    expect(wrong).toMatchObject({
      status: 400,
      body: {
        code: 'invalid_input',
        detail: 'Team must belong to the same organization in set_current_organization.',
        attr: 'set_current_team',
      },
    });
  });

  it('changes the names, also to none, and the role; unknown fields are passed over', async () => {
    const user = await addUser();
    const body = { first_name: ' Ada ', last_name: '', role_at_organization: 'data', theme_mode: 'dark', id: 1, email: user.email };
    expect((await user.api('PATCH', ME, body)).body).toMatchObject({
      id: user.userId,
      first_name: 'Ada',
      last_name: '',
      role_at_organization: 'data',
      theme_mode: null,
    });
    expect((await user.api('PATCH', ME, new URLSearchParams({ first_name: 'Form' }))).body).toMatchObject({ first_name: 'Form' });
    expect((await user.api('PATCH', ME)).body).toMatchObject({ first_name: 'Form' });
  });

  it.each([
    [{ set_current_team: 999_999 }, 'does_not_exist', 'set_current_team', 'Object with id=999999 does not exist.'],
    [{ set_current_team: 'x' }, 'does_not_exist', 'set_current_team', 'Object with id=x does not exist.'],
    [{ set_current_team: '' }, 'blank', 'set_current_team', 'This field may not be blank.'],
    [{ set_current_team: null }, 'null', 'set_current_team', 'This field may not be null.'],
    [{ set_current_team: [1] }, 'invalid_input', 'set_current_team', 'Not a valid string.'],
    [{ set_current_organization: 'x' }, 'does_not_exist', 'set_current_organization', 'Object with id=x does not exist.'],
    [{ first_name: 'x'.repeat(151) }, 'max_length', 'first_name', 'Ensure this field has no more than 150 characters.'],
    [{ first_name: 'a\0' }, 'null_characters_not_allowed', 'first_name', 'Null characters are not allowed.'],
    [{ role_at_organization: 'king' }, 'invalid_choice', 'role_at_organization', '"king" is not a valid choice.'],
  ])('refuses %j', async (body, code, attr, detail) => {
    const user = await addUser();
    expect(await user.api('PATCH', ME, body)).toMatchObject({ status: 400, body: { type: 'validation_error', code, attr, detail } });
  });

  it('refuses a project of others as one that is not there', async () => {
    const { organizationId, projectId } = await addOrganization(gateway.graphql);
    const user = await addUser();
    for (const body of [{ set_current_team: projectId }, { set_current_organization: organizationId }]) {
      expect((await user.api('PATCH', ME, body)).body).toMatchObject({ code: 'does_not_exist' });
    }
    expect((await user.api('GET', ME)).body.team.id).toBe(gateway.projectId);
  });

  it('does not change the email address or the password', async () => {
    const user = await addUser();
    for (const body of [{ email: 'other@example.com' }, { email: null }, { password: 'x' }]) {
      expect(await user.api('PATCH', ME, body)).toMatchObject({
        status: 403,
        body: { detail: 'You can only change your email or password from the PostHog app, not with an API key or token.' },
      });
    }
  });

  it('is refused in a state that the client does not want', async () => {
    const user = await addUser();
    const etag = String((await user.api('GET', ME)).headers.get('etag'));
    expect((await user.api('PATCH', ME, { first_name: 'One' }, { 'if-match': etag })).status).toBe(200);
    expect((await user.api('PATCH', ME, { first_name: 'Two' }, { 'if-match': etag })).status).toBe(412);
    expect((await user.api('PATCH', ME, { first_name: 'Two' }, { 'if-none-match': '*' })).status).toBe(412);
    expect((await user.api('GET', ME)).body.first_name).toBe('One');
  });
});
