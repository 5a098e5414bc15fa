import { z } from 'zod';
import { JOB_STATUSES } from '../domain/job.ts';
import type { Job } from '../domain/job.ts';

const rowSchema = z.object({
  id: z.string(),
  kind: z.string(),
  ownerId: z.string(),
  status: z.enum(JOB_STATUSES),
  quotedCredits: z.int(),
  chargedCredits: z.int().nullable(),
  refundedCredits: z.int().nullable(),
  estimatedMs: z.int(),
  priority: z.int(),
  attempt: z.int(),
  sealed: z.boolean(),
  errorCode: z.string().nullable(),
  errorRetryable: z.boolean().nullable(),
  resultType: z.string().nullable(),
  resultId: z.string().nullable(),
  createdAt: z.date(),
  startedAt: z.date().nullable(),
  finishedAt: z.date().nullable(),
  version: z.int(),
});

/** The columns of a job, named as the rows of Prisma are, for queries that are written by hand. */
export const JOB_COLUMNS = `id, kind, owner_id AS "ownerId", status, quoted_credits AS "quotedCredits",
  charged_credits AS "chargedCredits", refunded_credits AS "refundedCredits", estimated_ms AS "estimatedMs", priority,
  attempt, sealed, error_code AS "errorCode", error_retryable AS "errorRetryable", result_type AS "resultType",
  result_id AS "resultId", created_at AS "createdAt", started_at AS "startedAt", finished_at AS "finishedAt", version`;

export function toJob(row: unknown): Job {
  const { errorCode, errorRetryable, resultType, resultId, ...plain } = rowSchema.parse(row);
  return {
    ...plain,
    error: errorCode === null ? null : { code: errorCode, retryable: errorRetryable ?? false },
    result: resultType === null || resultId === null ? null : { type: resultType, id: resultId },
  };
}
