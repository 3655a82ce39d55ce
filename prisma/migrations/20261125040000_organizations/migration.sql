-- CreateTable
CREATE TABLE "organizations" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "name" TEXT NOT NULL,
    "members_can_use_personal_api_keys" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organizations_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "organizations_name_check" CHECK (name ~ '\S')
);

-- AlterTable
ALTER TABLE "projects" ADD COLUMN     "organization_id" UUID;

-- Projects that are there belong together.
INSERT INTO organizations (name) SELECT 'Default organization' WHERE EXISTS (SELECT FROM projects);
UPDATE projects SET organization_id = (SELECT id FROM organizations);
ALTER TABLE projects ALTER COLUMN organization_id SET NOT NULL;

-- CreateIndex
CREATE INDEX "projects_organization_id_idx" ON "projects"("organization_id");

-- AddForeignKey
ALTER TABLE "projects" ADD CONSTRAINT "projects_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AlterTable
ALTER TABLE "personal_api_keys" ADD COLUMN     "scoped_organization_ids" UUID[] NOT NULL DEFAULT ARRAY[]::UUID[];

-- Every node hears when this changes what keys open; {"organizationId": …} besides what the function's own comment names.
DROP TRIGGER announce_access_change ON personal_api_keys;
CREATE TRIGGER announce_access_change
  AFTER UPDATE OF user_id, hash, scopes, scoped_project_ids, scoped_organization_ids, expires_at, revoked_at OR DELETE ON personal_api_keys
  FOR EACH ROW EXECUTE FUNCTION announce_access_change('keyId', 'id');

DROP TRIGGER announce_access_change ON projects;
CREATE TRIGGER announce_access_change
  AFTER UPDATE OF token, organization_id OR DELETE ON projects
  FOR EACH ROW EXECUTE FUNCTION announce_access_change('projectId', 'id');

CREATE TRIGGER announce_access_change
  AFTER UPDATE OF members_can_use_personal_api_keys ON organizations
  FOR EACH ROW EXECUTE FUNCTION announce_access_change('organizationId', 'id');
