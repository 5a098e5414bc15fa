-- Jobs that ended without a result and whose credits are not back yet: nearly none, looked for regularly.
CREATE INDEX "job_credits_open" ON "job" ("id") WHERE "status" IN ('FAILED', 'CANCELED') AND NOT "credits_final";
