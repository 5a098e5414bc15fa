import { assertService } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import type { AssetsDeps } from './deps.ts';
import { removeReady } from './delete-asset.ts';
import { removeCopy } from './make-copy.ts';
import { rejectUpload } from './reject-upload.ts';

/** So much is done in one call, well within a caller's patience; the caller asks again while anything is left. */
const PASS_LIMIT = 50;

/**
 * Removes what a person has here, for an account that is deleted: uploads that are open, files, pictures, what was derived
 * from them, covers. Asked again it goes on; the records go once the bytes are gone for good (`forgetDeparted`). @returns whether nothing is left.
 * @throws AccessError FORBIDDEN to anybody but a service.
 */
export async function removeFilesOf(
  userId: string,
  { viewer, deps }: { readonly viewer: Viewer; readonly deps: AssetsDeps },
): Promise<boolean> {
  assertService(viewer);
  await deps.departed.note(userId, deps.now());
  const alive = await deps.assets.listAlive(userId, PASS_LIMIT);
  for (const asset of alive) {
    if (asset.status === 'READY') await removeReady(asset, deps);
    else await rejectUpload(asset, 'ABORTED', deps);
  }
  const copies = await deps.copies.listOf(userId, PASS_LIMIT);
  for (const copy of copies) await removeCopy(copy, deps);
  if (copies.length > 0 && (await deps.copies.listOf(userId, 1)).length > 0) return false;
  return alive.length < PASS_LIMIT && (await deps.assets.listAlive(userId, 1)).length === 0;
}
