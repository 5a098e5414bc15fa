import type { Pool } from 'pg';

/** What the ledger says about one person, counted anew from its entries. */
export interface LedgerAudit {
  readonly available: number;
  readonly held: number;
  /** Sum of all entries of the person's transfers; zero in double entry. */
  readonly entriesSum: number;
  readonly granted: number;
  readonly spent: number;
  readonly expired: number;
  readonly revoked: number;
  readonly availableByEntries: number;
  readonly heldByEntries: number;
  readonly openHolds: number;
  /** Settled and not refunded, by the holds. */
  readonly charged: number;
  /** What can be used, and what was ever given, by the grants. */
  readonly inGrants: number;
  readonly byGrants: number;
  readonly transfers: number;
  /** Movements whose balance does not follow from the one before. */
  readonly brokenChain: number;
}

const AUDIT = `
  WITH sides AS (
    SELECT entry.account, sum(entry.amount)::int AS total
    FROM entry JOIN transfer ON transfer.id = entry.transfer_id WHERE transfer.user_id = $1 GROUP BY entry.account
  ), chain AS (
    SELECT available_after - available_change AS before, lag(available_after, 1, 0) OVER (ORDER BY seq) AS previous
    FROM transfer WHERE user_id = $1
  )
  SELECT account.available, account.held,
    (SELECT coalesce(sum(total), 0)::int FROM sides) AS "entriesSum",
    (SELECT coalesce(-sum(total), 0)::int FROM sides WHERE sides.account = 'GRANTS') AS granted,
    (SELECT coalesce(sum(total), 0)::int FROM sides WHERE sides.account = 'REVENUE') AS spent,
    (SELECT coalesce(sum(total), 0)::int FROM sides WHERE sides.account = 'EXPIRED') AS expired,
    (SELECT coalesce(sum(total), 0)::int FROM sides WHERE sides.account = 'REVOKED') AS revoked,
    (SELECT coalesce(sum(total), 0)::int FROM sides WHERE sides.account = 'AVAILABLE') AS "availableByEntries",
    (SELECT coalesce(sum(total), 0)::int FROM sides WHERE sides.account = 'HELD') AS "heldByEntries",
    (SELECT coalesce(sum(amount), 0)::int FROM hold WHERE user_id = $1 AND status = 'OPEN') AS "openHolds",
    (SELECT coalesce(sum(settled_amount - refunded_amount), 0)::int FROM hold WHERE user_id = $1) AS charged,
    (SELECT coalesce(sum(remaining), 0)::int FROM credit_grant WHERE user_id = $1) AS "inGrants",
    (SELECT coalesce(sum(amount), 0)::int FROM credit_grant WHERE user_id = $1) AS "byGrants",
    (SELECT count(*)::int FROM transfer WHERE user_id = $1) AS transfers,
    (SELECT count(*)::int FROM chain WHERE before <> previous) AS "brokenChain"
  FROM credit_account AS account WHERE account.user_id = $1`;

/** Counts a person's ledger anew; for tests and for whoever doubts a balance. Throws when there is no account. */
export async function auditLedger(pool: Pool, userId: string): Promise<LedgerAudit> {
  const { rows } = await pool.query<LedgerAudit>({ name: 'audit-ledger', text: AUDIT, values: [userId] });
  const [audit] = rows;
  if (!audit) throw new Error(`No account of ${userId} to audit.`);
  return audit;
}

/** What does not hold of a person's ledger, in words; empty when all is well. */
export function problemsIn(seen: LedgerAudit): string[] {
  const { available, held, granted, spent, expired, revoked } = seen;
  const truths: readonly (readonly [string, boolean])[] = [
    [
      'granted = available + held + spent + expired + revoked',
      granted === available + held + spent + expired + revoked,
    ],
    ['entries add up to zero', seen.entriesSum === 0],
    ['balances follow from entries', available === seen.availableByEntries && held === seen.heldByEntries],
    ['each movement follows from the one before', seen.brokenChain === 0],
    ['held is the sum of open holds', held === seen.openHolds],
    ['spent is what holds were charged', spent === seen.charged],
    ['what is available lies in grants', available === seen.inGrants],
    ['grants add up to what was granted', granted === seen.byGrants],
    ['nothing is negative', Math.min(available, held, granted, spent, expired, revoked) >= 0],
  ];
  return truths.flatMap(([name, holds]) => (holds ? [] : [name]));
}
