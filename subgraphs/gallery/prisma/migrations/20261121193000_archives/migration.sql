-- Pictures packed into one file for their owner; a task packs them, assets keeps the file for a day.
CREATE TABLE "image_archives" (
    "id" UUID NOT NULL,
    "owner_id" TEXT NOT NULL,
    "image_ids" UUID[] NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'PREPARING',
    "packed_count" INTEGER NOT NULL DEFAULT 0,
    "size_bytes" BIGINT,
    "asset_id" UUID,
    "problem" TEXT,
    "tries" INTEGER NOT NULL DEFAULT 0,
    -- When a task may take it: at once, after a failure, or when the task that has it is taken for dead.
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "image_archives_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "image_archives_due" ON "image_archives"("due_at") WHERE "state" = 'PREPARING';
CREATE INDEX "image_archives_of_owner" ON "image_archives"("owner_id", "created_at" DESC);
CREATE INDEX "image_archives_expired" ON "image_archives"("expires_at");
