import { refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { requireUser } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import type { AssetsDeps } from './deps.ts';
import { findOwnAsset } from './find-own-asset.ts';
import { mayManage } from '../domain/access.ts';
import { rejectUpload } from './reject-upload.ts';

/**
 * Gives an upload up. Repeating it is fine.
 * @throws AccessError UNAUTHENTICATED when nobody is signed in.
 */
export async function abortUpload(
  id: string,
  { viewer, deps }: { readonly viewer: Viewer; readonly deps: AssetsDeps },
): Promise<{ readonly id: string } | Refusal> {
  requireUser(viewer, 'files');
  const asset = await findOwnAsset(id, { viewer, deps });
  if (!asset || !mayManage(viewer, asset)) return refuse('NOT_FOUND', 'upload.unknown', { path: ['id'] });
  if (asset.status === 'AWAITING_UPLOAD' && (await rejectUpload(asset, 'ABORTED', deps))) return { id };
  const after = await findOwnAsset(id, { viewer, deps });
  return after?.status === 'REJECTED' ? { id } : refuse('ALREADY_FINISHED', 'upload.finished', { path: ['id'] });
}
