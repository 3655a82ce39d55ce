-- CreateEnum
CREATE TYPE "tour_metric_kind" AS ENUM ('SHOWN', 'COMPLETED', 'DISMISSED', 'DISMISS_REASON', 'STEP_SHOWN', 'STEP_COMPLETED', 'SURVEY_SHOWN', 'SURVEY_SENT', 'SURVEY_DISMISSED', 'RATING');

-- AlterTable
ALTER TABLE "tour_events" ADD COLUMN     "survey_id" UUID;

-- CreateTable
CREATE TABLE "tour_metrics" (
    "id" SERIAL NOT NULL,
    "project_id" INTEGER NOT NULL,
    "tour_id" UUID NOT NULL,
    "kind" "tour_metric_kind" NOT NULL,
    "item" VARCHAR(300) NOT NULL DEFAULT '',
    "detail" VARCHAR(200) NOT NULL DEFAULT '',
    "step_order" INTEGER,

    CONSTRAINT "tour_metrics_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tour_metric_days" (
    "metric_id" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "total" INTEGER NOT NULL,
    "persons" INTEGER NOT NULL,

    CONSTRAINT "tour_metric_days_pkey" PRIMARY KEY ("metric_id","day")
);

-- CreateTable
CREATE TABLE "tour_metric_persons" (
    "person_id" BIGINT NOT NULL,
    "metric_id" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "previous_day" DATE,

    CONSTRAINT "tour_metric_persons_pkey" PRIMARY KEY ("person_id","metric_id","day")
);

-- CreateTable
CREATE TABLE "survey_answers" (
    "project_id" INTEGER NOT NULL,
    "event_id" UUID NOT NULL,
    "question_id" VARCHAR(200) NOT NULL,
    "tour_id" UUID NOT NULL,
    "survey_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "answered_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "survey_answers_pkey" PRIMARY KEY ("project_id","event_id","question_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "tour_metrics_tour_id_kind_item_detail_key" ON "tour_metrics"("tour_id", "kind", "item", "detail");

-- CreateIndex
CREATE INDEX "tour_metric_persons_again_idx" ON "tour_metric_persons"("metric_id", "day", "previous_day") WHERE (previous_day IS NOT NULL);

-- CreateIndex
CREATE INDEX "survey_answers_survey_id_question_id_answered_at_event_id_idx" ON "survey_answers"("survey_id", "question_id", "answered_at", "event_id");

-- AddForeignKey
ALTER TABLE "tour_metrics" ADD CONSTRAINT "tour_metrics_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tour_metric_days" ADD CONSTRAINT "tour_metric_days_metric_id_fkey" FOREIGN KEY ("metric_id") REFERENCES "tour_metrics"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "survey_answers" ADD CONSTRAINT "survey_answers_survey_id_fkey" FOREIGN KEY ("survey_id") REFERENCES "surveys"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What must hold whoever writes.
ALTER TABLE tour_metric_days
  ADD CONSTRAINT tour_metric_days_check CHECK (total >= persons AND persons >= 0);

ALTER TABLE tour_metric_persons
  ADD CONSTRAINT tour_metric_persons_previous_day_check CHECK (previous_day < day);
