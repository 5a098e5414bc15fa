import { assertService } from '@modu/viewer';
import type { GalleryContext } from '../../context.ts';
import { previewShare } from '../../operations/view-share.ts';

export async function sharePreview(
  _: unknown,
  { token }: { readonly token: string },
  { viewer, deps, signal }: GalleryContext,
) {
  assertService(viewer);
  return (await previewShare(token, { deps, signal })) ?? null;
}
