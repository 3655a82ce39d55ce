-- The first key of an installation may do what concerns all of it; `*` no longer includes that. It is the oldest key of the first user.
UPDATE personal_api_keys SET scopes = scopes || ARRAY['installation']
  WHERE id = (
    SELECT id FROM personal_api_keys
    WHERE user_id = (SELECT min(id) FROM users) AND NOT is_access_token
    ORDER BY created_at, id LIMIT 1
  ) AND label = 'First key' AND '*' = ANY (scopes) AND NOT 'installation' = ANY (scopes);
