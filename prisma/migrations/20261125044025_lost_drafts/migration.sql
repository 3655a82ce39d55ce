-- CreateIndex
CREATE INDEX "draft_events_ended_draft_idx" ON "draft_events"("tour_id", "revision") WHERE (ended_draft IS NOT NULL);
