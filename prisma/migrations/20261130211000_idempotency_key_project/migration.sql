-- An idempotency key belongs to a user and a project: the same key in two projects is two keys. Keys are kept for a day; one whose tour is gone has no project
-- any more.
ALTER TABLE "idempotency_keys" ADD COLUMN "project_id" INTEGER;
UPDATE "idempotency_keys" k SET "project_id" = t."project_id" FROM "tours" t WHERE t."id" = k."tour_id";
DELETE FROM "idempotency_keys" WHERE "project_id" IS NULL;
ALTER TABLE "idempotency_keys" ALTER COLUMN "project_id" SET NOT NULL;

ALTER TABLE "idempotency_keys" DROP CONSTRAINT "idempotency_keys_pkey",
ADD CONSTRAINT "idempotency_keys_pkey" PRIMARY KEY ("user_id", "project_id", "operation", "key");
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE CASCADE ON UPDATE CASCADE;
