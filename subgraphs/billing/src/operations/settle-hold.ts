import { isRefusal, refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { assertService } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import type { Hold } from '../domain/hold.ts';
import { decideSettle } from '../domain/hold-rules.ts';
import type { SettleDecision } from '../domain/hold-rules.ts';
import { checkAmount } from '../domain/limits.ts';
import { findHold, getHold, settleHoldRow } from '../store/hold-store.ts';
import { withAccount } from '../store/ledger.ts';
import type { Ledger } from '../store/ledger.ts';
import type { LedgerTransaction } from '../store/ledger-transaction.ts';
import { insertTransfer } from '../store/transfer-store.ts';

export interface Settlement {
  readonly jobId: string;
  readonly amount: number;
}

/**
 * Spends a hold, all or part, and gives the rest back; only for services. Idempotent by `jobId`: another amount is
 * CONFLICT. A hold that was released meanwhile is charged anew from what is available, or INSUFFICIENT_CREDITS.
 */
export async function settleHold(ledger: Ledger, viewer: Viewer, settlement: Settlement): Promise<Hold | Refusal> {
  assertService(viewer);
  const invalid = checkAmount(settlement.amount, ['amount']);
  if (invalid) return invalid;
  const known = await findHold(ledger.pool, settlement.jobId);
  if (!known) return refuse('NOT_FOUND', 'hold.notFound', { path: ['jobId'] });

  return withAccount(ledger, known.userId, async (transaction, account) => {
    const hold = await getHold(transaction.client, settlement.jobId);
    const decision = decideSettle(hold, settlement.amount, account.available);
    if (isRefusal(decision)) return decision;
    return carryOut(transaction, hold, decision);
  });
}

async function carryOut(transaction: LedgerTransaction, hold: Hold, decision: SettleDecision): Promise<Hold> {
  if (decision.kind === 'unchanged') return hold;
  const { jobId, userId } = hold;
  if (decision.kind === 'recharge') {
    await insertTransfer(transaction, { userId, kind: 'HOLD', amount: decision.spend, jobId, note: 'late' });
  }
  await insertTransfer(transaction, { userId, kind: 'SETTLE', amount: decision.spend, jobId });
  if (decision.kind === 'settle' && decision.giveBack > 0) {
    await insertTransfer(transaction, { userId, kind: 'RELEASE', amount: decision.giveBack, jobId, note: 'rest' });
  }
  return settleHoldRow(transaction.client, jobId, decision.spend);
}
