-- AlterTable
ALTER TABLE "personal_api_keys" ADD COLUMN     "is_access_token" BOOLEAN NOT NULL DEFAULT false;

-- CreateIndex
CREATE INDEX "personal_api_keys_expires_at_access_token_idx" ON "personal_api_keys"("expires_at") WHERE (is_access_token);

ALTER TABLE personal_api_keys
  ADD CONSTRAINT personal_api_keys_expires_at_check CHECK (expires_at IS NOT NULL OR NOT is_access_token);
