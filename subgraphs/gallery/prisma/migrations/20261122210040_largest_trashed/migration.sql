-- The trash in the order of size: it was sorted anew for each page.
CREATE INDEX CONCURRENTLY IF NOT EXISTS "images_largest_trashed"
    ON "images"("owner_id", (width * height) DESC, "created_at" DESC, "id" DESC)
    INCLUDE ("width", "height")
    WHERE "deleted_at" IS NOT NULL AND "purge_started_at" IS NULL;
