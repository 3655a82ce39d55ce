-- AlterTable
ALTER TABLE "tours" ADD COLUMN     "source_published_at" TIMESTAMPTZ(6),
ADD COLUMN     "source_revision" INTEGER,
ADD COLUMN     "source_tour_id" UUID;

-- CreateIndex
CREATE UNIQUE INDEX "tours_source_tour_id_project_id_key" ON "tours"("source_tour_id", "project_id") WHERE (source_tour_id IS NOT NULL);
