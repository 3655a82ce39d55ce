/** What the original answers for a user who has changed no setting, in its order: between `is_email_verified` and `id`. */
export const BEFORE_ID = {
  notification_settings: {
    plugin_disabled: true,
    error_tracking_issue_assigned: true,
    discussions_mentioned: true,
    project_weekly_digest_disabled: {},
    all_weekly_digest_disabled: false,
  },
  notification_locks: [],
  anonymize_data: false,
  allow_impersonation: null,
  toolbar_mode: 'toolbar',
  has_password: false,
};

/** Between `id` and `team`. */
export const BEFORE_TEAM = {
  is_staff: false,
  is_impersonated: false,
  is_impersonated_until: null,
  is_impersonated_read_only: null,
  is_impersonated_reason: null,
  sensitive_session_expires_at: null,
  fresh_reauth_expires_at: null,
};

export const BEHIND_ORGANIZATIONS = {
  events_column_config: { active: 'DEFAULT' },
  is_2fa_enabled: false,
  has_social_auth: false,
  has_sso_enforcement: false,
  has_seen_product_intro_for: null,
  scene_personalisation: [],
  theme_mode: null,
};

export const BEHIND_HEDGEHOG = { allow_sidebar_suggestions: null, shortcut_position: 'above' };

export const BEHIND_ROLE = {
  passkeys_enabled_for_2fa: false,
  hide_mcp_hints: false,
  ui_configuration: null,
  onboarding_skipped_at: null,
  onboarding_skipped_reason: null,
  onboarding_skipped_organization_id: null,
  onboarding_delegated_to_invite: null,
  onboarding_delegated_to_organization_id: null,
  onboarding_delegation_accepted_at: null,
  is_organization_first_user: null,
  active_realtime_notification_types: [],
  pending_invites: [],
  requires_credential_review: false,
};
