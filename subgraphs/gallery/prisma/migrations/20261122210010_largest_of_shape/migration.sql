-- Pictures of one shape are often of one size: the smallest shape was found behind all others, each row of which was read.
CREATE INDEX CONCURRENTLY IF NOT EXISTS "images_largest_of_shape"
    ON "images"("owner_id", image_shape("width", "height"), (width * height) DESC, "created_at" DESC, "id" DESC)
    INCLUDE ("width", "height")
    WHERE "deleted_at" IS NULL;
