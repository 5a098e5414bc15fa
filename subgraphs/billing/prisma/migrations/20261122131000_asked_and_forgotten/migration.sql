-- When the provider was last asked about a subscription: the day's questions come to all of them in turn.

-- AlterTable
ALTER TABLE "payment_fact" ADD COLUMN "asked_at" TIMESTAMPTZ(3);

-- What sorts facts names nobody any more, nor do facts of people who have gone.
UPDATE "payment_fact" SET "rank" = regexp_replace("rank", '\["email",(null|"([^"\\]|\\.)*")\],', '');
UPDATE "payment_fact" SET "body" = jsonb_set("payment_fact"."body", '{email}', 'null')
  FROM "credit_account"
  WHERE "credit_account"."user_id" = "payment_fact"."user_id" AND "credit_account"."closed_at" IS NOT NULL;
