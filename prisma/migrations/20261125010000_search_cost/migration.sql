-- Whether a search for the term keeps a tour. Comparing trigrams takes a thousand times as long as comparing numbers; a planner that takes both for alike would
-- rather compare the term with every tour of a small project than look it up in the trigram indexes. This says what it costs. Restricted: a search is too short
-- to wait for parallel workers.
CREATE FUNCTION tour_resembles(term text, name text, description text) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE PARALLEL RESTRICTED COST 1000 AS $$
BEGIN
  RETURN word_similarity(term, name) > 0.3::float8 OR word_similarity(term, description) > 0.4::float8;
END
$$;
