-- A place among the largest is found in the index alone. Width and height are in it once more because the planner does not see
-- them in the expression.
CREATE INDEX CONCURRENTLY IF NOT EXISTS "images_largest"
    ON "images"("owner_id", (width * height) DESC, "created_at" DESC, "id" DESC)
    INCLUDE ("width", "height")
    WHERE "deleted_at" IS NULL;
