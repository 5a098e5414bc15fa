import type { Pool } from 'pg';

const AT_ONCE = 500;

/** A person's jobs that wait or run. */
export async function listUnended(pool: Pool, ownerId: string): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT id FROM job WHERE owner_id = $1 AND status IN ('QUEUED', 'RUNNING') ORDER BY id LIMIT ${AT_ONCE}`,
    [ownerId],
  );
  return rows.map(({ id }) => id);
}

/** Jobs that ended without a result before this moment, and whose credits are not back. */
export async function listCreditsOpen(
  pool: Pool,
  { since, limit }: { readonly since: Date; readonly limit: number },
): Promise<{ readonly id: string; readonly status: string }[]> {
  const { rows } = await pool.query<{ id: string; status: string }>(
    `SELECT id, status FROM job WHERE status IN ('FAILED', 'CANCELED') AND NOT credits_final AND finished_at < $1
     ORDER BY id LIMIT $2`,
    [since, limit],
  );
  return rows;
}

/** Deletes a person's jobs whose credits are where they belong, and with the last of them their numbering. @returns how many are left. */
export async function deleteEnded(pool: Pool, ownerId: string): Promise<number> {
  const ended = `owner_id = $1 AND status IN ('COMPLETED', 'FAILED', 'CANCELED') AND credits_final`;
  let deleted: number | null;
  do {
    const text = `DELETE FROM job WHERE id IN (SELECT id FROM job WHERE ${ended} LIMIT ${AT_ONCE})`;
    deleted = (await pool.query(text, [ownerId])).rowCount;
  } while (deleted === AT_ONCE);
  const { rows } = await pool.query<{ left: number }>('SELECT count(*)::int AS left FROM job WHERE owner_id = $1', [
    ownerId,
  ]);
  const left = rows[0]?.left ?? 0;
  if (left === 0) await pool.query('DELETE FROM job_changes WHERE owner_id = $1', [ownerId]);
  return left;
}
