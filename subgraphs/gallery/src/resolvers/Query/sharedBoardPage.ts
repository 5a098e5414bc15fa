import { isRefusal } from '@modu/errors';
import { answer } from '@modu/subgraph';
import type { GalleryContext } from '../../context.ts';
import { messages } from '../../messages.ts';
import { readSharedPage } from '../../operations/list-shared-images.ts';
import { toSharedPage } from '../shared-answer.ts';

export async function sharedBoardPage(
  _: unknown,
  going: { readonly visit: string; readonly after?: string | null },
  { viewer, deps, signal }: GalleryContext,
) {
  const read = await readSharedPage(going, { deps, signal });
  if (isRefusal(read)) return answer(read, { typename: 'SharedBoardPage', viewer, catalog: messages });
  return toSharedPage(read);
}
