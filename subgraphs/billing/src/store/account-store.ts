import type { ClientBase, Pool } from 'pg';
import { addMonths } from '../domain/calendar.ts';
import type { CreditAccount } from '../domain/account.ts';

const COLUMNS = 'user_id AS "userId", tier, available, held';

/** The accounts of people that are open already, locked until this transaction ends, in the order of their ids. */
export async function lockAccounts(client: ClientBase, userIds: readonly string[]): Promise<CreditAccount[]> {
  const { rows } = await client.query<CreditAccount>({
    name: 'lock-accounts',
    text: `SELECT ${COLUMNS} FROM credit_account WHERE user_id = ANY($1::text[]) ORDER BY user_id FOR UPDATE`,
    values: [userIds],
  });
  return rows;
}

/** The accounts that are open already among those asked for, in any order. */
export async function listAccounts(pool: Pool, userIds: readonly string[]): Promise<CreditAccount[]> {
  const { rows } = await pool.query<CreditAccount>(
    `SELECT ${COLUMNS} FROM credit_account WHERE user_id = ANY($1::text[])`,
    [userIds],
  );
  return rows;
}

/** Returns false when the account is there already; waits for whoever is opening it right now. */
export async function insertAccount(client: ClientBase, userId: string, now: Date): Promise<boolean> {
  const { rowCount } = await client.query(
    'INSERT INTO credit_account (user_id, opened_at, changes_at) VALUES ($1, $2, $3) ON CONFLICT (user_id) DO NOTHING',
    [userId, now, addMonths(now, 1)],
  );
  return rowCount === 1;
}
