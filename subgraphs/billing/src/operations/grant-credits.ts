import { refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { assertService } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import type { CreditAccount } from '../domain/account.ts';
import { checkAmount, checkId } from '../domain/limits.ts';
import { withAccount } from '../store/ledger.ts';
import type { Ledger } from '../store/ledger.ts';
import { findTransferByKey, insertTransfer } from '../store/transfer-store.ts';

export interface Grant {
  readonly userId: string;
  readonly amount: number;
  readonly idempotencyKey: string;
  readonly note?: string;
}

/**
 * Gives a person credits; only for services. Idempotent by key: the same again changes nothing, other content is
 * CONFLICT. Returns the account as it is afterwards.
 */
export async function grantCredits(ledger: Ledger, viewer: Viewer, grant: Grant): Promise<CreditAccount | Refusal> {
  assertService(viewer);
  const { userId, amount, idempotencyKey } = grant;
  const invalid =
    checkId(userId, ['userId']) ?? checkAmount(amount, ['amount']) ?? checkId(idempotencyKey, ['idempotencyKey']);
  if (invalid) return invalid;

  return withAccount(ledger, userId, async (transaction, account) => {
    const earlier = await findTransferByKey(transaction, idempotencyKey);
    if (earlier) {
      const same = earlier.userId === userId && earlier.availableChange === amount;
      return same ? account : refuse('CONFLICT', 'grant.otherContent');
    }
    await insertTransfer(transaction, { ...grant, kind: 'GRANT' });
    return { ...account, available: account.available + amount };
  });
}
