-- A link to a picture that may be kept gives out a copy of its own. It is made when the link is, and removed when that ends: by its
-- owner, by time, by its last look (after the minutes that its addresses work), and with the picture.
CREATE FUNCTION "note_copy_of_link"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
DECLARE
    link shares := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
BEGIN
    IF link.image_id IS NULL OR NOT link.allow_download THEN
        RETURN NULL;
    END IF;
    INSERT INTO bucket_chores (kind, subject, owner_id, due_at)
    VALUES ('SHARE', link.token_hash, link.owner_id, CURRENT_TIMESTAMP + TG_ARGV[0]::interval);
    IF TG_OP = 'INSERT' AND link.expires_at IS NOT NULL THEN
        INSERT INTO bucket_chores (kind, subject, owner_id, due_at)
        VALUES ('SHARE', link.token_hash, link.owner_id, link.expires_at);
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER "shares_made" AFTER INSERT ON "shares" FOR EACH ROW EXECUTE FUNCTION note_copy_of_link('0');
CREATE TRIGGER "shares_revoked" AFTER UPDATE OF "revoked_at" ON "shares"
    FOR EACH ROW WHEN (OLD."revoked_at" IS DISTINCT FROM NEW."revoked_at") EXECUTE FUNCTION note_copy_of_link('0');
CREATE TRIGGER "shares_used_up" AFTER UPDATE OF "view_count" ON "shares"
    FOR EACH ROW WHEN (NEW."view_count" >= NEW."view_limit") EXECUTE FUNCTION note_copy_of_link('310 seconds');
CREATE TRIGGER "shares_removed" AFTER DELETE ON "shares" FOR EACH ROW EXECUTE FUNCTION note_copy_of_link('0');

CREATE FUNCTION "note_copies_of_picture"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO bucket_chores (kind, subject, owner_id)
    SELECT 'SHARE', token_hash, owner_id FROM shares WHERE image_id = NEW.id AND allow_download;
    RETURN NULL;
END
$$;
CREATE TRIGGER "images_trashed_copies" AFTER UPDATE OF "deleted_at" ON "images"
    FOR EACH ROW WHEN (OLD."deleted_at" IS DISTINCT FROM NEW."deleted_at") EXECUTE FUNCTION note_copies_of_picture();

-- Links of before have none yet; those that have ended need none.
INSERT INTO "bucket_chores" ("kind", "subject", "owner_id", "due_at")
SELECT 'SHARE', "token_hash", "owner_id", due FROM "shares",
    LATERAL (SELECT CURRENT_TIMESTAMP AS due UNION ALL SELECT "expires_at" WHERE "expires_at" IS NOT NULL) AS times
WHERE "image_id" IS NOT NULL AND "allow_download" AND "revoked_at" IS NULL;
