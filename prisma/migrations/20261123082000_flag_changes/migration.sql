-- Every node hears of changed flags, whoever changed them: the project's id on the channel tour_gateway_flags. What browsers are told depends on flags
-- alone at times, without a write to any tour.
CREATE FUNCTION announce_flag_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('tour_gateway_flags', coalesce(NEW.project_id, OLD.project_id)::text);
  RETURN NULL;
END
$$;

CREATE TRIGGER announce_flag_change
  AFTER INSERT OR UPDATE OF key, filters, active, deleted OR DELETE ON feature_flags
  FOR EACH ROW EXECUTE FUNCTION announce_flag_change();
