-- A search looks at the first 4,000 characters of a description. The time of a comparison grows with the text: one description of 2 MB made each search of its
-- project take seconds.
DROP INDEX "tours_description_idx";
CREATE INDEX "tours_description_start_idx" ON "tours" USING GIN (left("description", 4000) gin_trgm_ops);

-- The operator's threshold is a setting of the library, which a function can only set once the library is there.
SELECT similarity('', '');

-- As before, with the start of the description in the place of the description. The index serves the very expression `left(description, 4000)`.
CREATE OR REPLACE FUNCTION similar_tours(term text, project integer) RETURNS TABLE (id uuid, name varchar, score double precision)
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED ROWS 20 SET plan_cache_mode = force_generic_plan SET pg_trgm.word_similarity_threshold = 0.3 AS $$
BEGIN
  RETURN QUERY
    SELECT t.id, t.name, word_similarity(term, t.name) + similarity(t.name, term) + 0.5::float8 * word_similarity(term, left(t.description, 4000))
    FROM tours t
    WHERE t.project_id = project AND t.name %> term AND resembles(term, t.name, 0.3);
  PERFORM set_config('pg_trgm.word_similarity_threshold', '0.4', true);
  RETURN QUERY
    SELECT t.id, t.name, word_similarity(term, t.name) + similarity(t.name, term) + 0.5::float8 * word_similarity(term, left(t.description, 4000))
    FROM tours t
    WHERE t.project_id = project AND left(t.description, 4000) %> term AND resembles(term, left(t.description, 4000), 0.4)
      AND NOT resembles(term, t.name, 0.3);
END
$$;
