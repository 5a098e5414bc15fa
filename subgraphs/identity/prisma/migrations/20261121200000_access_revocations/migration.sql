-- Sessions and keys that ended before their time, for as long as an access token can outlive them.

-- CreateTable
CREATE TABLE "access_revocation" (
    "sequence" SERIAL NOT NULL,
    "user_id" TEXT NOT NULL,
    "session_id" TEXT,
    "api_key_id" TEXT,
    "revoked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "access_revocation_pkey" PRIMARY KEY ("sequence")
);

-- CreateIndex
CREATE INDEX "access_revocation_revoked_at_idx" ON "access_revocation"("revoked_at");
