-- What is to be seen to in the bucket, beside the pictures themselves. Noted together with what made it due; a task does it and
-- takes it out.
CREATE TABLE "bucket_chores" (
    "id" BIGSERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "owner_id" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "tries" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "bucket_chores_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "bucket_chores_due" ON "bucket_chores"("kind", "due_at");

-- What earlier pictures were made from is written as well.
INSERT INTO "bucket_chores" ("kind", "subject", "owner_id")
SELECT 'IMAGE', "id"::text, "owner_id" FROM "images" WHERE "purge_started_at" IS NULL;
