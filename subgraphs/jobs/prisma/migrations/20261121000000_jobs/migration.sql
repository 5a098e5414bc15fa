-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "job" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "owner_id" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "quoted_credits" INTEGER NOT NULL,
    "charged_credits" INTEGER,
    "refunded_credits" INTEGER,
    "estimated_ms" INTEGER NOT NULL,
    "priority" INTEGER NOT NULL,
    "payload" JSONB NOT NULL,
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "sealed" BOOLEAN NOT NULL DEFAULT false,
    "error_code" TEXT,
    "error_retryable" BOOLEAN,
    "result_type" TEXT,
    "result_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "job_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "job_owner_id_created_at_id_idx" ON "job"("owner_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "job_status_priority_created_at_id_idx" ON "job"("status", "priority" DESC, "created_at", "id");

