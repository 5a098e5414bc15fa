-- What people say about a picture, where it came from, and when its purge began.
ALTER TABLE "images"
    ADD COLUMN "note" TEXT,
    ADD COLUMN "parent_id" UUID,
    ADD COLUMN "task" TEXT,
    ADD COLUMN "batch_index" INTEGER,
    ADD COLUMN "purge_started_at" TIMESTAMPTZ(3);

UPDATE "images" SET "tags" = ARRAY[]::TEXT[] WHERE "tags" IS NULL;
ALTER TABLE "images" ALTER COLUMN "tags" SET NOT NULL;

-- All the words of a picture in one text, as search compares them: composed, lower case.
CREATE FUNCTION "image_text"(prompt TEXT, title TEXT, tags TEXT[]) RETURNS TEXT
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN lower(normalize(
        coalesce(title, '') || E'\n' || coalesce(prompt, '') || E'\n' || array_to_string(tags, E'\n'), NFC));

-- Korean words carry endings and are written together, so each pair of neighbouring syllables is a word of the index;
-- the last syllable of a run stands alone. '등대섬' becomes '등대 대섬 섬'.
CREATE FUNCTION "syllable_pairs"(words TEXT) RETURNS TEXT
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (
        SELECT coalesce(string_agg(substr(run, i, 2), ' '), '')
        FROM regexp_split_to_table(words, '[^가-힣]+') AS run, generate_series(1, length(run)) AS i
    );

ALTER TABLE "images"
    ADD COLUMN "search_text" TEXT NOT NULL GENERATED ALWAYS AS (image_text("prompt", "title", "tags")) STORED,
    ADD COLUMN "search_vector" TSVECTOR NOT NULL GENERATED ALWAYS AS (
        to_tsvector('english'::regconfig, image_text("prompt", "title", "tags"))
        || to_tsvector('simple'::regconfig, syllable_pairs(image_text("prompt", "title", "tags")))
    ) STORED;

DROP INDEX "images_prompt_trigrams";
DROP INDEX "images_title_trigrams";
DROP INDEX "images_newest_of_owner";

CREATE INDEX "images_words" ON "images" USING GIN ("search_vector") WITH (fastupdate = off);

-- The words that any picture has, once each. The beginning of a word stands for those that begin so, a misspelt one for the
-- likest; they are shown to nobody. Some thousand words are compared in no time, the trigrams of a million prompts are not.
CREATE TABLE "image_words" ("word" TEXT NOT NULL, CONSTRAINT "image_words_pkey" PRIMARY KEY ("word"));
CREATE INDEX "image_words_beginnings" ON "image_words" ("word" text_pattern_ops);
CREATE INDEX "image_words_trigrams" ON "image_words" USING GIN ("word" gin_trgm_ops);

-- Each list that people look at has an index in its order, without what the list leaves out.
CREATE INDEX "images_newest_of_owner" ON "images"("owner_id", "created_at" DESC, "id" DESC)
    WHERE "deleted_at" IS NULL;
CREATE INDEX "images_largest_of_owner" ON "images"("owner_id", (width * height) DESC, "created_at" DESC, "id" DESC)
    WHERE "deleted_at" IS NULL;
CREATE INDEX "images_of_model" ON "images"("owner_id", "model_id", "created_at" DESC, "id" DESC)
    WHERE "deleted_at" IS NULL;
CREATE INDEX "images_starred" ON "images"("owner_id", "created_at" DESC, "id" DESC)
    WHERE "starred" AND "deleted_at" IS NULL;
CREATE INDEX "images_trashed" ON "images"("owner_id", "created_at" DESC, "id" DESC)
    WHERE "deleted_at" IS NOT NULL AND "purge_started_at" IS NULL;
CREATE INDEX "images_to_purge" ON "images"("deleted_at")
    WHERE "deleted_at" IS NOT NULL;
CREATE INDEX "images_by_parent" ON "images"("parent_id", "created_at", "id")
    WHERE "parent_id" IS NOT NULL;

