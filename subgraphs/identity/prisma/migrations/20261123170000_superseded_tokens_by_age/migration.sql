-- The sweep finds tokens that have long been replaced by their age; refreshes go on while this is built.
CREATE INDEX CONCURRENTLY IF NOT EXISTS "superseded_token_superseded_at_idx" ON "superseded_token"("superseded_at");
