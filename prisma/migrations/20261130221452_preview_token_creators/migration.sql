-- AlterTable
ALTER TABLE "personal_api_keys" ADD COLUMN     "created_with_id" UUID;
