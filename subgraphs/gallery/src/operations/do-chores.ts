import type { Logger } from '@modu/logger';
import { CHORE_KINDS } from '../store/chore-store.ts';
import type { Chore, ChoreKind } from '../store/chore-store.ts';
import type { ChoreDeps, Work } from './chore-work.ts';
import { copyShare } from './copy-share.ts';
import { coverBoard } from './cover-board.ts';
import { describePicture } from './describe-picture.ts';

export interface Doing {
  readonly logger: Logger;
  readonly signal: AbortSignal;
}

const WORK: Readonly<Record<ChoreKind, Work>> = { SHARE: copyShare, BOARD: coverBoard, IMAGE: describePicture };

const CLAIMED_AT_ONCE = 50;
const DONE_AT_ONCE = 5;
/** Longer than any chore takes: whoever has claimed it for longer is taken for dead. */
const LEASE_MS = 120_000;
const RETRY_FIRST_MS = 2_000;
const RETRY_LAST_MS = 3_600_000;

/**
 * Sees to what is due in the bucket, one round of each kind. What fails is tried again, later and later, for as long as it
 * takes; what a crash leaves is claimed anew. Safe in many processes at once: see each kind of work.
 * @returns whether there was anything to do.
 */
export async function doChores(deps: ChoreDeps, doing: Doing): Promise<boolean> {
  let found = 0;
  for (const kind of CHORE_KINDS) found += doing.signal.aborted ? 0 : await doSome(kind, deps, doing);
  return found > 0;
}

async function doSome(kind: ChoreKind, deps: ChoreDeps, doing: Doing): Promise<number> {
  const now = deps.now();
  const until = new Date(now.getTime() + LEASE_MS);
  const chores = await deps.chores.claim(kind, { now, until, limit: CLAIMED_AT_ONCE });
  const bySubject = [...Map.groupBy(chores, ({ subject }) => subject).values()];
  for (let from = 0; from < bySubject.length; from += DONE_AT_ONCE) {
    const some = bySubject.slice(from, from + DONE_AT_ONCE);
    await Promise.all(some.map((same) => doOne(kind, same, deps, doing)));
  }
  return chores.length;
}

async function doOne(kind: ChoreKind, same: readonly Chore[], deps: ChoreDeps, { logger, signal }: Doing) {
  const [chore] = same;
  if (!chore || signal.aborted) return;
  try {
    await WORK[kind](chore, deps, signal);
    await deps.chores.remove(same);
  } catch (error) {
    if (signal.aborted) return;
    logger.warn({ err: error, kind, subject: chore.subject, tries: chore.tries }, 'a chore in the bucket is left');
    const delayMs = Math.min(RETRY_LAST_MS, RETRY_FIRST_MS * 2 ** Math.min(chore.tries - 1, 20));
    await deps.chores.postpone(same, new Date(deps.now().getTime() + delayMs));
  }
}
