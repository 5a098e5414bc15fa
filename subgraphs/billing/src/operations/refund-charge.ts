import { refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { assertService } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import type { Hold } from '../domain/hold.ts';
import { checkAmount, checkId } from '../domain/limits.ts';
import { checkNote, noteOf } from '../domain/note.ts';
import { findHolders } from '../store/hold-store.ts';
import type { Ledger } from '../store/ledger.ts';

export interface Refund {
  readonly jobId: string;
  readonly amount: number;
  readonly idempotencyKey: string;
  readonly note?: string | null;
}

/**
 * Gives back, all or part, what a job was charged; only for services. Idempotent by key; never more than was charged. The
 * credits return to the grants they came from, and to those grants' expiry.
 */
export async function refundCharge(ledger: Ledger, viewer: Viewer, refund: Refund): Promise<Hold | Refusal> {
  assertService(viewer);
  const { jobId, amount, idempotencyKey: key, note } = refund;
  const invalid = checkAmount(amount, ['amount']) ?? checkId(key, ['idempotencyKey']) ?? checkNote(note, ['note']);
  if (invalid) return invalid;
  const userId = (await findHolders(ledger.pool, [jobId])).get(jobId);
  if (userId === undefined) return refuse('NOT_FOUND', 'hold.notFound', { path: ['jobId'] });
  return ledger.run(userId, { type: 'refund', jobId, key, amount, ...noteOf(note) });
}
