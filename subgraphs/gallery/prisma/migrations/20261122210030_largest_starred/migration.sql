-- Few are starred: they were looked for among all. A picture that comes in unstarred costs nothing here.
CREATE INDEX CONCURRENTLY IF NOT EXISTS "images_largest_starred"
    ON "images"("owner_id", (width * height) DESC, "created_at" DESC, "id" DESC)
    INCLUDE ("width", "height")
    WHERE "starred" AND "deleted_at" IS NULL;
