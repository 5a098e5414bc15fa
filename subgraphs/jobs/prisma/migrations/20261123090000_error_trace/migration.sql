-- Under which trace the run failed, so that its owner can quote it and it is found in the logs.
ALTER TABLE "job" ADD COLUMN "error_trace_id" TEXT;
