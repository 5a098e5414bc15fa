-- What a worker must have loaded for a job, so that its load can be foretold.
ALTER TABLE "job" ADD COLUMN "loads" TEXT;
