-- What people pay for: facts of the payment provider, webhooks as they came, agreements, and the standing that follows.

-- AlterTable
ALTER TABLE "credit_account"
  ADD COLUMN "standing" JSONB,
  ADD COLUMN "terms_version" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "changes_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "payment_fact" (
    "provider" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "user_id" TEXT,
    "rank" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "payment_fact_pkey" PRIMARY KEY ("provider","kind","id")
);

-- CreateTable
CREATE TABLE "webhook_event" (
    "id" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "body" BYTEA NOT NULL,
    "signature" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "event" TEXT,
    "outcome" TEXT,
    "processed_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "checkout" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "product" TEXT NOT NULL,
    "email" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "checkout_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enterprise_request" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "organisation" TEXT NOT NULL,
    "contact_email" TEXT NOT NULL,
    "people" INTEGER NOT NULL,
    "message" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "enterprise_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enterprise_agreement" (
    "user_id" TEXT NOT NULL,
    "terms" JSONB NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "activated_by" TEXT NOT NULL,

    CONSTRAINT "enterprise_agreement_pkey" PRIMARY KEY ("user_id")
);

-- CreateIndex
CREATE INDEX "credit_account_changes_at_idx" ON "credit_account"("changes_at");

-- CreateIndex
CREATE INDEX "payment_fact_user_id_idx" ON "payment_fact"("user_id");

-- CreateIndex
CREATE INDEX "webhook_event_received_at_idx" ON "webhook_event"("received_at");

-- CreateIndex
CREATE INDEX "checkout_email_idx" ON "checkout"("email");

-- CreateIndex
CREATE INDEX "checkout_user_id_created_at_idx" ON "checkout"("user_id", "created_at");

-- CreateIndex
CREATE INDEX "enterprise_request_user_id_idx" ON "enterprise_request"("user_id");

-- Those who were here before get their next free month like everybody else.
UPDATE "credit_account" SET "changes_at" = "opened_at" + interval '1 month';

-- A person has one request open at a time, and the facts nobody is known for are looked through again and again.
CREATE UNIQUE INDEX "enterprise_request_one_open" ON "enterprise_request" ("user_id") WHERE "answered_at" IS NULL;
CREATE INDEX "payment_fact_of_nobody" ON "payment_fact" ("provider") WHERE "user_id" IS NULL;
