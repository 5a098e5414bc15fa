CREATE TABLE "boards" (
    "id" UUID NOT NULL,
    "owner_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    -- Boards stand in this order; a board moved between two others gets a place between theirs.
    "place" DOUBLE PRECISION NOT NULL,
    "cover_image_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "boards_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "boards_cover_image_id_fkey" FOREIGN KEY ("cover_image_id") REFERENCES "images"("id") ON DELETE SET NULL ON UPDATE CASCADE
);
CREATE INDEX "boards_of_owner" ON "boards"("owner_id", "place", "id");
CREATE INDEX "boards_by_cover" ON "boards"("cover_image_id");

CREATE TABLE "board_images" (
    "board_id" UUID NOT NULL,
    "image_id" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "board_images_pkey" PRIMARY KEY ("board_id", "image_id"),
    CONSTRAINT "board_images_board_id_fkey" FOREIGN KEY ("board_id") REFERENCES "boards"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "board_images_image_id_fkey" FOREIGN KEY ("image_id") REFERENCES "images"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "boards_of_image" ON "board_images"("image_id");

-- A link that shows one picture to whoever has it. The token itself is nowhere.
CREATE TABLE "shares" (
    "id" UUID NOT NULL,
    "image_id" UUID NOT NULL,
    "owner_id" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "password_hash" TEXT,
    "expires_at" TIMESTAMPTZ(3),
    "view_limit" INTEGER,
    "view_count" INTEGER NOT NULL DEFAULT 0,
    "allow_download" BOOLEAN NOT NULL DEFAULT true,
    "show_prompt" BOOLEAN NOT NULL DEFAULT false,
    "revoked_at" TIMESTAMPTZ(3),
    -- Wrong passwords since the first of a row of them.
    "misses" INTEGER NOT NULL DEFAULT 0,
    "misses_since" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "shares_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "shares_image_id_fkey" FOREIGN KEY ("image_id") REFERENCES "images"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "shares_token_hash_key" ON "shares"("token_hash");
CREATE INDEX "shares_of_image" ON "shares"("image_id", "created_at" DESC);

-- Who looked, as far as one may know: when, and with what kind of outcome.
CREATE TABLE "share_views" (
    "id" BIGSERIAL NOT NULL,
    "share_id" UUID NOT NULL,
    "outcome" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "share_views_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "share_views_share_id_fkey" FOREIGN KEY ("share_id") REFERENCES "shares"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "share_views_latest" ON "share_views"("share_id", "id" DESC);
