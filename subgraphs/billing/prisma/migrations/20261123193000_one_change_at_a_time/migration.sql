-- Who is changing their plan right now: a second change waits until the provider has answered the first.

-- CreateTable
CREATE TABLE "subscription_change" (
    "user_id" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "subscription_change_pkey" PRIMARY KEY ("user_id")
);
