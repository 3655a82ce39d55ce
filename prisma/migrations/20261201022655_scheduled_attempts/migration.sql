-- AlterTable
ALTER TABLE "scheduled_publishes" ADD COLUMN     "environment_id" INTEGER,
ADD COLUMN     "failed_attempts" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "next_attempt_at" TIMESTAMPTZ(6);

-- AddForeignKey
ALTER TABLE "scheduled_publishes" ADD CONSTRAINT "scheduled_publishes_environment_id_fkey" FOREIGN KEY ("environment_id") REFERENCES "projects"("id") ON DELETE CASCADE ON UPDATE CASCADE;