-- How many pictures each owner has on each day (UTC), so that a million are counted and jumped through without reading them.
CREATE TABLE "image_days" (
    "owner_id" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "kept" INTEGER NOT NULL DEFAULT 0,
    "starred" INTEGER NOT NULL DEFAULT 0,
    "trashed" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "image_days_pkey" PRIMARY KEY ("owner_id", "day")
);

-- How many kept pictures each owner has of each model, shape and tag.
CREATE TABLE "image_facets" (
    "owner_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "images" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "image_facets_pkey" PRIMARY KEY ("owner_id", "kind", "value")
);

CREATE FUNCTION "image_shape"(width INTEGER, height INTEGER) RETURNS TEXT
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN width * 10 > height * 11 THEN 'LANDSCAPE' WHEN height * 10 > width * 11 THEN 'PORTRAIT' ELSE 'SQUARE' END;

-- The counts change with their rows, in the same transaction. Rows are taken in one order, so that two bulk changes
-- wait for each other instead of embracing.
CREATE FUNCTION "count_images"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
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
        FROM added JOIN removed USING (id), unnest(added.search_vector)
        WHERE added.search_vector <> removed.search_vector AND lexeme ~ '^[a-z][a-z0-9]{2,39}$'
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

-- A deletion has no new rows; the same change with an empty "added".
CREATE FUNCTION "uncount_images"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO image_days AS d (owner_id, day, kept, starred, trashed)
    SELECT owner_id, (created_at AT TIME ZONE 'UTC')::date,
        -count(*) FILTER (WHERE deleted_at IS NULL),
        -count(*) FILTER (WHERE deleted_at IS NULL AND starred),
        -count(*) FILTER (WHERE deleted_at IS NOT NULL AND purge_started_at IS NULL)
    FROM removed GROUP BY 1, 2 ORDER BY 1, 2
    ON CONFLICT (owner_id, day) DO UPDATE SET
        kept = d.kept + excluded.kept, starred = d.starred + excluded.starred, trashed = d.trashed + excluded.trashed;
    INSERT INTO image_facets AS f (owner_id, kind, value, images)
    SELECT owner_id, kind, value, -count(*) FROM removed, LATERAL (
        SELECT 'shape' AS kind, image_shape(width, height) AS value
        UNION ALL SELECT 'model', model_id WHERE model_id IS NOT NULL
        UNION ALL SELECT 'tag', tag FROM unnest(tags) AS tag
    ) AS facet WHERE deleted_at IS NULL GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
    ON CONFLICT (owner_id, kind, value) DO UPDATE SET images = f.images + excluded.images;
    RETURN NULL;
END
$$;

INSERT INTO "image_days" ("owner_id", "day", "kept", "starred", "trashed")
SELECT owner_id, (created_at AT TIME ZONE 'UTC')::date,
    count(*) FILTER (WHERE deleted_at IS NULL),
    count(*) FILTER (WHERE deleted_at IS NULL AND starred),
    count(*) FILTER (WHERE deleted_at IS NOT NULL)
FROM "images" GROUP BY 1, 2;

INSERT INTO "image_facets" ("owner_id", "kind", "value", "images")
SELECT owner_id, kind, value, count(*) FROM "images", LATERAL (
    SELECT 'shape' AS kind, image_shape(width, height) AS value
    UNION ALL SELECT 'model', model_id WHERE model_id IS NOT NULL
    UNION ALL SELECT 'tag', tag FROM unnest(tags) AS tag
) AS facet WHERE deleted_at IS NULL GROUP BY 1, 2, 3;

INSERT INTO "image_words" SELECT DISTINCT lexeme FROM "images", unnest("search_vector") WHERE lexeme ~ '^[a-z][a-z0-9]{2,39}$';

CREATE TRIGGER "images_added" AFTER INSERT ON "images" REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION count_images();
CREATE TRIGGER "images_changed" AFTER UPDATE ON "images" REFERENCING OLD TABLE AS removed NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION count_images();
CREATE TRIGGER "images_removed" AFTER DELETE ON "images" REFERENCING OLD TABLE AS removed
    FOR EACH STATEMENT EXECUTE FUNCTION uncount_images();
