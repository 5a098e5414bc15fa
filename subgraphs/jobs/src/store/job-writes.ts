import type { ClientBase } from 'pg';
import type { LiveJobs } from '../domain/create.ts';
import type { Job, NewJob } from '../domain/job.ts';
import type { Tier } from '../domain/tier.ts';
import { JOB_COLUMNS, toJob } from './job-row.ts';

/** Everything here runs inside a transaction of the caller's, which takes its locks in this order: owners, jobs, numberings. */
export type Sql = Pick<ClientBase, 'query'>;

export type JobWithPayload = Job & Pick<NewJob, 'payload' | 'minimumTier'>;

const inOrder = (ids: readonly string[]) => [...new Set(ids)].sort();

/** Makes an owner's jobs come one after the other, so that limits hold; ends with the transaction. */
export async function lockOwners(sql: Sql, ownerIds: readonly string[]): Promise<void> {
  const keys = inOrder(ownerIds).map((ownerId) => `modu_jobs:${ownerId}`);
  await sql.query({
    name: 'lock-owners',
    text: 'SELECT pg_advisory_xact_lock(hashtextextended(key, 0)) FROM unnest($1::text[]) AS key',
    values: [keys],
  });
}

export async function listWithPayload(sql: Sql, ids: readonly string[]): Promise<Map<string, JobWithPayload>> {
  const { rows } = await sql.query({
    name: 'list-with-payload',
    text: `SELECT ${JOB_COLUMNS}, payload, minimum_tier AS "minimumTier" FROM job WHERE id = ANY($1::uuid[])`,
    values: [ids],
  });
  return new Map(
    (rows as ({ id: string } & Pick<NewJob, 'payload' | 'minimumTier'>)[]).map((row) => {
      const { payload, minimumTier } = row;
      return [row.id, { ...toJob(row), payload, minimumTier }];
    }),
  );
}

/** The jobs of each owner that have not ended, and those of the last minute; owners without any are missing. */
export async function countLive(sql: Sql, ownerIds: readonly string[]): Promise<Map<string, LiveJobs>> {
  const { rows } = await sql.query({
    name: 'count-live',
    text: `SELECT owner_id AS "ownerId", count(*) FILTER (WHERE status IN ('QUEUED', 'RUNNING'))::int AS count,
       coalesce(min(estimated_ms) FILTER (WHERE status IN ('QUEUED', 'RUNNING')), 0) AS "shortestMs",
       count(*) FILTER (WHERE created_at > now() - interval '1 minute')::int AS "madeLately",
       coalesce(extract(epoch FROM now() - min(created_at) FILTER (WHERE created_at > now() - interval '1 minute')) * 1000,
         0)::float8 AS "oldestLatelyMs"
     FROM job WHERE owner_id = ANY($1::text[])
       AND (status IN ('QUEUED', 'RUNNING') OR created_at > now() - interval '1 minute')
     GROUP BY owner_id`,
    values: [ownerIds],
  });
  return new Map((rows as (LiveJobs & { ownerId: string })[]).map(({ ownerId, ...live }) => [ownerId, live]));
}

/** Owners come in order, so that two transactions never wait for each other's numberings. */
const INSERT = `
  INSERT INTO job (id, kind, owner_id, status, quoted_credits, estimated_ms, priority, payload, title, tier,
    minimum_tier, parent_id, loads)
  SELECT id, kind, "ownerId", 'QUEUED', "quotedCredits", "estimatedMs", priority, payload, title, tier,
    "minimumTier", "parentId", loads
  FROM json_to_recordset($1::json) AS new (id uuid, kind text, "ownerId" text, "quotedCredits" int, "estimatedMs" int,
    priority int, payload jsonb, title text, tier text, "minimumTier" text, "parentId" uuid, loads text)
  ORDER BY "ownerId" RETURNING ${JOB_COLUMNS}`;

export async function insertRows(sql: Sql, jobs: readonly NewJob[]): Promise<Job[]> {
  if (jobs.length === 0) return [];
  const { rows } = await sql.query({ name: 'insert-jobs', text: INSERT, values: [JSON.stringify(jobs)] });
  return rows.map(toJob);
}

