-- When each thing was last known to sell something of ours, and what: it stays known when the settings name its variant no more.

-- AlterTable
ALTER TABLE "payment_fact" ADD COLUMN "sold" TEXT;

UPDATE "payment_fact" SET "sold" = ("body" ->> 'updatedAt') || ' ' || ("body" ->> 'product') WHERE "body" ->> 'product' IS NOT NULL;
