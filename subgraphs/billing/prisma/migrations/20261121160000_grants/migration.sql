-- Credits come in grants with an expiry, and every hold knows which grants it is made of.

-- CreateEnum
CREATE TYPE "GrantSource" AS ENUM ('PLAN', 'GIFT', 'PURCHASE');

-- AlterEnum
ALTER TYPE "LedgerAccount" ADD VALUE 'EXPIRED';
ALTER TYPE "LedgerAccount" ADD VALUE 'REVOKED';

-- AlterTable
ALTER TABLE "hold"
  ADD COLUMN "refunded_amount" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "parts" JSONB NOT NULL DEFAULT '[]';

-- AlterTable
ALTER TABLE "transfer"
  ADD COLUMN "amount" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "key_content" TEXT;

-- CreateTable
CREATE TABLE "credit_grant" (
    "key" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "source" "GrantSource" NOT NULL,
    "amount" INTEGER NOT NULL,
    "remaining" INTEGER NOT NULL,
    "revoke_target" INTEGER NOT NULL DEFAULT 0,
    "revoked" INTEGER NOT NULL DEFAULT 0,
    "expires_at" TIMESTAMPTZ(3),
    "closed" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "credit_grant_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "credit_grant_user_id_idx" ON "credit_grant"("user_id");

-- AddForeignKey
ALTER TABLE "credit_grant" ADD CONSTRAINT "credit_grant_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "credit_account"("user_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- What there was before grants becomes one grant without expiry for each account.
INSERT INTO "credit_grant" ("key", "user_id", "source", "amount", "remaining", "created_at")
  SELECT 'before-grants:' || "user_id", "user_id", 'GIFT', "available" + "held", "available", "opened_at"
  FROM "credit_account" WHERE "available" + "held" > 0;
UPDATE "hold" SET "parts" = jsonb_build_array(jsonb_build_object('grant', 'before-grants:' || "user_id", 'amount', "amount"))
  WHERE "status" = 'OPEN';
ALTER TABLE "transfer" DISABLE TRIGGER "transfer_append_only";
UPDATE "transfer" SET "amount" = (SELECT max("entry"."amount") FROM "entry" WHERE "entry"."transfer_id" = "transfer"."id");
ALTER TABLE "transfer" ENABLE TRIGGER "transfer_append_only";

-- What must hold whatever the code does.
ALTER TABLE "credit_grant"
  ADD CONSTRAINT "credit_grant_within_amount" CHECK ("amount" >= 0 AND "remaining" >= 0 AND "remaining" + "revoked" <= "amount"),
  ADD CONSTRAINT "credit_grant_revoked_within_target" CHECK ("revoked" BETWEEN 0 AND "revoke_target" AND "revoke_target" <= "amount");
ALTER TABLE "hold"
  ADD CONSTRAINT "hold_refunded_within_settled" CHECK ("refunded_amount" BETWEEN 0 AND "settled_amount");

-- The hot path looks at what can still be used, and the sweeps at what is due.
CREATE INDEX "credit_grant_usable" ON "credit_grant" ("user_id") WHERE "remaining" > 0;
CREATE INDEX "credit_grant_due" ON "credit_grant" ("expires_at") WHERE "remaining" > 0;
CREATE INDEX "hold_open_of_user" ON "hold" ("user_id", "expires_at") WHERE "status" = 'OPEN';

-- The same checks as before, for all rows of a statement at once: a batch of holds asks two questions, not two for each.
CREATE OR REPLACE FUNCTION "ledger_check_entries"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  "wrong" TEXT;
BEGIN
  SELECT "entry"."transfer_id" INTO "wrong" FROM "entry"
    WHERE "entry"."transfer_id" IN (SELECT "transfer_id" FROM "inserted")
    GROUP BY "entry"."transfer_id" HAVING count(*) <> 2 OR sum("amount") <> 0 LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'transfer % is not balanced', "wrong" USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION "ledger_check_transfer"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "entry" WHERE "transfer_id" = NEW."id") THEN
    RAISE EXCEPTION 'transfer % is not balanced: it has no sides', NEW."id" USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
