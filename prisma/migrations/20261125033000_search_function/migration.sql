-- The operator's threshold is a setting of the library, which a function can only set once the library is there.
SELECT similarity('', '');

-- Whether a text resembles the term beyond the threshold. Comparing trigrams takes a thousand times as long as comparing numbers; a planner that takes both for
-- alike would rather compare the term with every tour of a small project than look it up in the trigram indexes. This says what it costs. Restricted: a search
-- is too short to wait for parallel workers.
CREATE FUNCTION resembles(term text, value text, threshold double precision) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE PARALLEL RESTRICTED COST 1000 AS $$
BEGIN
  RETURN word_similarity(term, value) > threshold;
END
$$;

-- The tours of a project that a search for the term keeps, and how well each fits: names that resemble it by more than 0.3, and descriptions by more than 0.4.
-- The operator `%>` finds the candidates in the trigram index, fewer the higher its threshold, which it takes from a setting. Plans are made once for
-- all terms: to estimate how many rows a term finds, the planner would compare it with its statistics, which takes as long as the search.
CREATE FUNCTION similar_tours(term text, project integer) RETURNS TABLE (id uuid, name varchar, score double precision)
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED ROWS 20 SET plan_cache_mode = force_generic_plan SET pg_trgm.word_similarity_threshold = 0.3 AS $$
BEGIN
  RETURN QUERY
    SELECT t.id, t.name, word_similarity(term, t.name) + similarity(t.name, term) + 0.5::float8 * word_similarity(term, t.description)
    FROM tours t
    WHERE t.project_id = project AND t.name %> term AND resembles(term, t.name, 0.3);
  PERFORM set_config('pg_trgm.word_similarity_threshold', '0.4', true);
  RETURN QUERY
    SELECT t.id, t.name, word_similarity(term, t.name) + similarity(t.name, term) + 0.5::float8 * word_similarity(term, t.description)
    FROM tours t
    WHERE t.project_id = project AND t.description %> term AND resembles(term, t.description, 0.4) AND NOT resembles(term, t.name, 0.3);
END
$$;

DROP FUNCTION tour_resembles(text, text, text);
