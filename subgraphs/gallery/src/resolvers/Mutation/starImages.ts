import { answer } from '@modu/subgraph';
import type { GalleryContext } from '../../context.ts';
import { messages } from '../../messages.ts';
import { starImages as operation } from '../../operations/change-images.ts';

export async function starImages(
  _: unknown,
  { ids, starred }: { readonly ids: readonly string[]; readonly starred: boolean },
  { viewer, deps }: GalleryContext,
) {
  const outcome = await operation(ids, { starred, viewer, deps });
  return answer(outcome, { typename: 'ChangedImages', viewer, catalog: messages });
}
