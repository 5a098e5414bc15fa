-- Looks at links are kept for a while only.
CREATE INDEX "share_views_at" ON "share_views" ("at");
