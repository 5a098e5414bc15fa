import { isRefusal } from '@modu/errors';
import { answer } from '@modu/subgraph';
import type { GalleryContext } from '../../context.ts';
import { messages } from '../../messages.ts';
import { viewVisited } from '../../operations/view-share.ts';
import { toSharedImage } from '../shared-answer.ts';

export async function visitedImage(
  _: unknown,
  { visit }: { readonly visit: string },
  { viewer, deps, signal }: GalleryContext,
) {
  const seen = await viewVisited(visit, { deps, signal });
  return isRefusal(seen) ? answer(seen, { typename: 'SharedImage', viewer, catalog: messages }) : toSharedImage(seen);
}
