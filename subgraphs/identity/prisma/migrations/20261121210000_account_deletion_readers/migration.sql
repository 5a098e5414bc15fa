-- How far each service has come with removing what was left of accounts that have gone.

-- CreateTable
CREATE TABLE "account_deletion_reader" (
    "service" TEXT NOT NULL,
    "through" INTEGER NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "account_deletion_reader_pkey" PRIMARY KEY ("service")
);
