-- A link shows a picture or a board.
ALTER TABLE "shares" ALTER COLUMN "image_id" DROP NOT NULL;
ALTER TABLE "shares" ADD COLUMN "board_id" UUID;
ALTER TABLE "shares" ADD CONSTRAINT "shares_board_id_fkey" FOREIGN KEY ("board_id") REFERENCES "boards"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "shares" ADD CONSTRAINT "shares_show_one_thing" CHECK (num_nonnulls("image_id", "board_id") = 1);
CREATE INDEX "shares_of_board" ON "shares"("board_id", "created_at" DESC) WHERE "board_id" IS NOT NULL;

-- Whoever looks at a board goes on through its pages by this, without it counting as another look.
ALTER TABLE "share_views" ADD COLUMN "visit_hash" TEXT;
CREATE UNIQUE INDEX "share_views_visits" ON "share_views"("visit_hash") WHERE "visit_hash" IS NOT NULL;

-- How often somebody guessed wrong lately; who it was is kept as a hash, and for minutes.
CREATE TABLE "guess_counts" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" TIMESTAMPTZ(3),
    CONSTRAINT "guess_counts_pkey" PRIMARY KEY ("key")
);
CREATE INDEX "guess_counts_expired" ON "guess_counts"("expire");
