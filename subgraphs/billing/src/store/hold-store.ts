import type { Pool } from 'pg';
import { batchReads } from './batched-reads.ts';

/** Whose jobs these are, by the holds they had; jobs that never had one are missing. */
export async function findHolders(pool: Pool, jobIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await pool.query<{ jobId: string; userId: string }>({
    name: 'find-holders',
    text: 'SELECT job_id AS "jobId", user_id AS "userId" FROM hold WHERE job_id = ANY($1::text[])',
    values: [jobIds],
  });
  return new Map(rows.map(({ jobId, userId }) => [jobId, userId]));
}

/** The same, of those whose holds are open. */
export async function findOpenHolders(pool: Pool, jobIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await pool.query<{ jobId: string; userId: string }>({
    name: 'find-open-holders',
    text: `SELECT job_id AS "jobId", user_id AS "userId" FROM hold WHERE job_id = ANY($1::text[]) AND status = 'OPEN'`,
    values: [jobIds],
  });
  return new Map(rows.map(({ jobId, userId }) => [jobId, userId]));
}

/** Whose job this is, by the hold it had. Many who ask at the same time are answered by one read. */
export const findHolder = batchReads(findHolders);

/** People who have holds or grants past their expiry, longest past first. */
export async function listUsersWithDue(
  pool: Pool,
  { now, limit }: { readonly now: Date; readonly limit: number },
): Promise<string[]> {
  const { rows } = await pool.query<{ userId: string }>(
    `SELECT user_id AS "userId" FROM (
        SELECT user_id, expires_at FROM hold WHERE status = 'OPEN' AND expires_at <= $1
        UNION ALL
        SELECT user_id, expires_at FROM credit_grant WHERE usable AND expires_at <= $1
      ) AS due
      GROUP BY user_id ORDER BY min(expires_at) LIMIT $2`,
    [now, limit],
  );
  return rows.map(({ userId }) => userId);
}
