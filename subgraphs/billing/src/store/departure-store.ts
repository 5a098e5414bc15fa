import type { Pool } from 'pg';

/** Notes that the person is gone: from here on nothing is granted, nor to somebody who never had an account. */
export async function closeAccount(pool: Pool, userId: string, now: Date): Promise<void> {
  await pool.query(
    `INSERT INTO credit_account AS known (user_id, opened_at, closed_at) VALUES ($1, $2, $2)
      ON CONFLICT (user_id) DO UPDATE SET closed_at = coalesce(known.closed_at, $2), changes_at = NULL`,
    [userId, now],
  );
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
 * Takes out what names the person: requests, checkouts, webhooks as they came, addresses in what the provider said. What is
 * left says what was paid and granted, as the books of a business must. A webhook that could not be acted on by `stuckBefore` is
 * ended with its words: it would be read no more.
 */
export async function forgetPerson(
  pool: Pool,
  userId: string,
  { now, stuckBefore }: { readonly now: Date; readonly stuckBefore: Date },
): Promise<void> {
  await pool.query('DELETE FROM enterprise_request WHERE user_id = $1', [userId]);
  await pool.query('DELETE FROM enterprise_agreement WHERE user_id = $1', [userId]);
  await pool.query('DELETE FROM subscription_change WHERE user_id = $1', [userId]);
  await pool.query('DELETE FROM checkout WHERE user_id = $1', [userId]);
  // While the addresses are known: a webhook may tell the address alone.
  await pool.query(
    `UPDATE webhook_event SET body = '', outcome = coalesce(outcome, 'departed'), processed_at = coalesce(processed_at, $2) FROM (
        SELECT $1 AS name UNION SELECT body ->> 'email' FROM payment_fact WHERE user_id = $1
      ) AS known
      WHERE known.name <> '' AND (webhook_event.processed_at IS NOT NULL OR webhook_event.received_at < $3)
        AND position(convert_to(known.name, 'UTF8') IN webhook_event.body) > 0`,
    [userId, now, stuckBefore],
  );
  await forgetAddresses(pool, userId);
}

/** Takes addresses out of what the provider said of a person. */
export async function forgetAddresses(pool: Pool, userId: string): Promise<void> {
  await pool.query(
    `UPDATE payment_fact SET body = jsonb_set(body, '{email}', 'null') WHERE user_id = $1 AND body ->> 'email' IS NOT NULL`,
    [userId],
  );
}
