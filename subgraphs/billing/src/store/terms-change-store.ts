import type { ClientBase, Pool } from 'pg';

export interface TermsChangeRow {
  readonly sequence: number;
  readonly userId: string;
}

/** Numbers are given one transaction after the other, so that no lower number is seen after a higher one. */
const ORDER_LOCK = `SELECT pg_advisory_xact_lock(hashtextextended('modu_billing:terms_change', 0))`;

/** Notes in the transaction that changes a person's terms that they are new; an earlier note of theirs moves to the end. */
export async function noteTermsChange(sql: ClientBase, userId: string, now: Date): Promise<void> {
  await sql.query(ORDER_LOCK);
  await sql.query(
    `INSERT INTO terms_change (user_id, changed_at) VALUES ($1, $2)
     ON CONFLICT (user_id) DO UPDATE SET sequence = excluded.sequence, changed_at = excluded.changed_at`,
    [userId, now],
  );
}

/** What comes after this, or what the service has not confirmed; the oldest first. */
export async function listTermsChanges(
  pool: Pool,
  { service, after, limit }: { readonly service: string; readonly after: number | null; readonly limit: number },
): Promise<TermsChangeRow[]> {
  const { rows } = await pool.query<TermsChangeRow>(
    `SELECT sequence, user_id AS "userId" FROM terms_change
     WHERE sequence > coalesce($3::int, (SELECT through FROM terms_change_reader WHERE service = $1), 0)
     ORDER BY sequence LIMIT $2`,
    [service, limit, after],
  );
  return rows;
}

/** Notes that the service has dealt with everything up to here; never goes back. @returns how far it has come. */
export async function confirmTermsChangesOf(
  pool: Pool,
  { service, through, now }: { readonly service: string; readonly through: number; readonly now: Date },
): Promise<number> {
  const { rows } = await pool.query<{ through: number }>(
    `INSERT INTO terms_change_reader AS reader (service, through, confirmed_at) VALUES ($1, $2, $3)
     ON CONFLICT (service) DO UPDATE SET through = greatest(reader.through, excluded.through), confirmed_at = excluded.confirmed_at
     RETURNING through`,
    [service, through, now],
  );
  return rows[0]?.through ?? through;
}
