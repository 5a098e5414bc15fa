-- Each owner has words of their own, counted like all that is counted of their pictures: what a misspelt search is led to depends
-- on nobody else's prompts, and tells nothing of them. Pictures wait until the words of those that are there have been counted.
CREATE EXTENSION IF NOT EXISTS btree_gin;

DROP TRIGGER "images_share_words" ON "images";
DROP FUNCTION "share_image_words";
DROP TRIGGER "images_words_left_by_change" ON "images";
DROP TRIGGER "images_words_left_by_removal" ON "images";
DROP FUNCTION "note_words_left";
DROP TABLE "image_words_left";
DROP TABLE "image_words";

CREATE TABLE "image_words" (
    "owner_id" TEXT NOT NULL,
    -- In the order of its bytes, so that the words that begin alike stand together.
    "word" TEXT COLLATE "C" NOT NULL,
    "images" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "image_words_pkey" PRIMARY KEY ("owner_id", "word")
);

-- The same without the words, which have a function of their own.
CREATE OR REPLACE FUNCTION "count_images"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
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

-- Words come after all other counts, whatever happens to a picture, so that two changes wait for each other instead of embracing.
CREATE FUNCTION "count_words"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO image_words AS w (owner_id, word, images)
        SELECT owner_id, lexeme, count(*) FROM added, unnest(search_vector)
        WHERE lexeme ~ '^[a-z][a-z0-9]{2,39}$' GROUP BY 1, 2 ORDER BY 1, 2
        ON CONFLICT (owner_id, word) DO UPDATE SET images = w.images + excluded.images;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO image_words AS w (owner_id, word, images)
        SELECT owner_id, lexeme, -count(*) FROM removed, unnest(search_vector)
        WHERE lexeme ~ '^[a-z][a-z0-9]{2,39}$' GROUP BY 1, 2 ORDER BY 1, 2
        ON CONFLICT (owner_id, word) DO UPDATE SET images = w.images + excluded.images;
    ELSE
        INSERT INTO image_words AS w (owner_id, word, images)
        SELECT owner_id, lexeme, sum(sign) FROM (
            SELECT -1 AS sign, owner_id, search_vector FROM
                (SELECT id, owner_id, search_vector FROM removed EXCEPT SELECT id, owner_id, search_vector FROM added) AS before
            UNION ALL SELECT 1, owner_id, search_vector FROM
                (SELECT id, owner_id, search_vector FROM added EXCEPT SELECT id, owner_id, search_vector FROM removed) AS now
        ) AS change, unnest(search_vector)
        WHERE lexeme ~ '^[a-z][a-z0-9]{2,39}$' GROUP BY 1, 2 HAVING sum(sign) <> 0 ORDER BY 1, 2
        ON CONFLICT (owner_id, word) DO UPDATE SET images = w.images + excluded.images;
    END IF;
    RETURN NULL;
END
$$;

CREATE TRIGGER "images_added_words" AFTER INSERT ON "images" REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION count_words();
CREATE TRIGGER "images_changed_words" AFTER UPDATE ON "images" REFERENCING OLD TABLE AS removed NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION count_words();
CREATE TRIGGER "images_removed_words" AFTER DELETE ON "images" REFERENCING OLD TABLE AS removed
    FOR EACH STATEMENT EXECUTE FUNCTION count_words();

-- A changed prompt or title may have brought a word down to nothing too.
CREATE OR REPLACE FUNCTION "note_counts_left"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        INSERT INTO image_counts_left (owner_id) SELECT DISTINCT owner_id FROM removed;
    ELSE
        INSERT INTO image_counts_left (owner_id) SELECT DISTINCT owner_id FROM (
            SELECT id, owner_id, created_at, deleted_at IS NULL, purge_started_at IS NULL, width, height, model_id, tags, search_vector FROM removed
            EXCEPT
            SELECT id, owner_id, created_at, deleted_at IS NULL, purge_started_at IS NULL, width, height, model_id, tags, search_vector FROM added
        ) AS changed;
    END IF;
    RETURN NULL;
END
$$;

INSERT INTO "image_words" ("owner_id", "word", "images")
SELECT owner_id, lexeme, count(*) FROM "images", unnest("search_vector")
WHERE lexeme ~ '^[a-z][a-z0-9]{2,39}$' GROUP BY 1, 2;

CREATE INDEX "image_words_trigrams" ON "image_words" USING GIN ("owner_id", "word" gin_trgm_ops);
-- What is taken out is found without reading an owner's other words.
CREATE INDEX "image_words_empty" ON "image_words" ("owner_id") WHERE "images" = 0;
