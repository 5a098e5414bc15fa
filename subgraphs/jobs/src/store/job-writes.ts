import type { ClientBase } from 'pg';
import type { LiveJobs } from '../domain/create.ts';
import type { Job, NewJob } from '../domain/job.ts';
import type { Tier } from '../domain/tier.ts';
import { JOB_COLUMNS, toJob } from './job-row.ts';

/** Everything here runs inside a transaction of the caller's. */
type Sql = Pick<ClientBase, 'query'>;

/** Makes the owner's jobs come one after the other, so that limits hold; ends with the transaction. */
export async function lockOwner(sql: Sql, ownerId: string): Promise<void> {
  await sql.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`modu_jobs:${ownerId}`]);
}

export async function findWithPayload(
  sql: Sql,
  id: string,
): Promise<(Job & { readonly payload: unknown }) | undefined> {
  const { rows } = await sql.query(`SELECT ${JOB_COLUMNS}, payload FROM job WHERE id = $1`, [id]);
  const row = rows[0] as { payload: unknown } | undefined;
  return row && { ...toJob(row), payload: row.payload };
}

export async function countLive(sql: Sql, ownerId: string): Promise<LiveJobs> {
  const { rows } = await sql.query(
    `SELECT count(*) FILTER (WHERE status IN ('QUEUED', 'RUNNING'))::int AS count,
       coalesce(min(estimated_ms) FILTER (WHERE status IN ('QUEUED', 'RUNNING')), 0) AS "shortestMs",
       count(*) FILTER (WHERE created_at > now() - interval '1 minute')::int AS "madeLately",
       coalesce(extract(epoch FROM now() - min(created_at) FILTER (WHERE created_at > now() - interval '1 minute')) * 1000,
         0)::float8 AS "oldestLatelyMs"
     FROM job WHERE owner_id = $1 AND (status IN ('QUEUED', 'RUNNING') OR created_at > now() - interval '1 minute')`,
    [ownerId],
  );
  return rows[0] as LiveJobs;
}

export async function insertJob(sql: Sql, job: NewJob): Promise<Job> {
  const { id, kind, title, ownerId, tier, parentId, quotedCredits, estimatedMs, priority, payload } = job;
  const { rows } = await sql.query(
    `INSERT INTO job (id, kind, owner_id, status, quoted_credits, estimated_ms, priority, payload, title, tier, parent_id)
     VALUES ($1, $2, $3, 'QUEUED', $4, $5, $6, $7::jsonb, $8, $9, $10) RETURNING ${JOB_COLUMNS}`,
    [id, kind, ownerId, quotedCredits, estimatedMs, priority, JSON.stringify(payload), title, tier, parentId],
  );
  return toJob(rows[0]);
}

/** The job, locked until the transaction ends. */
export async function lockJob(sql: Sql, id: string): Promise<Job | undefined> {
  const { rows } = await sql.query(`SELECT ${JOB_COLUMNS} FROM job WHERE id = $1 FOR UPDATE`, [id]);
  return rows[0] ? toJob(rows[0]) : undefined;
}

/** The owner's jobs that wait, locked until the transaction ends. */
export async function lockQueued(sql: Sql, ownerId: string): Promise<Job[]> {
  const { rows } = await sql.query(
    `SELECT ${JOB_COLUMNS} FROM job WHERE owner_id = $1 AND status = 'QUEUED' ORDER BY id FOR UPDATE`,
    [ownerId],
  );
  return rows.map(toJob);
}

/** Writes what a transition changed, and counts the version up. */
export async function saveJob(sql: Sql, job: Job): Promise<Job> {
  const { rows } = await sql.query(
    `UPDATE job SET status = $2, charged_credits = $3, refunded_credits = $4, attempt = $5, sealed = $6, error_code = $7,
       error_retryable = $8, result_type = $9, result_id = $10, started_at = $11, finished_at = $12,
       handed_back = $13, planned_type = $14, planned_id = $15, credits_final = $16, error_page = $17,
       version = version + 1, updated_at = now()
     WHERE id = $1 RETURNING ${JOB_COLUMNS}`,
    [
      ...[job.id, job.status, job.chargedCredits, job.refundedCredits, job.attempt, job.sealed],
      ...[job.error?.code ?? null, job.error?.retryable ?? null, job.result?.type ?? null, job.result?.id ?? null],
      ...[job.startedAt, job.finishedAt, job.handedBack, job.planned?.type ?? null, job.planned?.id ?? null],
      ...[job.creditsFinal, job.error?.pageNumber ?? null],
    ],
  );
  return toJob(rows[0]);
}

/** Notes the tier of what the owner has waiting. @returns the kinds of what waits. */
export async function setWaitingTier(
  sql: Sql,
  { ownerId, tier }: { readonly ownerId: string; readonly tier: Tier },
): Promise<string[]> {
  const { rows } = await sql.query(
    `UPDATE job SET tier = $2 WHERE owner_id = $1 AND status = 'QUEUED' RETURNING kind`,
    [ownerId, tier],
  );
  return [...new Set((rows as { kind: string }[]).map(({ kind }) => kind))];
}
