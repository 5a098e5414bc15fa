import { isRefusal } from '@modu/errors';
import { answer } from '@modu/subgraph';
import type { GalleryContext } from '../../context.ts';
import { messages } from '../../messages.ts';
import { viewShare } from '../../operations/view-share.ts';
import { guesserOf, toSharedBoard, toSharedImage } from '../shared-answer.ts';

export async function openShare(
  _: unknown,
  looking: { readonly token: string; readonly password?: string | null },
  { viewer, deps, signal }: GalleryContext,
) {
  const seen = await viewShare(looking, { deps, signal, guesser: guesserOf(viewer) });
  if (isRefusal(seen)) return answer(seen, { typename: 'SharedImage', viewer, catalog: messages });
  return seen.kind === 'IMAGE' ? toSharedImage(seen) : toSharedBoard(seen);
}
