-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Tier" AS ENUM ('FREE', 'STARTER', 'PRO', 'STUDIO', 'ENTERPRISE');

-- CreateEnum
CREATE TYPE "CreditEntryKind" AS ENUM ('GRANT', 'PURCHASE', 'HOLD', 'SETTLE', 'RELEASE', 'REFUND', 'EXPIRE', 'REVOKE', 'ADJUST');

-- CreateEnum
CREATE TYPE "LedgerAccount" AS ENUM ('AVAILABLE', 'HELD', 'GRANTS', 'REVENUE');

-- CreateEnum
CREATE TYPE "HoldStatus" AS ENUM ('OPEN', 'SETTLED', 'RELEASED');

-- CreateTable
CREATE TABLE "credit_account" (
    "user_id" TEXT NOT NULL,
    "tier" "Tier" NOT NULL DEFAULT 'FREE',
    "available" INTEGER NOT NULL DEFAULT 0,
    "held" INTEGER NOT NULL DEFAULT 0,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "credit_account_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "transfer" (
    "id" TEXT NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "user_id" TEXT NOT NULL,
    "kind" "CreditEntryKind" NOT NULL,
    "available_change" INTEGER NOT NULL,
    "available_after" INTEGER NOT NULL,
    "job_id" TEXT,
    "note" TEXT,
    "idempotency_key" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "transfer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "entry" (
    "transfer_id" TEXT NOT NULL,
    "account" "LedgerAccount" NOT NULL,
    "amount" INTEGER NOT NULL,

    CONSTRAINT "entry_pkey" PRIMARY KEY ("transfer_id","account")
);

-- CreateTable
CREATE TABLE "hold" (
    "job_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,
    "settled_amount" INTEGER NOT NULL DEFAULT 0,
    "status" "HoldStatus" NOT NULL DEFAULT 'OPEN',
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "hold_pkey" PRIMARY KEY ("job_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "transfer_seq_key" ON "transfer"("seq");

-- CreateIndex
CREATE UNIQUE INDEX "transfer_idempotency_key_key" ON "transfer"("idempotency_key");

-- CreateIndex
CREATE INDEX "transfer_user_id_seq_idx" ON "transfer"("user_id", "seq" DESC);

-- CreateIndex
CREATE INDEX "transfer_job_id_seq_idx" ON "transfer"("job_id", "seq");

-- CreateIndex
CREATE INDEX "hold_user_id_idx" ON "hold"("user_id");

-- CreateIndex
CREATE INDEX "hold_status_expires_at_idx" ON "hold"("status", "expires_at");

-- AddForeignKey
ALTER TABLE "transfer" ADD CONSTRAINT "transfer_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "credit_account"("user_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "entry" ADD CONSTRAINT "entry_transfer_id_fkey" FOREIGN KEY ("transfer_id") REFERENCES "transfer"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "hold" ADD CONSTRAINT "hold_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "credit_account"("user_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

