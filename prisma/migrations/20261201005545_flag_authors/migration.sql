-- AlterTable
ALTER TABLE "feature_flags" ADD COLUMN     "last_modified_by_id" INTEGER,
ADD COLUMN     "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- AddForeignKey
ALTER TABLE "feature_flags" ADD CONSTRAINT "feature_flags_last_modified_by_id_fkey" FOREIGN KEY ("last_modified_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

UPDATE "feature_flags" SET "updated_at" = "created_at";

-- Whatever writes a flag: its own mutations, and the tours whose targeting it holds.
CREATE FUNCTION touch_feature_flag() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.updated_at := clock_timestamp();
  RETURN NEW;
END
$$;

CREATE TRIGGER touch_feature_flag BEFORE UPDATE ON feature_flags FOR EACH ROW EXECUTE FUNCTION touch_feature_flag();

-- What `@current` names is kept with each credential on every node.
DROP TRIGGER announce_access_change ON users;
CREATE TRIGGER announce_access_change
  AFTER UPDATE OF is_active, current_project_id OR DELETE ON users
  FOR EACH ROW EXECUTE FUNCTION announce_access_change('userId', 'id');
