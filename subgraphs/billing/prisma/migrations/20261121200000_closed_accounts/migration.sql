-- When the person's account has gone: nothing is granted any more. The ledger stays, under a number that leads to nobody.

-- AlterTable
ALTER TABLE "credit_account" ADD COLUMN "closed_at" TIMESTAMPTZ(3);
