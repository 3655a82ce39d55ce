import { expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { newProject } from '../../support/new-project.ts';
import { addPerson } from '../../support/people.ts';

const it = gatewayTest();
let gateway: TestApp;

it.beforeAll(({ gateway: started }) => {
  gateway = started;
});

const KEYS =
  'id organization name product_description created_at effective_membership_level has_group_types group_types live_events_token updated_at uuid api_token app_urls anonymize_ips completed_snippet_onboarding ingested_event test_account_filters test_account_filters_default_checked path_cleaning_filters is_demo timezone data_attributes person_display_name_properties correlation_config autocapture_opt_out autocapture_exceptions_opt_in autocapture_web_vitals_opt_in autocapture_web_vitals_allowed_metrics autocapture_exceptions_errors_to_ignore capture_console_log_opt_in capture_performance_opt_in session_recording_opt_in session_recording_sample_rate session_recording_minimum_duration_milliseconds session_recording_linked_flag session_recording_network_payload_capture_config session_recording_masking_config session_recording_url_trigger_config session_recording_url_blocklist_config session_recording_event_trigger_config session_recording_trigger_match_type_config session_recording_trigger_groups session_recording_retention_period session_replay_config survey_config access_control week_start_day primary_dashboard live_events_columns recording_domains person_on_events_querying_enabled inject_web_apps extra_settings modifiers default_modifiers has_completed_onboarding_for surveys_opt_in heatmaps_opt_in product_intents flags_persistence_default secret_api_token secret_api_token_backup receive_org_level_activity_logs business_model conversations_enabled conversations_settings logs_settings proactive_tasks_enabled available_setup_task_ids is_pending_deletion project_id user_access_level managed_viewsets revenue_analytics_config marketing_analytics_config customer_analytics_config workflows_config base_currency capture_dead_clicks cookieless_server_hash_mode human_friendly_comparison_periods feature_flag_confirmation_enabled feature_flag_confirmation_message default_evaluation_contexts_enabled require_evaluation_contexts default_data_theme onboarding_tasks web_analytics_pre_aggregated_tables_enabled event_retention_months events_retention_enforced';

const NOT_FOUND = { type: 'invalid_request', code: 'not_found', detail: 'Not found.', attr: null };

it('shows a project by its number and as @current, with the keys of the original', async () => {
  const { status, body } = await gateway.rest('GET', `${gateway.projectId}/`);
  expect(status).toBe(200);
  expect(Object.keys(body)).toEqual(KEYS.split(' '));
  expect(body).toMatchObject({
    id: gateway.projectId,
    project_id: gateway.projectId,
    api_token: gateway.token,
    live_events_token: null,
    secret_api_token: null,
    secret_api_token_backup: null,
    timezone: 'UTC',
    is_pending_deletion: false,
  });
  expect(body.organization).toMatch(/^[0-9a-f-]{36}$/);
  for (const path of ['@current', '%40current/', `../environments/${gateway.projectId}/`]) {
    expect((await gateway.rest('GET', path)).body, path).toEqual(body);
  }
  expect(await gateway.rest('HEAD', '@current/')).toMatchObject({ status: 200, text: '' });
});

it('says nothing of projects that are not there for the caller', async () => {
  const other = await newProject(gateway.graphql);
  const person = await addPerson(gateway);
  for (const ref of [other, 999_999, '0', '-1', '99999999999999999999']) {
    expect(await person.rest('GET', `${ref}/`), String(ref)).toMatchObject({ status: 404, body: NOT_FOUND });
  }
  const homeless = await addPerson(gateway, { projectIds: [] });
  expect(await homeless.rest('GET', '@current/')).toMatchObject({ status: 404, body: NOT_FOUND });
  expect(await person.rest('GET', 'abc/')).toMatchObject({
    status: 400,
    body: { type: 'validation_error', code: 'invalid_input', detail: "Field 'id' expected a number but got 'abc'.", attr: null },
  });
});

it('asks for the scope project:read, and for a key that is for the project', async () => {
  const other = await newProject(gateway.graphql);
  const reader = await addPerson(gateway, { scopes: ['project:read'] });
  expect((await reader.rest('GET', '@current/')).body).toMatchObject({ effective_membership_level: 1, user_access_level: 'member' });
  const tourist = await addPerson(gateway, { scopes: ['product_tour:write', 'user:write'] });
  expect((await tourist.rest('GET', '@current/')).body.detail).toBe("API key missing required scope 'project:read'");
  const limited = await addPerson(gateway, { projectIds: [gateway.projectId, other], keyProjectIds: [other] });
  expect((await limited.rest('GET', `${gateway.projectId}/`)).body.detail).toBe(
    `API key does not have access to the requested project: ID ${gateway.projectId}.`,
  );
  expect((await limited.rest('GET', `${other}/`)).body.id).toBe(other);
  expect((await gateway.rest('PATCH', '@current/', { name: 'No' })).body.detail).toBe(
    'This action does not support personal API key access',
  );
});

it('is spared a client that has it', async () => {
  const etag = String((await gateway.rest('GET', '@current/')).headers.get('etag'));
  expect((await gateway.rest('GET', '@current/', undefined, { 'if-none-match': etag })).status).toBe(304);
});
