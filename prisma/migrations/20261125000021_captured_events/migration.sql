-- CreateTable
CREATE TABLE "persons" (
    "id" BIGSERIAL NOT NULL,
    "project_id" INTEGER NOT NULL,
    "is_identified" BOOLEAN NOT NULL DEFAULT false,
    "properties" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "persons_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person_distinct_ids" (
    "project_id" INTEGER NOT NULL,
    "distinct_id" VARCHAR(200) NOT NULL,
    "person_id" BIGINT NOT NULL,

    CONSTRAINT "person_distinct_ids_pkey" PRIMARY KEY ("project_id","distinct_id")
);

-- CreateTable
CREATE TABLE "tour_events" (
    "project_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "tour_id" UUID NOT NULL,
    "name" VARCHAR(200) NOT NULL,
    "distinct_id" VARCHAR(200) NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "properties" JSONB NOT NULL,

    CONSTRAINT "tour_events_pkey" PRIMARY KEY ("project_id","id")
);

-- CreateIndex
CREATE INDEX "persons_updated_at_anonymous_idx" ON "persons"("updated_at") WHERE (NOT is_identified);

-- CreateIndex
CREATE INDEX "person_distinct_ids_person_id_idx" ON "person_distinct_ids"("person_id");

-- CreateIndex
CREATE INDEX "tour_events_occurred_at_idx" ON "tour_events"("occurred_at");

-- AddForeignKey
ALTER TABLE "persons" ADD CONSTRAINT "persons_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_distinct_ids" ADD CONSTRAINT "person_distinct_ids_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "persons"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tour_events" ADD CONSTRAINT "tour_events_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What must hold whoever writes.
ALTER TABLE persons
  ADD CONSTRAINT persons_properties_check CHECK (jsonb_typeof(properties) = 'object');

ALTER TABLE tour_events
  ADD CONSTRAINT tour_events_properties_check CHECK (jsonb_typeof(properties) = 'object');
