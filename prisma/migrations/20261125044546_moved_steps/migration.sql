-- AlterTable
ALTER TABLE "draft_events" ADD COLUMN     "moved_steps" JSON;
