-- AlterTable
ALTER TABLE "personal_api_keys" ADD COLUMN     "preview_tour_id" UUID;

-- CreateIndex
CREATE INDEX "personal_api_keys_preview_tour_id_idx" ON "personal_api_keys"("preview_tour_id") WHERE (preview_tour_id IS NOT NULL);

-- AddForeignKey
ALTER TABLE "personal_api_keys" ADD CONSTRAINT "personal_api_keys_preview_tour_id_fkey" FOREIGN KEY ("preview_tour_id") REFERENCES "tours"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE personal_api_keys
  ADD CONSTRAINT personal_api_keys_preview_tour_id_check CHECK (preview_tour_id IS NULL OR is_access_token);

-- Every node hears when this changes what a key opens.
DROP TRIGGER announce_access_change ON personal_api_keys;
CREATE TRIGGER announce_access_change
  AFTER UPDATE OF user_id, hash, scopes, scoped_project_ids, scoped_organization_ids, preview_tour_id, expires_at, revoked_at OR DELETE ON personal_api_keys
  FOR EACH ROW EXECUTE FUNCTION announce_access_change('keyId', 'id');
