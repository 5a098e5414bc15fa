-- The starred ones of a model: they were found among all that are starred, each row of which had to be read. Pictures come
-- unstarred, so one more costs nothing when it comes in.
CREATE INDEX "images_starred_of_model" ON "images"("owner_id", "model_id", "created_at" DESC, "id" DESC)
    WHERE "starred" AND "deleted_at" IS NULL;

-- A place among the largest of a filter is found in the index alone: it holds what filters ask for. Width and height are in it
-- once more because the planner does not see them in the expression.
DROP INDEX "images_largest_of_owner";
CREATE INDEX "images_largest_of_owner" ON "images"("owner_id", (width * height) DESC, "created_at" DESC, "id" DESC)
    INCLUDE ("width", "height", "model_id", "starred")
    WHERE "deleted_at" IS NULL;
