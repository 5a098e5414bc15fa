import { assertService } from '@modu/viewer';
import type { GalleryContext } from '../../context.ts';
import { previewShare } from '../../operations/view-share.ts';
import { guesserAt } from '../shared-answer.ts';

export async function sharePreview(
  _: unknown,
  { token, address }: { readonly token: string; readonly address?: string | null },
  { viewer, deps, signal }: GalleryContext,
) {
  assertService(viewer);
  const guesser = address ? guesserAt(address) : undefined;
  return (await previewShare(token, { deps, signal, guesser })) ?? null;
}
