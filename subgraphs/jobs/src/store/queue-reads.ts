import type { DaySpan } from '@modu/subgraph';
import type { Pool } from 'pg';
import type { RunningNow } from '../domain/foresee.ts';
import type { PastRun } from '../domain/paces.ts';
import { TIERS } from '../domain/tier.ts';
import type { Tier } from '../domain/tier.ts';

/** How busy one tier is. */
export interface TierCounts {
  readonly tier: Tier;
  readonly depth: number;
  readonly running: number;
  /** How long the first of its jobs has waited; 0 when none waits. */
  readonly oldestWaitMs: number;
}

/** What is known of how the last hour went. */
export interface LatelyCounts {
  readonly completed: number;
  readonly failed: number;
  readonly canceled: number;
  /** How far waits were from what was promised, in milliseconds; `null` when none was measured. */
  readonly waitErrorMsP50: number | null;
  readonly waitErrorMsP95: number | null;
  /** How far the time from making to end was from what was promised, as a share of it. */
  readonly etaErrorShareP50: number | null;
  readonly etaErrorShareP95: number | null;
}

/** Every tier, the highest first, also those where nothing is. */
export async function readTiers(pool: Pool): Promise<TierCounts[]> {
  const { rows } = await pool.query(
    `SELECT tier, count(*) FILTER (WHERE status = 'QUEUED')::int AS depth,
       count(*) FILTER (WHERE status = 'RUNNING')::int AS running,
       coalesce(extract(epoch FROM now() - min(created_at) FILTER (WHERE status = 'QUEUED')) * 1000, 0)::float8 AS "oldestWaitMs"
     FROM job WHERE status IN ('QUEUED', 'RUNNING') GROUP BY tier`,
  );
  const found = new Map((rows as TierCounts[]).map((counts) => [counts.tier, counts]));
  return TIERS.toReversed().map((tier) => found.get(tier) ?? { tier, depth: 0, running: 0, oldestWaitMs: 0 });
}

export async function readMine(pool: Pool, ownerId: string): Promise<{ queued: number; running: number }> {
  const { rows } = await pool.query(
    `SELECT count(*) FILTER (WHERE status = 'QUEUED')::int AS queued, count(*) FILTER (WHERE status = 'RUNNING')::int AS running
     FROM job WHERE owner_id = $1 AND status IN ('QUEUED', 'RUNNING')`,
    [ownerId],
  );
  return rows[0] as { queued: number; running: number };
}

/** The kind and tier of what the person made last. */
export async function readLastMade(pool: Pool, ownerId: string): Promise<{ kind: string; tier: Tier } | undefined> {
  const { rows } = await pool.query(
    'SELECT kind, tier FROM job WHERE owner_id = $1 ORDER BY created_at DESC, id DESC LIMIT 1',
    [ownerId],
  );
  return rows[0] as { kind: string; tier: Tier } | undefined;
}

/** All that runs, of whatever kind. */
export async function readRunning(pool: Pool): Promise<(RunningNow & { readonly kind: string })[]> {
  const { rows } = await pool.query(
    `SELECT owner_id AS "ownerId", kind, estimated_ms AS "costMs",
       greatest(0, extract(epoch FROM now() - started_at) * 1000)::float8 AS "elapsedMs", loads
     FROM job WHERE status = 'RUNNING'`,
  );
  return rows as (RunningNow & { readonly kind: string })[];
}

/** Enough to have some of each model that is in use. */
const PAST_RUNS = 200;

/** The last runs of the kind that made what was asked for. */
export async function readPastRuns(pool: Pool, kind: string): Promise<PastRun[]> {
  const { rows } = await pool.query(
    `SELECT loads, estimated_ms AS "estimatedMs", extract(epoch FROM started_at)::float8 * 1000 AS "startedAtMs",
       extract(epoch FROM finished_at)::float8 * 1000 AS "endedAtMs"
     FROM job WHERE status = 'COMPLETED' AND kind = $1 AND started_at IS NOT NULL
     ORDER BY finished_at DESC LIMIT ${PAST_RUNS}`,
    [kind],
  );
  return rows as PastRun[];
}

/** The models that these jobs need; those that need none are missing. */
export async function readNeeds(pool: Pool, jobIds: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await pool.query('SELECT id, loads FROM job WHERE id = ANY($1::uuid[]) AND loads IS NOT NULL', [
    jobIds,
  ]);
  return new Map((rows as { id: string; loads: string }[]).map(({ id, loads }) => [id, loads]));
}

export async function readLately(pool: Pool): Promise<LatelyCounts> {
  const { rows } = await pool.query(
    `WITH lately AS (
       SELECT status, abs(extract(epoch FROM started_at - created_at) * 1000 - promised_wait_ms) AS wait_error,
         abs(extract(epoch FROM finished_at - created_at) * 1000 - promised_ms) / greatest(promised_ms, 1) AS eta_error, attempt
       FROM job WHERE status IN ('COMPLETED', 'FAILED', 'CANCELED') AND finished_at > now() - interval '1 hour')
     SELECT count(*) FILTER (WHERE status = 'COMPLETED')::int AS completed,
       count(*) FILTER (WHERE status = 'FAILED')::int AS failed,
       count(*) FILTER (WHERE status = 'CANCELED')::int AS canceled,
       percentile_cont(0.5) WITHIN GROUP (ORDER BY wait_error) FILTER (WHERE attempt = 1) AS "waitErrorMsP50",
       percentile_cont(0.95) WITHIN GROUP (ORDER BY wait_error) FILTER (WHERE attempt = 1) AS "waitErrorMsP95",
       percentile_cont(0.5) WITHIN GROUP (ORDER BY eta_error) FILTER (WHERE status = 'COMPLETED') AS "etaErrorShareP50",
       percentile_cont(0.95) WITHIN GROUP (ORDER BY eta_error) FILTER (WHERE status = 'COMPLETED') AS "etaErrorShareP95"
     FROM lately`,
  );
  return rows[0] as LatelyCounts;
}

/** How the jobs of one day ended. */
export interface DayOutcomes {
  /** `2026-11-21`, in the asker's time zone. */
  readonly day: string;
  readonly completed: number;
  readonly failed: number;
  readonly canceled: number;
}

/** How a person's jobs ended, by the day they were made on, oldest first. */
export async function readOutcomes(
  pool: Pool,
  ownerId: string,
  { from, to, days, starts }: DaySpan,
): Promise<DayOutcomes[]> {
  const { rows } = await pool.query(
    `SELECT ($4::text[])[width_bucket(created_at, $5::timestamptz[])] AS day,
       count(*) FILTER (WHERE status = 'COMPLETED')::int AS completed,
       count(*) FILTER (WHERE status = 'FAILED')::int AS failed,
       count(*) FILTER (WHERE status = 'CANCELED')::int AS canceled
     FROM job WHERE owner_id = $1 AND created_at >= $2 AND created_at < $3 GROUP BY 1 ORDER BY 1`,
    [ownerId, from, to, days, starts],
  );
  return rows as DayOutcomes[];
}
