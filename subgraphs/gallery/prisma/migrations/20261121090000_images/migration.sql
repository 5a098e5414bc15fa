-- Trigrams find any piece of a text, in every language. The extension is trusted: owning the database is enough.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- CreateTable
CREATE TABLE "images" (
    "id" UUID NOT NULL,
    "owner_id" TEXT NOT NULL,
    "asset_id" UUID NOT NULL,
    "thumbnail_asset_id" UUID NOT NULL,
    "thumbhash" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "prompt" TEXT,
    "negative_prompt" TEXT,
    "seed" BIGINT,
    "model_id" TEXT,
    "settings" JSONB,
    "job_id" UUID,
    "title" TEXT,
    "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "starred" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "images_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "images_newest_of_owner" ON "images"("owner_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "images_prompt_trigrams" ON "images" USING GIN ("prompt" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "images_title_trigrams" ON "images" USING GIN ("title" gin_trgm_ops);
