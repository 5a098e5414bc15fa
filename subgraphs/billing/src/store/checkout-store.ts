import { createId } from '@modu/ids';
import type { Pool } from 'pg';

export interface NewCheckout {
  readonly userId: string;
  readonly provider: string;
  readonly product: string;
  readonly email: string | null;
  readonly now: Date;
}

export async function keepCheckout(pool: Pool, { userId, provider, product, email, now }: NewCheckout): Promise<void> {
  await pool.query(
    'INSERT INTO checkout (id, user_id, provider, product, email, created_at) VALUES ($1, $2, $3, $4, $5, $6)',
    [createId(), userId, provider, product, email, now],
  );
}

/** How many checkouts a person has opened since a moment. */
export async function countCheckouts(pool: Pool, userId: string, since: Date): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM checkout WHERE user_id = $1 AND created_at > $2',
    [userId, since],
  );
  return rows[0]?.count ?? 0;
}
