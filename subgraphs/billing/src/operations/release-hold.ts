import { refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { assertService } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import type { Hold } from '../domain/hold.ts';
import { findHold, getHold, releaseHoldRow } from '../store/hold-store.ts';
import { withAccount } from '../store/ledger.ts';
import type { Ledger } from '../store/ledger.ts';
import { insertTransfer } from '../store/transfer-store.ts';

export interface Release {
  readonly jobId: string;
  /** Why, for the receipt; cut at 200 characters. */
  readonly note?: string | null;
}

const NOTE_LENGTH_MAX = 200;

/** Gives a whole hold back; only for services. Without effect on what is settled or released already. */
export async function releaseHold(ledger: Ledger, viewer: Viewer, { jobId, note }: Release): Promise<Hold | Refusal> {
  assertService(viewer);
  const known = await findHold(ledger.pool, jobId);
  if (!known) return refuse('NOT_FOUND', 'hold.notFound', { path: ['jobId'] });

  return withAccount(ledger, known.userId, async (transaction) => {
    const hold = await getHold(transaction.client, jobId);
    if (hold.status !== 'OPEN') return hold;
    await insertTransfer(transaction, {
      userId: hold.userId,
      kind: 'RELEASE',
      amount: hold.amount,
      jobId,
      ...(note ? { note: note.slice(0, NOTE_LENGTH_MAX) } : {}),
    });
    return releaseHoldRow(transaction.client, jobId);
  });
}
