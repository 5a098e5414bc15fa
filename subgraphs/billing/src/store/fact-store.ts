import type { ClientBase, Pool } from 'pg';
import { paymentFact, rankOf, soldOf, withSold } from '../domain/payment/fact.ts';
import type { KnownFact, PaymentFact } from '../domain/payment/fact.ts';

/** Keeps a fact unless a newer one is there. `userId` is kept once it is known, and so is what of ours it sold. */
export async function upsertFact(
  pool: Pool,
  { provider, fact, userId }: { readonly provider: string; readonly fact: PaymentFact; readonly userId: string | null },
): Promise<void> {
  await pool.query(
    `INSERT INTO payment_fact AS old (provider, kind, id, user_id, rank, body, sold)
      VALUES ($1, $2, $3, $4, $5, $6, $7)
      ON CONFLICT (provider, kind, id) DO UPDATE SET
        user_id = coalesce(old.user_id, excluded.user_id),
        sold = greatest(old.sold COLLATE "C", excluded.sold COLLATE "C"),
        body = CASE WHEN excluded.rank > old.rank COLLATE "C" THEN excluded.body ELSE old.body END,
        rank = CASE WHEN excluded.rank > old.rank COLLATE "C" THEN excluded.rank ELSE old.rank END`,
    [provider, fact.kind, fact.id, userId, rankOf(fact), JSON.stringify(fact), soldOf(fact)],
  );
}

/**
 * Finds out whose the facts are that came without a name: a subscription's invoices and its order belong to one person; what
 * is left goes by the e-mail of a checkout, when only one person's checkouts had it. Returns the people who were found.
 */
export async function nameOwners(pool: Pool, provider: string): Promise<string[]> {
  const { rows } = await pool.query<{ userId: string }>(
    `WITH named AS (
        SELECT email, min(user_id) AS user_id FROM checkout WHERE provider = $1 AND email IS NOT NULL
        GROUP BY email HAVING count(DISTINCT user_id) = 1
      ), found AS (
        SELECT nobody.kind, nobody.id, coalesce(
            (SELECT other.user_id FROM payment_fact AS other WHERE other.provider = $1 AND other.user_id IS NOT NULL AND (
              (other.kind = 'SUBSCRIPTION' AND other.id = nobody.body ->> 'subscriptionId')
              OR (other.kind = 'INVOICE' AND nobody.kind = 'SUBSCRIPTION' AND other.body ->> 'subscriptionId' = nobody.id)
              OR (other.kind = 'ORDER' AND nobody.kind = 'SUBSCRIPTION' AND other.id = nobody.body ->> 'orderId')
              OR (other.kind = 'SUBSCRIPTION' AND nobody.kind = 'ORDER' AND other.body ->> 'orderId' = nobody.id)
            ) LIMIT 1),
            (SELECT named.user_id FROM named WHERE lower(named.email) = lower(nobody.body ->> 'email'))
          ) AS user_id
        FROM payment_fact AS nobody WHERE nobody.provider = $1 AND nobody.user_id IS NULL
      )
      UPDATE payment_fact AS fact SET user_id = found.user_id FROM found
      WHERE fact.provider = $1 AND fact.kind = found.kind AND fact.id = found.id AND found.user_id IS NOT NULL
      RETURNING fact.user_id AS "userId"`,
    [provider],
  );
  return [...new Set(rows.map(({ userId }) => userId))];
}

/** How many facts still belong to nobody: money came and nobody got anything. */
export async function countNobodys(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM payment_fact WHERE user_id IS NULL',
  );
  return rows[0]?.count ?? 0;
}

export async function listFacts(client: ClientBase | Pool, userId: string): Promise<KnownFact[]> {
  const { rows } = await client.query<{ body: unknown; sold: string | null }>(
    'SELECT body, sold FROM payment_fact WHERE user_id = $1',
    [userId],
  );
  return rows.map(({ body, sold }) => withSold(paymentFact.parse(body), sold));
}

export async function findOwner(
  pool: Pool,
  { provider, fact }: { readonly provider: string; readonly fact: Pick<PaymentFact, 'kind' | 'id'> },
): Promise<string | undefined> {
  const { rows } = await pool.query<{ userId: string | null }>(
    'SELECT user_id AS "userId" FROM payment_fact WHERE provider = $1 AND kind = $2 AND id = $3',
    [provider, fact.kind, fact.id],
  );
  return rows[0]?.userId ?? undefined;
}

/** Subscriptions that may still change, those asked about longest ago first; a bound, since each costs a question. */
export async function listLiveSubscriptionIds(pool: Pool, provider: string, limit: number): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT id FROM payment_fact WHERE provider = $1 AND kind = 'SUBSCRIPTION' AND body ->> 'status' <> 'EXPIRED'
      ORDER BY asked_at NULLS FIRST, body ->> 'updatedAt' LIMIT $2`,
    [provider, limit],
  );
  return rows.map(({ id }) => id);
}

/**
 * Packs that were bought before a moment and may still be paid back, those asked about longest ago first: their credits never expire, so
 * that a refund takes them back however late it comes.
 */
export async function listOldOrderIds(
  pool: Pool,
  {
    provider,
    packs,
    before,
    limit,
  }: { readonly provider: string; readonly packs: readonly string[]; readonly before: Date; readonly limit: number },
): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT id FROM payment_fact WHERE provider = $1 AND kind = 'ORDER' AND split_part(sold, ' ', 2) = ANY($2::text[])
        AND (body ->> 'paid')::boolean AND (body ->> 'refundedCents')::int < (body ->> 'totalCents')::int
        AND (body ->> 'createdAt')::timestamptz < $3
      ORDER BY asked_at NULLS FIRST, body ->> 'updatedAt' LIMIT $4`,
    [provider, packs, before, limit],
  );
  return rows.map(({ id }) => id);
}

/** Notes when the provider was last asked about something. */
export async function noteAsked(
  pool: Pool,
  {
    provider,
    kind,
    id,
    now,
  }: { readonly provider: string; readonly kind: PaymentFact['kind']; readonly id: string; readonly now: Date },
): Promise<void> {
  await pool.query('UPDATE payment_fact SET asked_at = $4 WHERE provider = $1 AND kind = $2 AND id = $3', [
    ...[provider, kind, id, now],
  ]);
}
