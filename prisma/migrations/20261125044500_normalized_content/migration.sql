-- Contents are read as text, so their steps have to be in their present form (src/domain/tour/step.ts says which) where they are stored, however they got there:
-- by an import or by hand as well. What the gateway itself writes is in that form and costs no more than the look at it.
CREATE FUNCTION normalized_step(step jsonb) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  IF jsonb_typeof(step) <> 'object' THEN
    RETURN step;
  END IF;
  IF NOT step ? 'elementTargeting' THEN
    IF step -> 'useManualSelector' = 'true' THEN
      step := step || '{"elementTargeting": "manual"}';
    ELSIF coalesce(step -> 'inferenceData', 'null') NOT IN ('null', 'false', '0', '""', '[]', '{}') THEN
      step := step || '{"elementTargeting": "auto"}';
    ELSIF step -> 'type' = '"element"' THEN
      step := step || '{"elementTargeting": "auto", "type": "modal"}';
    END IF;
  END IF;
  RETURN CASE coalesce(step -> 'elementTargeting', 'null')
    WHEN '"manual"' THEN step || '{"useManualSelector": true}'
    WHEN 'null' THEN step
    ELSE step - 'useManualSelector'
  END;
END
$$;

CREATE FUNCTION normalize_tour_content() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.content := jsonb_set(NEW.content, '{steps}', (
    SELECT coalesce(jsonb_agg(normalized_step(step) ORDER BY place), '[]')
    FROM jsonb_array_elements(NEW.content -> 'steps') WITH ORDINALITY AS steps (step, place)
  ));
  RETURN NEW;
END
$$;

-- The condition holds for every content with a step in an older form, and for some others, which come out as they went in.
CREATE TRIGGER tours_normalize_content BEFORE INSERT OR UPDATE OF content ON tours FOR EACH ROW
WHEN (jsonb_typeof(NEW.content -> 'steps') = 'array' AND jsonb_path_exists(NEW.content, '$.steps[*] ? (
  (!exists(@.elementTargeting) && (@.useManualSelector == true || @.type == "element" || exists(@.inferenceData)))
  || (exists(@.elementTargeting) && exists(@.useManualSelector))
  || (@.elementTargeting == "manual" && !exists(@.useManualSelector))
)'))
EXECUTE FUNCTION normalize_tour_content();

UPDATE tours SET content = content WHERE jsonb_path_exists(content, '$.steps[*].type');
