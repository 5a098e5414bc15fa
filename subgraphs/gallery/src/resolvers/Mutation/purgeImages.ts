import { answer } from '@modu/subgraph';
import type { GalleryContext } from '../../context.ts';
import { messages } from '../../messages.ts';
import { purgeImages as operation } from '../../operations/purge-images.ts';

export async function purgeImages(
  _: unknown,
  { ids }: { readonly ids: readonly string[] },
  { viewer, deps }: GalleryContext,
) {
  const outcome = await operation(ids, { viewer, deps });
  return answer(outcome, { typename: 'PurgedImages', viewer, catalog: messages });
}
