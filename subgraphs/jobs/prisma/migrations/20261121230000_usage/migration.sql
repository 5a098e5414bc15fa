-- What a person used in a span of time is read from the jobs that ended in it with a result.
CREATE INDEX "job_owner_completed" ON "job" ("owner_id", "finished_at") WHERE "status" = 'COMPLETED';
