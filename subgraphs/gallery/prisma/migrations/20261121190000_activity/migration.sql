-- What happened lately is read per person, newest first: each kind of event has an index in that order.
ALTER TABLE "share_views" ADD COLUMN "owner_id" TEXT;
UPDATE "share_views" SET "owner_id" = "shares"."owner_id" FROM "shares" WHERE "shares"."id" = "share_views"."share_id";
ALTER TABLE "share_views" ALTER COLUMN "owner_id" SET NOT NULL;

CREATE INDEX "share_views_of_owner" ON "share_views"("owner_id", "at" DESC, "id" DESC) WHERE "outcome" = 'SHOWN';
CREATE INDEX "shares_of_owner" ON "shares"("owner_id", "created_at" DESC, "id" DESC);
CREATE INDEX "shares_revoked_of_owner" ON "shares"("owner_id", "revoked_at" DESC, "id" DESC) WHERE "revoked_at" IS NOT NULL;
CREATE INDEX "boards_made_of_owner" ON "boards"("owner_id", "created_at" DESC, "id" DESC);
