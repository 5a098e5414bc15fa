import { refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { assertService } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import type { Hold } from '../domain/hold.ts';
import { checkAmount } from '../domain/limits.ts';
import { findHolder } from '../store/hold-store.ts';
import type { Ledger } from '../store/ledger.ts';

export interface Settlement {
  readonly jobId: string;
  readonly amount: number;
}

/**
 * Spends a hold, all or part, and gives the rest back; only for services. Idempotent by `jobId`: another amount is
 * CONFLICT. A hold that expired meanwhile is charged anew from what is available, or INSUFFICIENT_CREDITS; one that was given
 * back is ALREADY_FINISHED.
 */
export async function settleHold(ledger: Ledger, viewer: Viewer, settlement: Settlement): Promise<Hold | Refusal> {
  assertService(viewer);
  const { jobId, amount } = settlement;
  const invalid = checkAmount(amount, ['amount']);
  if (invalid) return invalid;
  const userId = await findHolder(ledger.pool, jobId);
  if (userId === undefined) return refuse('NOT_FOUND', 'hold.notFound', { path: ['jobId'] });
  return ledger.run(userId, { type: 'settle', jobId, amount });
}
