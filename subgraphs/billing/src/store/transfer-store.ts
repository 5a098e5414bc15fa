import { createId } from '@modu/ids';
import type { MovementKind } from '../domain/movement.ts';
import { toMovement } from '../domain/movement.ts';
import type { LedgerTransaction } from './ledger-transaction.ts';

export interface NewTransfer {
  readonly userId: string;
  readonly kind: MovementKind;
  /** Positive; the kind says between which accounts. */
  readonly amount: number;
  readonly jobId?: string;
  readonly note?: string;
  readonly idempotencyKey?: string;
}

/** Balance, transfer and both entries in one statement: one round trip, and never one without the other. */
const INSERT_TRANSFER = `
  WITH account AS (
    UPDATE credit_account SET available = available + $3::int, held = held + $4::int WHERE user_id = $2
    RETURNING available
  ), transfer AS (
    INSERT INTO transfer
      (id, user_id, kind, available_change, available_after, job_id, note, idempotency_key, created_at)
    SELECT $1::text, $2::text, $5::"CreditEntryKind", $3::int, account.available, $6::text, $7::text, $8::text,
      $9::timestamptz
    FROM account
    RETURNING id
  )
  INSERT INTO entry (transfer_id, account, amount)
  SELECT transfer.id, side.account::"LedgerAccount", side.amount
  FROM transfer, unnest($10::text[], $11::int[]) AS side (account, amount)`;

/**
 * Moves credits of a person whose account this transaction has locked.
 * The database refuses, by throwing, what would make a balance negative or leave a transfer unbalanced.
 */
export async function insertTransfer({ client, now }: LedgerTransaction, transfer: NewTransfer): Promise<void> {
  const { userId, kind, amount, jobId, note, idempotencyKey } = transfer;
  const { entries, availableChange, heldChange } = toMovement(kind, amount);
  const { rowCount } = await client.query({
    name: 'insert-transfer',
    text: INSERT_TRANSFER,
    values: [
      createId(),
      userId,
      availableChange,
      heldChange,
      kind,
      jobId ?? null,
      note ?? null,
      idempotencyKey ?? null,
      now,
      entries.map((entry) => entry.account),
      entries.map((entry) => entry.amount),
    ],
  });
  if (rowCount !== entries.length) throw new Error(`No account to move credits on for ${userId}.`);
}

/** What an idempotency key was used for, if it was. */
export async function findTransferByKey(
  { client }: LedgerTransaction,
  idempotencyKey: string,
): Promise<{ readonly userId: string; readonly availableChange: number } | undefined> {
  const { rows } = await client.query<{ userId: string; availableChange: number }>(
    'SELECT user_id AS "userId", available_change AS "availableChange" FROM transfer WHERE idempotency_key = $1',
    [idempotencyKey],
  );
  return rows[0];
}
