-- How many pictures of a size each owner has on each day: the largest first can be opened at any place.
CREATE OR REPLACE FUNCTION "count_facet_days"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO image_facet_days AS f (owner_id, kind, value, day, images)
        SELECT owner_id, kind, value, (created_at AT TIME ZONE 'UTC')::date, count(*)
        FROM added, LATERAL (
            SELECT 'shape' AS kind, image_shape(width, height) AS value
            UNION ALL SELECT 'pixels', (width * height)::text
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
            UNION ALL SELECT 'pixels', (width * height)::text
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
            UNION ALL SELECT 'pixels', (width * height)::text
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
SELECT owner_id, 'pixels', (width * height)::text, (created_at AT TIME ZONE 'UTC')::date, count(*)
FROM "images" WHERE deleted_at IS NULL GROUP BY 1, 2, 3, 4;
