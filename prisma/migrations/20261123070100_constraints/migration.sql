-- What must hold whoever writes. Prisma's language has no words for these; scripts/migration.ts passes over them.

ALTER TABLE projects
  ADD CONSTRAINT projects_token_check CHECK (token LIKE 'phc\_%');

ALTER TABLE users
  ADD CONSTRAINT users_email_check CHECK (email LIKE '%@%');

-- One person, one account, however the address is written.
CREATE UNIQUE INDEX users_email_lower_key ON users (lower(email));

ALTER TABLE personal_api_keys
  ADD CONSTRAINT personal_api_keys_hash_check CHECK (hash LIKE 'sha256$%');

ALTER TABLE feature_flags
  ADD CONSTRAINT feature_flags_key_check CHECK (key <> ''),
  ADD CONSTRAINT feature_flags_filters_check CHECK (jsonb_typeof(filters) = 'object');

ALTER TABLE surveys
  ADD CONSTRAINT surveys_questions_check CHECK (jsonb_typeof(questions) = 'array');

ALTER TABLE tours
  ADD CONSTRAINT tours_name_check CHECK (length(name) BETWEEN 1 AND 400 AND name ~ '\S'),
  ADD CONSTRAINT tours_content_check CHECK (jsonb_typeof(content) = 'object'),
  ADD CONSTRAINT tours_draft_content_check CHECK (jsonb_typeof(draft_content) = 'object'),
  ADD CONSTRAINT tours_draft_saved_at_check CHECK ((draft_content IS NULL) = (draft_saved_at IS NULL)),
  ADD CONSTRAINT tours_revision_check CHECK (revision >= 1),
  ADD CONSTRAINT tours_version_number_check CHECK (version_number >= 0);

ALTER TABLE tour_versions
  ADD CONSTRAINT tour_versions_number_check CHECK (number >= 1),
  ADD CONSTRAINT tour_versions_content_check CHECK (jsonb_typeof(content) = 'object');

ALTER TABLE draft_feeds
  ADD CONSTRAINT draft_feeds_pruned_through_check CHECK (pruned_through <= last_sequence);

ALTER TABLE draft_events
  ADD CONSTRAINT draft_events_revision_check CHECK (revision >= 1),
  ADD CONSTRAINT draft_events_previous_revision_check CHECK (previous_revision < revision);

-- Every node hears of changed access, whoever changed it: {"userId": …}, {"keyId": …} or {"projectId": …} on the channel tour_gateway_access.
-- The trigger's arguments are that name and the column with the id. A row that moves from one id to another announces both.
CREATE FUNCTION announce_access_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    PERFORM pg_notify('tour_gateway_access', jsonb_build_object(TG_ARGV[0], to_jsonb(OLD) -> TG_ARGV[1])::text);
  END IF;
  IF TG_OP <> 'DELETE' THEN
    PERFORM pg_notify('tour_gateway_access', jsonb_build_object(TG_ARGV[0], to_jsonb(NEW) -> TG_ARGV[1])::text);
  END IF;
  RETURN NULL;
END
$$;

CREATE TRIGGER announce_access_change
  AFTER UPDATE OF user_id, hash, scopes, scoped_project_ids, expires_at, revoked_at OR DELETE ON personal_api_keys
  FOR EACH ROW EXECUTE FUNCTION announce_access_change('keyId', 'id');

CREATE TRIGGER announce_access_change
  AFTER UPDATE OF is_active OR DELETE ON users
  FOR EACH ROW EXECUTE FUNCTION announce_access_change('userId', 'id');

CREATE TRIGGER announce_access_change
  AFTER INSERT OR UPDATE OR DELETE ON memberships
  FOR EACH ROW EXECUTE FUNCTION announce_access_change('userId', 'user_id');

CREATE TRIGGER announce_access_change
  AFTER UPDATE OF token OR DELETE ON projects
  FOR EACH ROW EXECUTE FUNCTION announce_access_change('projectId', 'id');

-- Prisma makes lists nullable.
ALTER TABLE personal_api_keys
  ALTER COLUMN scopes SET NOT NULL,
  ALTER COLUMN scoped_project_ids SET NOT NULL;

ALTER TABLE feature_flags
  ALTER COLUMN evaluation_contexts SET NOT NULL;
