-- Patches are written with every save, and read as they stand: as text they cost neither parsing nor printing.
-- AlterTable
ALTER TABLE "draft_events" ALTER COLUMN "patch" SET DATA TYPE JSON,
ALTER COLUMN "undo" SET DATA TYPE JSON;
