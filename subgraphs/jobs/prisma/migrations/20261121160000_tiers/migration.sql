-- AlterTable
ALTER TABLE "job" ADD COLUMN "tier" TEXT NOT NULL DEFAULT 'FREE',
ADD COLUMN "title" TEXT,
ADD COLUMN "parent_id" UUID,
ADD COLUMN "handed_back" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN "planned_type" TEXT,
ADD COLUMN "planned_id" TEXT,
ADD COLUMN "credits_final" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN "promised_wait_ms" INTEGER,
ADD COLUMN "promised_ms" INTEGER;

-- Jobs that are there already: their tier was told by their priority, and what they cost is known when they have ended.
UPDATE "job" SET
  "tier" = (ARRAY['FREE', 'STARTER', 'PRO', 'STUDIO', 'ENTERPRISE'])[least(5, greatest(1, "priority" / 10 + 1))],
  "credits_final" = "status" IN ('COMPLETED', 'FAILED', 'CANCELED');

-- CreateIndex
CREATE INDEX "job_parent_id_idx" ON "job"("parent_id");

-- CreateIndex
CREATE INDEX "job_status_finished_at_idx" ON "job"("status", "finished_at" DESC);
