-- Every change of a job gets a number: one after the other for each owner, without gaps, in the order in which they are committed.
-- Whoever knows the number of the last change they saw can ask for all that came after it.

-- CreateTable
CREATE TABLE "job_changes" (
    "owner_id" TEXT NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "job_changes_pkey" PRIMARY KEY ("owner_id")
);

-- AlterTable
ALTER TABLE "job" ADD COLUMN "change" INTEGER NOT NULL DEFAULT 0;

-- Jobs that are there already, in the order of what happened to them last.
UPDATE "job" SET "change" = "numbered"."number"
FROM (
  SELECT "id", row_number() OVER (PARTITION BY "owner_id" ORDER BY "updated_at", "id") AS "number" FROM "job"
) AS "numbered"
WHERE "job"."id" = "numbered"."id";
INSERT INTO "job_changes" ("owner_id", "last") SELECT "owner_id", max("change") FROM "job" GROUP BY "owner_id";

-- CreateIndex
CREATE INDEX "job_owner_id_change_idx" ON "job"("owner_id", "change");

-- The counter's row stays locked until the transaction ends: no later number can be seen before an earlier one.
CREATE FUNCTION number_job_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO job_changes AS counted (owner_id, last) VALUES (NEW.owner_id, 1)
  ON CONFLICT (owner_id) DO UPDATE SET last = counted.last + 1
  RETURNING last INTO NEW.change;
  RETURN NEW;
END
$$;
CREATE TRIGGER number_job_change BEFORE INSERT OR UPDATE OF version ON "job"
FOR EACH ROW EXECUTE FUNCTION number_job_change();
