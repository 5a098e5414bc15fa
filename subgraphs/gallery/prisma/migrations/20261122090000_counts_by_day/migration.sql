-- Lists of one shape are walked in their order like those of one model; those of a tag that few pictures have are found by it.
CREATE INDEX "images_of_shape" ON "images"("owner_id", image_shape("width", "height"), "created_at" DESC, "id" DESC)
    WHERE "deleted_at" IS NULL;
CREATE INDEX "images_tags" ON "images" USING GIN ("tags") WITH (fastupdate = off)
    WHERE "deleted_at" IS NULL;

-- How many kept pictures of a model, shape or tag each owner has on each day (UTC): their timelines are told, and their pages
-- found by place, without reading pictures.
CREATE TABLE "image_facet_days" (
    "owner_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "images" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "image_facet_days_pkey" PRIMARY KEY ("owner_id", "kind", "value", "day")
);

-- As with the other counts: they change with their rows, in the same transaction, and rows are taken in one order.
CREATE FUNCTION "count_facet_days"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO image_facet_days AS f (owner_id, kind, value, day, images)
        SELECT owner_id, kind, value, (created_at AT TIME ZONE 'UTC')::date, count(*)
        FROM added, LATERAL (
            SELECT 'shape' AS kind, image_shape(width, height) AS value
            UNION ALL SELECT 'model', model_id WHERE model_id IS NOT NULL
            UNION ALL SELECT 'tag', tag FROM unnest(tags) AS tag
        ) AS facet
        WHERE deleted_at IS NULL GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
        ON CONFLICT (owner_id, kind, value, day) DO UPDATE SET images = f.images + excluded.images;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO image_facet_days AS f (owner_id, kind, value, day, images)
        SELECT owner_id, kind, value, (created_at AT TIME ZONE 'UTC')::date, -count(*)
        FROM removed, LATERAL (
            SELECT 'shape' AS kind, image_shape(width, height) AS value
            UNION ALL SELECT 'model', model_id WHERE model_id IS NOT NULL
            UNION ALL SELECT 'tag', tag FROM unnest(tags) AS tag
        ) AS facet
        WHERE deleted_at IS NULL GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
        ON CONFLICT (owner_id, kind, value, day) DO UPDATE SET images = f.images + excluded.images;
    ELSE
        INSERT INTO image_facet_days AS f (owner_id, kind, value, day, images)
        SELECT owner_id, kind, value, (created_at AT TIME ZONE 'UTC')::date, sum(sign)
        FROM (
            SELECT -1 AS sign, owner_id, width, height, model_id, tags, created_at, deleted_at FROM removed
            UNION ALL SELECT 1, owner_id, width, height, model_id, tags, created_at, deleted_at FROM added
        ) AS change, LATERAL (
            SELECT 'shape' AS kind, image_shape(width, height) AS value
            UNION ALL SELECT 'model', model_id WHERE model_id IS NOT NULL
            UNION ALL SELECT 'tag', tag FROM unnest(tags) AS tag
        ) AS facet
        WHERE deleted_at IS NULL GROUP BY 1, 2, 3, 4 HAVING sum(sign) <> 0 ORDER BY 1, 2, 3, 4
        ON CONFLICT (owner_id, kind, value, day) DO UPDATE SET images = f.images + excluded.images;
    END IF;
    RETURN NULL;
END
$$;

INSERT INTO "image_facet_days" ("owner_id", "kind", "value", "day", "images")
SELECT owner_id, kind, value, (created_at AT TIME ZONE 'UTC')::date, count(*)
FROM "images", LATERAL (
        SELECT 'shape' AS kind, image_shape(width, height) AS value
        UNION ALL SELECT 'model', model_id WHERE model_id IS NOT NULL
        UNION ALL SELECT 'tag', tag FROM unnest(tags) AS tag
    ) AS facet
WHERE deleted_at IS NULL GROUP BY 1, 2, 3, 4;

CREATE TRIGGER "images_facet_days_added" AFTER INSERT ON "images" REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION count_facet_days();
CREATE TRIGGER "images_facet_days_changed" AFTER UPDATE ON "images" REFERENCING OLD TABLE AS removed NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION count_facet_days();
CREATE TRIGGER "images_facet_days_removed" AFTER DELETE ON "images" REFERENCING OLD TABLE AS removed
    FOR EACH STATEMENT EXECUTE FUNCTION count_facet_days();
