import type { Refusal } from '@modu/errors';
import { assertService } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import type { Balance } from '../domain/ledger/carry-out.ts';
import type { GrantSource } from '../domain/ledger/grant.ts';
import { checkAmount, checkId } from '../domain/limits.ts';
import type { Ledger } from '../store/ledger.ts';

export interface Grant {
  readonly userId: string;
  readonly amount: number;
  readonly idempotencyKey: string;
  readonly source?: GrantSource;
  /** Never when absent. */
  readonly expiresAt?: Date | null;
  readonly note?: string;
}

/**
 * Gives a person credits; only for services. Idempotent by key: the same again changes nothing, other content is
 * CONFLICT. Returns the balance afterwards.
 */
export async function grantCredits(ledger: Ledger, viewer: Viewer, grant: Grant): Promise<Balance | Refusal> {
  assertService(viewer);
  const { userId, amount, idempotencyKey: key, source = 'GIFT', expiresAt = null, note } = grant;
  const invalid = checkId(userId, ['userId']) ?? checkAmount(amount, ['amount']) ?? checkId(key, ['idempotencyKey']);
  if (invalid) return invalid;
  return ledger.run(userId, { type: 'grant', key, source, amount, expiresAt, ...(note ? { note } : {}) });
}
