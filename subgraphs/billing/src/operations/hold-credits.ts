import type { Refusal } from '@modu/errors';
import { assertService } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import type { Hold, HoldRequest } from '../domain/hold.ts';
import { checkAmount, checkExpiry, checkId } from '../domain/limits.ts';
import type { Ledger } from '../store/ledger.ts';

/**
 * Sets credits aside for a job; only for services. Idempotent by `jobId`: the same again extends the expiry, other content
 * is CONFLICT. Credits that expired holds still keep count as available.
 */
export async function holdCredits(ledger: Ledger, viewer: Viewer, request: HoldRequest): Promise<Hold | Refusal> {
  assertService(viewer);
  const { jobId, userId, amount, expiresInSeconds } = request;
  const invalid =
    checkId(jobId, ['input', 'jobId']) ??
    checkId(userId, ['input', 'userId']) ??
    checkAmount(amount, ['input', 'amount']) ??
    checkExpiry(expiresInSeconds, ['input', 'expiresInSeconds']);
  if (invalid) return invalid;
  const expiresAt = new Date(ledger.now().getTime() + expiresInSeconds * 1_000);
  return ledger.run(userId, { type: 'hold', jobId, amount, expiresAt });
}
