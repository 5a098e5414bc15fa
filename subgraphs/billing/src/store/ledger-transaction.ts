import type { PoolClient } from 'pg';

/** One transaction on one person's credits: their account is locked until it ends. */
export interface LedgerTransaction {
  readonly client: PoolClient;
  readonly now: Date;
}
