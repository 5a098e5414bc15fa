import type { ClientBase, Pool } from 'pg';
import type { CreditAccount } from '../domain/account.ts';

const COLUMNS = 'user_id AS "userId", tier, available, held';

/** The account of a person; `lock` makes others wait until this transaction ends. */
export async function findAccount(
  client: ClientBase,
  userId: string,
  mode: 'read' | 'lock',
): Promise<CreditAccount | undefined> {
  const { rows } = await client.query<CreditAccount>({
    name: `find-account-${mode}`,
    text: `SELECT ${COLUMNS} FROM credit_account WHERE user_id = $1 ${mode === 'lock' ? 'FOR UPDATE' : ''}`,
    values: [userId],
  });
  return rows[0];
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
export async function insertAccount(client: ClientBase, userId: string): Promise<boolean> {
  const { rowCount } = await client.query(
    'INSERT INTO credit_account (user_id) VALUES ($1) ON CONFLICT (user_id) DO NOTHING',
    [userId],
  );
  return rowCount === 1;
}

/** Locks an account unless someone works on it right now. */
export async function tryLockAccount(client: ClientBase, userId: string): Promise<boolean> {
  const { rowCount } = await client.query('SELECT 1 FROM credit_account WHERE user_id = $1 FOR UPDATE SKIP LOCKED', [
    userId,
  ]);
  return rowCount === 1;
}
