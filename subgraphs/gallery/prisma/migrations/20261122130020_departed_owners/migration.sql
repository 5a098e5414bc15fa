-- People whose account has gone, for a day: a job that was under way may bring a picture after all else was removed.
CREATE TABLE "departed_owners" (
    "owner_id" TEXT NOT NULL,
    "departed_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "departed_owners_pkey" PRIMARY KEY ("owner_id")
);
