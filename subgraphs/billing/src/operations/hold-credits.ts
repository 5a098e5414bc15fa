import { isRefusal } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { assertService } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import type { Hold, HoldRequest } from '../domain/hold.ts';
import { decideHold } from '../domain/hold-rules.ts';
import { checkAmount, checkExpiry, checkId } from '../domain/limits.ts';
import { findHold, insertHold, openHoldUntil } from '../store/hold-store.ts';
import { withAccount } from '../store/ledger.ts';
import type { Ledger } from '../store/ledger.ts';
import type { LedgerTransaction } from '../store/ledger-transaction.ts';
import { insertTransfer } from '../store/transfer-store.ts';
import { releaseDueHolds } from './release-due-holds.ts';

/**
 * Sets credits aside for a job; only for services. Idempotent by `jobId`: the same again extends the expiry, other content
 * is CONFLICT. Credits that expired holds still keep count as available.
 */
export async function holdCredits(ledger: Ledger, viewer: Viewer, request: HoldRequest): Promise<Hold | Refusal> {
  assertService(viewer);
  const invalid =
    checkId(request.jobId, ['input', 'jobId']) ??
    checkId(request.userId, ['input', 'userId']) ??
    checkAmount(request.amount, ['input', 'amount']) ??
    checkExpiry(request.expiresInSeconds, ['input', 'expiresInSeconds']);
  if (invalid) return invalid;

  return withAccount(ledger, request.userId, async (transaction, account) => {
    const existing = await findHold(transaction.client, request.jobId);
    const decision = decideHold(request, existing, account.available);
    if (!isRefusal(decision)) return carryOut(transaction, { decision, request, existing });
    if (decision.code !== 'INSUFFICIENT_CREDITS') return decision;

    const freed = await releaseDueHolds(transaction, request.userId);
    const retried = decideHold(request, existing, account.available + freed);
    return isRefusal(retried) ? retried : carryOut(transaction, { decision: retried, request, existing });
  });
}

interface DecidedHold {
  readonly decision: Exclude<ReturnType<typeof decideHold>, Refusal>;
  readonly request: HoldRequest;
  readonly existing: Hold | undefined;
}

async function carryOut(
  transaction: LedgerTransaction,
  { decision, request, existing }: DecidedHold,
): Promise<Hold | Refusal> {
  const { client, now } = transaction;
  const { jobId, userId, amount } = request;
  const expiresAt = new Date(now.getTime() + request.expiresInSeconds * 1_000);
  if (decision === 'unchanged' && existing) return existing;
  if (decision === 'extend') return openHoldUntil(client, jobId, expiresAt);

  const hold =
    decision === 'open'
      ? await insertHold(client, { jobId, userId, amount, expiresAt })
      : await openHoldUntil(client, jobId, expiresAt);
  // Another person's request for the same job came in between: now there is a hold to compare with.
  if (!hold) return decideAgainstOther(transaction, request);
  await insertTransfer(transaction, { userId, kind: 'HOLD', amount, jobId });
  return hold;
}

async function decideAgainstOther({ client }: LedgerTransaction, request: HoldRequest): Promise<Refusal> {
  const other = await findHold(client, request.jobId);
  const decision = decideHold(request, other, 0);
  if (isRefusal(decision)) return decision;
  throw new Error(`The hold of job ${request.jobId} changed without the lock of its account.`);
}
