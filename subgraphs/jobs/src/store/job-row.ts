import { z } from 'zod';
import { JOB_STATUSES } from '../domain/job.ts';
import type { Job } from '../domain/job.ts';
import { TIERS } from '../domain/tier.ts';

const rowSchema = z.object({
  id: z.string(),
  kind: z.string(),
  title: z.string().nullable(),
  ownerId: z.string(),
  tier: z.enum(TIERS),
  parentId: z.string().nullable(),
  status: z.enum(JOB_STATUSES),
  quotedCredits: z.int(),
  chargedCredits: z.int().nullable(),
  refundedCredits: z.int().nullable(),
  creditsFinal: z.boolean(),
  estimatedMs: z.int(),
  loads: z.string().nullable(),
  priority: z.int(),
  attempt: z.int(),
  handedBack: z.int(),
  sealed: z.boolean(),
  plannedType: z.string().nullable(),
  plannedId: z.string().nullable(),
  errorCode: z.string().nullable(),
  errorRetryable: z.boolean().nullable(),
  errorPage: z.int().nullable(),
  errorTraceId: z.string().nullable(),
  resultType: z.string().nullable(),
  resultId: z.string().nullable(),
  createdAt: z.date(),
  startedAt: z.date().nullable(),
  finishedAt: z.date().nullable(),
  version: z.int(),
  change: z.int(),
});

/** The columns of a job, named as the rows of Prisma are, for queries that are written by hand. */
export const JOB_COLUMNS = `id, kind, title, owner_id AS "ownerId", tier, parent_id AS "parentId", status,
  quoted_credits AS "quotedCredits", charged_credits AS "chargedCredits", refunded_credits AS "refundedCredits",
  credits_final AS "creditsFinal", estimated_ms AS "estimatedMs", loads, priority, attempt, handed_back AS "handedBack", sealed,
  planned_type AS "plannedType", planned_id AS "plannedId", error_code AS "errorCode", error_retryable AS "errorRetryable", error_page AS "errorPage",
  error_trace_id AS "errorTraceId",  result_type AS "resultType", result_id AS "resultId", created_at AS "createdAt", started_at AS "startedAt",
  finished_at AS "finishedAt", version, change`;

export function toJob(row: unknown): Job {
  const { errorCode, errorRetryable, errorPage, errorTraceId, ...sound } = rowSchema.parse(row);
  const { resultType, resultId, plannedType, plannedId, ...plain } = sound;
  const named = (type: string | null, id: string | null) => (type === null || id === null ? null : { type, id });
  return {
    ...plain,
    planned: named(plannedType, plannedId),
    error:
      errorCode === null
        ? null
        : { code: errorCode, retryable: errorRetryable ?? false, pageNumber: errorPage, traceId: errorTraceId },
    result: named(resultType, resultId),
  };
}
