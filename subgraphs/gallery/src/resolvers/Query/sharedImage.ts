import { answer } from '@modu/subgraph';
import { isRefusal, refuse } from '@modu/errors';
import type { GalleryContext } from '../../context.ts';
import { messages } from '../../messages.ts';
import { viewShare } from '../../operations/view-share.ts';
import { guesserOf, toSharedImage } from '../shared-answer.ts';

/** Links to pictures alone, as programs knew them before there were links to boards. */
export async function sharedImage(
  _: unknown,
  looking: { readonly token: string; readonly password?: string | null },
  { viewer, deps, signal }: GalleryContext,
) {
  const seen = await viewShare({ ...looking, imagesOnly: true }, { deps, signal, guesser: guesserOf(viewer) });
  const other = { typename: 'SharedImage', viewer, catalog: messages };
  if (isRefusal(seen)) return answer(seen, other);
  return seen.kind === 'IMAGE' ? toSharedImage(seen) : answer(refuse('NOT_FOUND', 'share.isBoard'), other);
}
