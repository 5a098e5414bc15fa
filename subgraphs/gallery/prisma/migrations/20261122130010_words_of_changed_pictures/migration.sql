-- Which pictures were given other words is told by taking away one set from the other, not by a join: the plan of a trigger's
-- statement is kept from the first change of a connection, often of one picture, and would compare each picture of a later,
-- large change with each.
CREATE OR REPLACE FUNCTION "count_images"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO image_words SELECT DISTINCT lexeme FROM added, unnest(search_vector)
        WHERE lexeme ~ '^[a-z][a-z0-9]{2,39}$' ORDER BY lexeme ON CONFLICT DO NOTHING;
        INSERT INTO image_days AS d (owner_id, day, kept, starred, trashed)
        SELECT owner_id, (created_at AT TIME ZONE 'UTC')::date,
            count(*) FILTER (WHERE deleted_at IS NULL),
            count(*) FILTER (WHERE deleted_at IS NULL AND starred),
            count(*) FILTER (WHERE deleted_at IS NOT NULL AND purge_started_at IS NULL)
        FROM added GROUP BY 1, 2 ORDER BY 1, 2
        ON CONFLICT (owner_id, day) DO UPDATE SET
            kept = d.kept + excluded.kept, starred = d.starred + excluded.starred, trashed = d.trashed + excluded.trashed;
        INSERT INTO image_facets AS f (owner_id, kind, value, images)
        SELECT owner_id, kind, value, count(*) FROM added, LATERAL (
            SELECT 'shape' AS kind, image_shape(width, height) AS value
            UNION ALL SELECT 'model', model_id WHERE model_id IS NOT NULL
            UNION ALL SELECT 'tag', tag FROM unnest(tags) AS tag
        ) AS facet WHERE deleted_at IS NULL GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
        ON CONFLICT (owner_id, kind, value) DO UPDATE SET images = f.images + excluded.images;
    ELSE
        INSERT INTO image_words SELECT DISTINCT lexeme
        FROM (SELECT id, search_vector FROM added EXCEPT SELECT id, search_vector FROM removed) AS changed,
            unnest(search_vector)
        WHERE lexeme ~ '^[a-z][a-z0-9]{2,39}$'
        ORDER BY lexeme ON CONFLICT DO NOTHING;
        INSERT INTO image_days AS d (owner_id, day, kept, starred, trashed)
        SELECT owner_id, (created_at AT TIME ZONE 'UTC')::date,
            coalesce(sum(sign) FILTER (WHERE deleted_at IS NULL), 0),
            coalesce(sum(sign) FILTER (WHERE deleted_at IS NULL AND starred), 0),
            coalesce(sum(sign) FILTER (WHERE deleted_at IS NOT NULL AND purge_started_at IS NULL), 0)
        FROM (SELECT -1 AS sign, owner_id, created_at, deleted_at, purge_started_at, starred FROM removed
            UNION ALL SELECT 1, owner_id, created_at, deleted_at, purge_started_at, starred FROM added) AS change
        GROUP BY 1, 2 ORDER BY 1, 2
        ON CONFLICT (owner_id, day) DO UPDATE SET
            kept = d.kept + excluded.kept, starred = d.starred + excluded.starred, trashed = d.trashed + excluded.trashed;
        INSERT INTO image_facets AS f (owner_id, kind, value, images)
        SELECT owner_id, kind, value, sum(sign) FROM (
            SELECT -1 AS sign, owner_id, width, height, model_id, tags, deleted_at FROM removed
            UNION ALL SELECT 1, owner_id, width, height, model_id, tags, deleted_at FROM added
        ) AS change, LATERAL (
            SELECT 'shape' AS kind, image_shape(width, height) AS value
            UNION ALL SELECT 'model', model_id WHERE model_id IS NOT NULL
            UNION ALL SELECT 'tag', tag FROM unnest(tags) AS tag
        ) AS facet WHERE deleted_at IS NULL GROUP BY 1, 2, 3 HAVING sum(sign) <> 0 ORDER BY 1, 2, 3
        ON CONFLICT (owner_id, kind, value) DO UPDATE SET images = f.images + excluded.images;
    END IF;
    RETURN NULL;
END
$$;

CREATE OR REPLACE FUNCTION "note_words_left"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        INSERT INTO image_words_left (word)
        SELECT DISTINCT lexeme FROM removed, unnest(search_vector) WHERE lexeme ~ '^[a-z][a-z0-9]{2,39}$';
    ELSE
        INSERT INTO image_words_left (word)
        SELECT DISTINCT lexeme
        FROM (SELECT id, search_vector FROM removed EXCEPT SELECT id, search_vector FROM added) AS changed,
            unnest(search_vector)
        WHERE lexeme ~ '^[a-z][a-z0-9]{2,39}$';
    END IF;
    RETURN NULL;
END
$$;
