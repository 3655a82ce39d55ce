-- DropIndex
DROP INDEX "users_email_key";

-- AlterTable
ALTER TABLE "organizations" ADD COLUMN     "owner_id" UUID;

-- AlterTable
ALTER TABLE "users" ADD COLUMN     "organization_id" UUID;

-- CreateIndex
CREATE INDEX "organizations_owner_id_idx" ON "organizations"("owner_id");

-- CreateIndex
CREATE INDEX "users_organization_id_idx" ON "users"("organization_id");

-- AddForeignKey
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "organizations"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "users" ADD CONSTRAINT "users_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Users that are there belong to the organization of the project that they joined first, or else to the oldest one.
UPDATE users u SET organization_id = coalesce(
  (SELECT p.organization_id FROM memberships m JOIN projects p ON p.id = m.project_id WHERE m.user_id = u.id ORDER BY m.created_at, m.project_id LIMIT 1),
  (SELECT o.id FROM organizations o ORDER BY o.created_at, o.id LIMIT 1)
);

-- So do organizations without projects.
UPDATE organizations o SET owner_id = oldest.id
  FROM (SELECT id FROM organizations ORDER BY created_at, id LIMIT 1) oldest
  WHERE o.id <> oldest.id AND NOT EXISTS (SELECT FROM projects p WHERE p.organization_id = o.id);

-- One person, one account in each organization, however the address is written.
DROP INDEX users_email_lower_key;
CREATE UNIQUE INDEX users_email_lower_key ON users (coalesce(organization_id, '00000000-0000-0000-0000-000000000000'), lower(email));
