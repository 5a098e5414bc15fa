-- The starred ones of a model: they were found among all that are starred, each row of which had to be read. Pictures come
-- unstarred, so one more costs nothing when it comes in.
CREATE INDEX CONCURRENTLY IF NOT EXISTS "images_starred_of_model"
    ON "images"("owner_id", "model_id", "created_at" DESC, "id" DESC)
    WHERE "starred" AND "deleted_at" IS NULL;
