import { createId } from '@modu/ids';
import type { ClientBase } from 'pg';
import type { AccountBook } from '../domain/ledger/book.ts';

/**
 * Writes down what commands changed, for any number of people, in one statement: never a balance without its transfers.
 * Plain inserts where a row must be new: somebody else's row of the same key makes the whole fail instead of being changed.
 */
const SAVE = `
  WITH accounts AS (
    UPDATE credit_account SET available = new.available, held = new.held
    FROM json_to_recordset($1::json) AS new ("userId" text, available int, held int) WHERE user_id = new."userId"
  ), granted AS (
    INSERT INTO credit_grant
      (key, user_id, source, amount, remaining, revoke_target, revoked, expires_at, closed, created_at)
    SELECT key, "userId", source::"GrantSource", amount, remaining, "revokeTarget", revoked, "expiresAt", closed, "createdAt"
    FROM json_to_recordset($2::json) AS new (key text, "userId" text, source text, amount int, remaining int,
      "revokeTarget" int, revoked int, "expiresAt" timestamptz, closed boolean, "createdAt" timestamptz)
  ), used AS (
    UPDATE credit_grant AS old SET amount = new.amount, remaining = new.remaining, revoke_target = new."revokeTarget",
      revoked = new.revoked, closed = new.closed
    FROM json_to_recordset($3::json) AS new (key text, amount int, remaining int, "revokeTarget" int, revoked int,
      closed boolean)
    WHERE old.key = new.key
  ), opened AS (
    INSERT INTO hold (job_id, user_id, amount, settled_amount, refunded_amount, status, given_back, expires_at, parts)
    SELECT "jobId", "userId", amount, "settledAmount", "refundedAmount", status::"HoldStatus", "givenBack", "expiresAt", parts
    FROM json_to_recordset($4::json) AS new ("jobId" text, "userId" text, amount int, "settledAmount" int,
      "refundedAmount" int, status text, "givenBack" boolean, "expiresAt" timestamptz, parts jsonb)
  ), moved AS (
    UPDATE hold SET settled_amount = new."settledAmount", refunded_amount = new."refundedAmount",
      status = new.status::"HoldStatus", given_back = new."givenBack", expires_at = new."expiresAt", parts = new.parts
    FROM json_to_recordset($5::json) AS new ("jobId" text, "settledAmount" int, "refundedAmount" int, status text,
      "givenBack" boolean, "expiresAt" timestamptz, parts jsonb)
    WHERE job_id = new."jobId"
  ), written AS (
    SELECT * FROM json_to_recordset($6::json) AS new (id text, ord int, "userId" text, kind text, amount int,
      "availableChange" int, "availableAfter" int, "jobId" text, note text, key text, content text, "from" text, "to" text)
  ), transfers AS (
    INSERT INTO transfer (id, user_id, kind, amount, available_change, available_after, job_id, note, idempotency_key,
      key_content, created_at)
    SELECT id, "userId", kind::"CreditEntryKind", amount, "availableChange", "availableAfter", "jobId", note, key, content, $7
    FROM written ORDER BY ord
  )
  INSERT INTO entry (transfer_id, account, amount)
  SELECT id, "from"::"LedgerAccount", -amount FROM written
  UNION ALL
  SELECT id, "to"::"LedgerAccount", amount FROM written`;

/** The jobs and keys whose rows were there when the books were opened. */
export interface Known {
  readonly holds: ReadonlySet<string>;
  readonly grants: ReadonlySet<string>;
}

export function knownRows(books: readonly AccountBook[]): Known {
  return {
    holds: new Set(books.flatMap((book) => [...book.holds.keys()])),
    grants: new Set(books.flatMap((book) => [...book.grants.keys()])),
  };
}

/** Writes the changes of books whose accounts this transaction has locked. */
export async function saveBooks(
  client: ClientBase,
  books: readonly AccountBook[],
  { known, now }: { readonly known: Known; readonly now: Date },
): Promise<void> {
  const changed = books.filter((book) => book.transfers.length + book.changedHolds.size + book.changedGrants.size > 0);
  if (changed.length === 0) return;
  const accounts = changed.map(({ userId, available, held }) => ({ userId, available, held }));
  const grants = changed.flatMap((book) => [...book.changedGrants].flatMap((key) => book.grants.get(key) ?? []));
  const holds = changed.flatMap((book) => [...book.changedHolds].flatMap((jobId) => book.holds.get(jobId) ?? []));
  const [opened, moved] = split(holds, ({ jobId }) => !known.holds.has(jobId));
  const [granted, used] = split(grants, ({ key }) => !known.grants.has(key));
  const transfers = changed.flatMap(({ userId, transfers: decided }) =>
    decided.map(({ shownAs, ...transfer }) => ({ ...transfer, userId, kind: shownAs, id: createId() })),
  );
  const ordered = transfers.map((transfer, ord) => ({ ...transfer, ord }));
  const values = [...[accounts, granted, used, opened, moved, ordered].map((rows) => JSON.stringify(rows)), now];
  await client.query({ name: 'save-books', text: SAVE, values });
}

function split<Row>(rows: readonly Row[], belongs: (row: Row) => boolean): readonly [Row[], Row[]] {
  return [rows.filter(belongs), rows.filter((row) => !belongs(row))];
}
