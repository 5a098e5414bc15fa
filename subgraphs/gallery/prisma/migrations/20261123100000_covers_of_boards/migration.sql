-- A board's cover is to be made anew when what it shows changes. Some seconds later, so that many changes in a row make one cover;
-- until then none is shown, for the one that is there shows something else.
CREATE FUNCTION "note_covers_of_places"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO bucket_chores (kind, subject, owner_id, due_at)
    SELECT 'BOARD', boards.id::text, boards.owner_id, CURRENT_TIMESTAMP + interval '3 seconds'
    FROM (SELECT DISTINCT board_id FROM changed) AS changed JOIN boards ON boards.id = changed.board_id;
    RETURN NULL;
END
$$;
CREATE TRIGGER "board_images_added" AFTER INSERT ON "board_images" REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION note_covers_of_places();
CREATE TRIGGER "board_images_removed" AFTER DELETE ON "board_images" REFERENCING OLD TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION note_covers_of_places();

CREATE FUNCTION "note_cover_of_board"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO bucket_chores (kind, subject, owner_id, due_at)
    VALUES ('BOARD', OLD.id::text, OLD.owner_id, CURRENT_TIMESTAMP + interval '3 seconds');
    RETURN NULL;
END
$$;
CREATE TRIGGER "boards_covered" AFTER UPDATE OF "cover_image_id" ON "boards"
    FOR EACH ROW WHEN (OLD."cover_image_id" IS DISTINCT FROM NEW."cover_image_id") EXECUTE FUNCTION note_cover_of_board();
CREATE TRIGGER "boards_removed" AFTER DELETE ON "boards" FOR EACH ROW EXECUTE FUNCTION note_cover_of_board();

-- Into the trash and out of it. Row by row: most changes of pictures are none of these, and then nothing is asked.
CREATE FUNCTION "note_covers_of_picture"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO bucket_chores (kind, subject, owner_id, due_at)
    SELECT 'BOARD', board_id::text, NEW.owner_id, CURRENT_TIMESTAMP + interval '3 seconds'
    FROM board_images WHERE image_id = NEW.id;
    RETURN NULL;
END
$$;
CREATE TRIGGER "images_trashed_covers" AFTER UPDATE OF "deleted_at" ON "images"
    FOR EACH ROW WHEN (OLD."deleted_at" IS DISTINCT FROM NEW."deleted_at") EXECUTE FUNCTION note_covers_of_picture();

INSERT INTO "bucket_chores" ("kind", "subject", "owner_id")
SELECT 'BOARD', "id"::text, "owner_id" FROM "boards" WHERE EXISTS (SELECT 1 FROM "board_images" WHERE "board_id" = "boards"."id");
