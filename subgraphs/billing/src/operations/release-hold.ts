import { refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { assertService } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import type { Hold } from '../domain/hold.ts';
import { checkNote, noteOf } from '../domain/note.ts';
import { findHolder } from '../store/hold-store.ts';
import type { Ledger } from '../store/ledger.ts';

export interface Release {
  readonly jobId: string;
  /** Why, for the receipt; cut at 200 characters. */
  readonly note?: string | null;
}

/** Gives a whole hold back, for good unless it is held again; only for services. Without effect on what is settled already. */
export async function releaseHold(ledger: Ledger, viewer: Viewer, { jobId, note }: Release): Promise<Hold | Refusal> {
  assertService(viewer);
  const invalid = checkNote(note, ['note']);
  if (invalid) return invalid;
  const userId = await findHolder(ledger.pool, jobId);
  if (userId === undefined) return refuse('NOT_FOUND', 'hold.notFound', { path: ['jobId'] });
  return ledger.run(userId, { type: 'release', jobId, ...noteOf(note) });
}
