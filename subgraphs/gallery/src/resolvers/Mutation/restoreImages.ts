import { answer } from '@modu/subgraph';
import type { GalleryContext } from '../../context.ts';
import { messages } from '../../messages.ts';
import { restoreImages as operation } from '../../operations/change-images.ts';

export async function restoreImages(
  _: unknown,
  { ids }: { readonly ids: readonly string[] },
  { viewer, deps }: GalleryContext,
) {
  const outcome = await operation(ids, { viewer, deps });
  return answer(outcome, { typename: 'ChangedImages', viewer, catalog: messages });
}
