-- Words of pictures that went or were given other words. A task takes out of "image_words" what no picture has any more:
-- words of private prompts must not outlive them.
CREATE TABLE "image_words_left" (
    "id" BIGSERIAL NOT NULL,
    "word" TEXT NOT NULL,
    CONSTRAINT "image_words_left_pkey" PRIMARY KEY ("id")
);

-- Each deletion writes rows of its own, so that the task never takes the note of one that is not committed yet.
CREATE FUNCTION "note_words_left"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        INSERT INTO image_words_left (word)
        SELECT DISTINCT lexeme FROM removed, unnest(search_vector) WHERE lexeme ~ '^[a-z][a-z0-9]{2,39}$';
    ELSE
        INSERT INTO image_words_left (word)
        SELECT DISTINCT lexeme FROM removed JOIN added USING (id), unnest(removed.search_vector)
        WHERE added.search_vector <> removed.search_vector AND lexeme ~ '^[a-z][a-z0-9]{2,39}$';
    END IF;
    RETURN NULL;
END
$$;

CREATE TRIGGER "images_words_left_by_change" AFTER UPDATE ON "images" REFERENCING OLD TABLE AS removed NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION note_words_left();
CREATE TRIGGER "images_words_left_by_removal" AFTER DELETE ON "images" REFERENCING OLD TABLE AS removed
    FOR EACH STATEMENT EXECUTE FUNCTION note_words_left();

-- Whoever brings words shares this lock until the end of the transaction; the task takes words out only while nobody has it,
-- and so never one that a picture is about to have.
CREATE FUNCTION "share_image_words"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock_shared(hashtext('image_words'));
    RETURN NULL;
END
$$;

CREATE TRIGGER "images_share_words" BEFORE INSERT OR UPDATE OF "prompt", "title", "tags" ON "images"
    FOR EACH STATEMENT EXECUTE FUNCTION share_image_words();

-- What earlier pictures left behind is looked through once.
INSERT INTO "image_words_left" ("word") SELECT "word" FROM "image_words";
