-- Persons of a metric go with it, as its days do, also when it goes with its project. No foreign key: each of the many rows that browsers cause would be
-- checked, and the table would need an index more, for something that hardly ever happens. Nothing can be left behind for all that, since persons are only ever
-- written together with days, which have one.
CREATE FUNCTION delete_metric_persons() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM tour_metric_persons WHERE metric_id IN (SELECT id FROM gone);
  RETURN NULL;
END $$;

CREATE TRIGGER tour_metrics_delete_persons AFTER DELETE ON tour_metrics REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION delete_metric_persons();

DELETE FROM tour_metric_persons p WHERE NOT EXISTS (SELECT 1 FROM tour_metrics m WHERE m.id = p.metric_id);
