import { COMPLETION_GRACE_MS } from '../domain/asset.ts';
import type { AssetsDeps } from './deps.ts';
import { rejectUpload } from './reject-upload.ts';
import { removeBytes } from './remove-bytes.ts';

const PASS_LIMIT = 100;

/** Rejects drafts whose ticket has ended: nothing stays reserved for them, nothing stays in the bucket. */
export async function expireUploads(deps: AssetsDeps): Promise<number> {
  const before = new Date(deps.now().getTime() - COMPLETION_GRACE_MS);
  let expired = 0;
  for (const draft of await deps.assets.listExpired({ before, limit: PASS_LIMIT })) {
    if (await rejectUpload(draft, 'EXPIRED', deps, { expiredBefore: before })) expired += 1;
  }
  return expired;
}

/** Removes bytes that an interrupted rejection or deletion left, or that a late PUT brought. */
export async function sweepBytes(deps: AssetsDeps): Promise<number> {
  const due = await deps.sweeps.listDue({ now: deps.now(), limit: PASS_LIMIT });
  for (const asset of due) await removeBytes(asset, deps);
  return due.length;
}
