-- CreateTable
CREATE TABLE "capture_usage" (
    "project_id" INTEGER NOT NULL,
    "hour" TIMESTAMPTZ(3) NOT NULL,
    "persons" INTEGER NOT NULL,
    "events" INTEGER NOT NULL,

    CONSTRAINT "capture_usage_pkey" PRIMARY KEY ("project_id","hour")
);

-- AddForeignKey
ALTER TABLE "capture_usage" ADD CONSTRAINT "capture_usage_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE CASCADE ON UPDATE CASCADE;
