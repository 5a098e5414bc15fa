-- What is emptied from the trash is removed in this order, some at a time: without it each time all of the rest was read and sorted.
CREATE INDEX CONCURRENTLY IF NOT EXISTS "images_purged_in_order"
    ON "images"("purge_started_at", "id")
    WHERE "purge_started_at" IS NOT NULL;
