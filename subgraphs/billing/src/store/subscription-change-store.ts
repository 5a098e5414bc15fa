import { createId } from '@modu/ids';
import type { Pool } from 'pg';

/** Longer than the provider can take over the five questions of one change, each with all its tries. */
const LEASE_SECONDS = 360;

/**
 * Runs `work` unless a change of the same person is under way in any process. A lease in a row and not a lock, so that no
 * connection is kept while the provider is asked; one that a process left behind runs out.
 * @returns what `work` gave; undefined when it was not run.
 */
export async function oneChangeAtATime<Result extends object>(
  pool: Pool,
  userId: string,
  work: () => Promise<Result>,
): Promise<Result | undefined> {
  const token = createId();
  const { rowCount } = await pool.query(
    `INSERT INTO subscription_change AS old (user_id, token, ends_at)
      VALUES ($1, $2, now() + make_interval(secs => $3))
      ON CONFLICT (user_id) DO UPDATE SET token = excluded.token, ends_at = excluded.ends_at WHERE old.ends_at < now()`,
    [userId, token, LEASE_SECONDS],
  );
  if (!rowCount) return undefined;
  try {
    return await work();
  } finally {
    await pool.query('DELETE FROM subscription_change WHERE user_id = $1 AND token = $2', [userId, token]);
  }
}
