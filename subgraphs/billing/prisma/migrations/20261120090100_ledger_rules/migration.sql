-- What must hold whatever the code does: no balance below zero, no hold spent beyond its amount, a ledger that only grows,
-- and transfers whose two sides add up to zero.

ALTER TABLE "credit_account"
  ADD CONSTRAINT "credit_account_never_negative" CHECK ("available" >= 0 AND "held" >= 0);

ALTER TABLE "hold"
  ADD CONSTRAINT "hold_amount_positive" CHECK ("amount" > 0),
  ADD CONSTRAINT "hold_settled_within_amount" CHECK ("settled_amount" BETWEEN 0 AND "amount"),
  ADD CONSTRAINT "hold_settled_only_when_settled" CHECK (("status" = 'SETTLED') = ("settled_amount" > 0));

ALTER TABLE "entry"
  ADD CONSTRAINT "entry_amount_not_zero" CHECK ("amount" <> 0);

CREATE FUNCTION "ledger_refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the ledger is append-only: % on % is refused', TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER "entry_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "entry"
  FOR EACH STATEMENT EXECUTE FUNCTION "ledger_refuse_change"();

CREATE TRIGGER "transfer_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "transfer"
  FOR EACH STATEMENT EXECUTE FUNCTION "ledger_refuse_change"();

CREATE FUNCTION "ledger_assert_balanced"("checked_id" TEXT) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  "sides" BIGINT;
  "total" BIGINT;
BEGIN
  SELECT count(*), coalesce(sum("amount"), 0) INTO "sides", "total" FROM "entry" WHERE "transfer_id" = "checked_id";
  IF "sides" <> 2 OR "total" <> 0 THEN
    RAISE EXCEPTION 'transfer % is not balanced: % sides, sum %', "checked_id", "sides", "total" USING ERRCODE = 'check_violation';
  END IF;
END $$;

-- Both sides of a transfer are written by one statement, so that this may look at once.
CREATE FUNCTION "ledger_check_entries"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "ledger_assert_balanced"("written"."transfer_id")
    FROM (SELECT DISTINCT "transfer_id" FROM "inserted") AS "written";
  RETURN NULL;
END $$;

CREATE TRIGGER "entry_balanced" AFTER INSERT ON "entry" REFERENCING NEW TABLE AS "inserted"
  FOR EACH STATEMENT EXECUTE FUNCTION "ledger_check_entries"();

-- A transfer without sides would escape the trigger above; this one looks at commit.
CREATE FUNCTION "ledger_check_transfer"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "ledger_assert_balanced"(NEW."id");
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER "transfer_balanced" AFTER INSERT ON "transfer"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "ledger_check_transfer"();
