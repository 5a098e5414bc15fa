import type { Pool } from 'pg';

/** Notes that the person is gone: from here on nothing is granted. @returns false when they never had an account. */
export async function closeAccount(pool: Pool, userId: string, now: Date): Promise<boolean> {
  const { rowCount } = await pool.query(
    `UPDATE credit_account SET closed_at = coalesce(closed_at, $2), changes_at = NULL WHERE user_id = $1`,
    [userId, now],
  );
  return rowCount === 1;
}

/** The grants of a person from which anything can still come. */
export async function listOpenGrants(pool: Pool, userId: string): Promise<{ key: string; amount: number }[]> {
  const { rows } = await pool.query<{ key: string; amount: number }>(
    'SELECT key, amount FROM credit_grant WHERE user_id = $1 AND revoke_target < amount ORDER BY key',
    [userId],
  );
  return rows;
}

/**
 * Takes out what names the person: requests, checkouts, addresses in what the provider said, webhooks as they came. What is
 * left says what was paid and granted, as the books of a business must.
 */
export async function forgetPerson(pool: Pool, userId: string): Promise<void> {
  await pool.query('DELETE FROM enterprise_request WHERE user_id = $1', [userId]);
  await pool.query('DELETE FROM enterprise_agreement WHERE user_id = $1', [userId]);
  await pool.query('DELETE FROM checkout WHERE user_id = $1', [userId]);
  await pool.query(`UPDATE payment_fact SET body = jsonb_set(body, '{email}', 'null') WHERE user_id = $1`, [userId]);
  await pool.query(
    `UPDATE webhook_event SET body = '' WHERE processed_at IS NOT NULL AND position(convert_to($1, 'UTF8') IN body) > 0`,
    [userId],
  );
}
