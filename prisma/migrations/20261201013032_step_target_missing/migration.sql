-- AlterEnum
ALTER TYPE "tour_metric_kind" ADD VALUE 'STEP_TARGET_MISSING';
