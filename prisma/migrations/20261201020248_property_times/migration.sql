-- AlterTable
ALTER TABLE "persons" ADD COLUMN     "property_times" JSONB NOT NULL DEFAULT '{}';

-- The times of the properties that there are, and of the 200 that were removed last: a late event must not bring these back.
CREATE FUNCTION keep_property_times() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.property_times := (
    SELECT coalesce(jsonb_object_agg(time.key, time.value), '{}')
    FROM (
      SELECT key, value, NEW.properties ? key AS is_there,
        row_number() OVER (PARTITION BY NEW.properties ? key, value LIKE 'r%' ORDER BY value DESC, key) AS place
      FROM jsonb_each_text(NEW.property_times) WHERE NEW.properties ? key OR octet_length(key) <= 400
    ) time
    WHERE time.is_there OR (time.value LIKE 'r%' AND time.place <= 200)
  );
  RETURN NEW;
END
$$;

CREATE TRIGGER keep_property_times BEFORE INSERT OR UPDATE OF property_times ON persons FOR EACH ROW EXECUTE FUNCTION keep_property_times();
