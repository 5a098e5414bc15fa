import { doEach } from '@modu/rounds';
import { COMPLETION_GRACE_MS } from '../domain/asset.ts';
import { batchByBatch } from './batch-by-batch.ts';
import type { Bound, Turn } from './batch-by-batch.ts';
import type { AssetsDeps } from './deps.ts';
import { rejectUpload } from './reject-upload.ts';
import { removeBytes } from './remove-bytes.ts';

const BATCH = 100;

/** Rejects drafts whose ticket has ended: nothing stays reserved for them, nothing stays in the bucket. */
export function expireUploads(deps: AssetsDeps, turn?: Turn): Promise<number> {
  const before = new Date(deps.now().getTime() - COMPLETION_GRACE_MS);
  const take = async (limit: number, bound: Bound) => {
    const drafts = await deps.assets.listExpired({ before, limit });
    const done = await doEach(
      drafts,
      (draft) => rejectUpload(draft, 'EXPIRED', deps, { expiredBefore: before }),
      bound,
    );
    return { found: drafts.length, done };
  };
  return batchByBatch({ limit: BATCH, take }, turn);
}

/** Removes bytes that an interrupted rejection or deletion left, or that a late PUT brought. */
export function sweepBytes(deps: AssetsDeps, turn?: Turn): Promise<number> {
  const take = async (limit: number, bound: Bound) => {
    const due = await deps.sweeps.listDue({ now: deps.now(), limit });
    return { found: due.length, done: await doEach(due, (asset) => removeBytes(asset, deps), bound) };
  };
  return batchByBatch({ limit: BATCH, take }, turn);
}
