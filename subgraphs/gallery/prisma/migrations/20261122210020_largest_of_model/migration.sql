-- So are those of one model.
CREATE INDEX CONCURRENTLY IF NOT EXISTS "images_largest_of_model"
    ON "images"("owner_id", "model_id", (width * height) DESC, "created_at" DESC, "id" DESC)
    INCLUDE ("width", "height")
    WHERE "deleted_at" IS NULL;