/** The jobs that are there, locked until the transaction ends. */
export async function lockJobs(sql: Sql, ids: readonly string[]): Promise<Job[]> {
  const { rows } = await sql.query({
    name: 'lock-jobs',
    text: `SELECT ${JOB_COLUMNS} FROM job WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE`,
    values: [ids],
  });
  return rows.map(toJob);
}

/** The owner's jobs that wait, locked until the transaction ends. */
export async function lockQueued(sql: Sql, ownerId: string): Promise<Job[]> {
  const { rows } = await sql.query(
    `SELECT ${JOB_COLUMNS} FROM job WHERE owner_id = $1 AND status = 'QUEUED' ORDER BY id FOR UPDATE`,
    [ownerId],
  );
  return rows.map(toJob);
}

/** Before jobs of several owners are changed: their numberings are locked in one order by all, so that nobody waits for each other. */
export async function lockNumbering(sql: Sql, ownerIds: readonly string[]): Promise<void> {
  const owners = inOrder(ownerIds);
  if (owners.length < 2) return;
  await sql.query({
    name: 'lock-numbering',
    text: 'SELECT 1 FROM job_changes WHERE owner_id = ANY($1::text[]) ORDER BY owner_id FOR UPDATE',
    values: [owners],
  });
}

const SAVE = `
  UPDATE job SET status = to_status, charged_credits = to_charged, refunded_credits = to_refunded, attempt = to_attempt,
    sealed = to_sealed, error_code = to_error, error_retryable = to_retryable, result_type = to_type, result_id = to_result,
    started_at = to_started, finished_at = to_finished, handed_back = to_back, planned_type = to_planned_type,
    planned_id = to_planned, credits_final = to_final, error_page = to_page, error_trace_id = to_trace, version = version + 1, updated_at = now()
  FROM json_to_recordset($1::json) AS new (to_id uuid, to_status text, to_charged int, to_refunded int, to_attempt int,
    to_sealed boolean, to_error text, to_retryable boolean, to_type text, to_result text, to_started timestamptz,
    to_finished timestamptz, to_back int, to_planned_type text, to_planned text, to_final boolean, to_page int, to_trace text)
  WHERE id = to_id RETURNING ${JOB_COLUMNS}`;

/** Writes what transitions changed, and counts the versions up. */
export async function saveJobs(sql: Sql, jobs: readonly Job[]): Promise<Job[]> {
  if (jobs.length === 0) return [];
  const { rows } = await sql.query({ name: 'save-jobs', text: SAVE, values: [JSON.stringify(jobs.map(toNewValues))] });
  return rows.map(toJob);
}

const toNewValues = (job: Job) => ({
  ...{ to_id: job.id, to_status: job.status, to_charged: job.chargedCredits, to_refunded: job.refundedCredits },
  ...{ to_attempt: job.attempt, to_sealed: job.sealed, to_error: job.error?.code, to_retryable: job.error?.retryable },
  ...{ to_type: job.result?.type, to_result: job.result?.id, to_started: job.startedAt, to_finished: job.finishedAt },
  ...{ to_back: job.handedBack, to_planned_type: job.planned?.type, to_planned: job.planned?.id },
  ...{ to_final: job.creditsFinal, to_page: job.error?.pageNumber, to_trace: job.error?.traceId },
});

/** Notes the tier of what the owner has waiting. @returns the kinds of what waits. */
export async function setWaitingTier(
  sql: Sql,
  { ownerId, tier }: { readonly ownerId: string; readonly tier: Tier },
): Promise<string[]> {
  const { rows } = await sql.query(
    `WITH waiting AS (SELECT id FROM job WHERE owner_id = $1 AND status = 'QUEUED' ORDER BY id FOR UPDATE)
     UPDATE job SET tier = $2 FROM waiting WHERE job.id = waiting.id RETURNING kind`,
    [ownerId, tier],
  );
  return [...new Set((rows as { kind: string }[]).map(({ kind }) => kind))];
}
