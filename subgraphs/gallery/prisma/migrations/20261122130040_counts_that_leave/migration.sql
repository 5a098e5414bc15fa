-- Whose counts may have come down to nothing. A task removes such rows: the text of a tag must not outlive the pictures that
-- had it.
CREATE TABLE "image_counts_left" (
    "id" BIGSERIAL NOT NULL,
    "owner_id" TEXT NOT NULL,
    CONSTRAINT "image_counts_left_pkey" PRIMARY KEY ("id")
);

CREATE FUNCTION "note_counts_left"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        INSERT INTO image_counts_left (owner_id) SELECT DISTINCT owner_id FROM removed;
    ELSE
        INSERT INTO image_counts_left (owner_id) SELECT DISTINCT owner_id FROM (
            SELECT id, owner_id, created_at, deleted_at IS NULL, purge_started_at IS NULL, width, height, model_id, tags FROM removed
            EXCEPT
            SELECT id, owner_id, created_at, deleted_at IS NULL, purge_started_at IS NULL, width, height, model_id, tags FROM added
        ) AS changed;
    END IF;
    RETURN NULL;
END
$$;

CREATE TRIGGER "images_counts_left_by_change" AFTER UPDATE ON "images" REFERENCING OLD TABLE AS removed NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION note_counts_left();
CREATE TRIGGER "images_counts_left_by_removal" AFTER DELETE ON "images" REFERENCING OLD TABLE AS removed
    FOR EACH STATEMENT EXECUTE FUNCTION note_counts_left();

-- What earlier pictures left behind is looked through once.
INSERT INTO "image_counts_left" ("owner_id")
SELECT "owner_id" FROM "image_facets" WHERE "images" = 0
UNION SELECT "owner_id" FROM "image_facet_days" WHERE "images" = 0
UNION SELECT "owner_id" FROM "image_days" WHERE "kept" = 0 AND "trashed" = 0;
