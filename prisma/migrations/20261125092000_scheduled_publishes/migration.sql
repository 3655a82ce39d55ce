-- CreateTable
CREATE TABLE "scheduled_publishes" (
    "tour_id" UUID NOT NULL,
    "publish_at" TIMESTAMPTZ(6) NOT NULL,
    "scheduled_by_id" INTEGER,
    "scheduled_by_name" TEXT NOT NULL,
    "failed_at" TIMESTAMPTZ(6),
    "failure" JSONB,

    CONSTRAINT "scheduled_publishes_pkey" PRIMARY KEY ("tour_id")
);

-- CreateIndex
CREATE INDEX "scheduled_publishes_pending_idx" ON "scheduled_publishes"("publish_at") WHERE (failed_at IS NULL);

-- AddForeignKey
ALTER TABLE "scheduled_publishes" ADD CONSTRAINT "scheduled_publishes_tour_id_fkey" FOREIGN KEY ("tour_id") REFERENCES "tours"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scheduled_publishes" ADD CONSTRAINT "scheduled_publishes_scheduled_by_id_fkey" FOREIGN KEY ("scheduled_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- A scheduled publish belongs to a draft and ends with it, whatever ended it: the event that says so takes it away.
CREATE FUNCTION end_scheduled_publish() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM scheduled_publishes WHERE tour_id = NEW.tour_id;
  RETURN NULL;
END
$$;

CREATE TRIGGER end_scheduled_publish AFTER INSERT ON draft_events FOR EACH ROW
WHEN (NEW.ended_draft IS NOT NULL OR NOT NEW.has_draft)
EXECUTE FUNCTION end_scheduled_publish();

-- Every node hears that there is another moment to wait for.
CREATE FUNCTION announce_scheduled_publish() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('tour_gateway_schedule', '');
  RETURN NULL;
END
$$;

CREATE TRIGGER announce_scheduled_publish AFTER INSERT OR UPDATE OF publish_at ON scheduled_publishes FOR EACH ROW
EXECUTE FUNCTION announce_scheduled_publish();
