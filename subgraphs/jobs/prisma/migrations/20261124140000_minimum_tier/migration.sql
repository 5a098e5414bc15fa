-- The lowest plan that may have such a job: who tries it again must still have it. Jobs of before ask for none.
ALTER TABLE "job" ADD COLUMN "minimum_tier" TEXT NOT NULL DEFAULT 'FREE';
