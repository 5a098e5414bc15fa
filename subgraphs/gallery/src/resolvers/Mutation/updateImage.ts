import { answer } from '@modu/subgraph';
import type { GalleryContext } from '../../context.ts';
import { messages } from '../../messages.ts';
import { updateImage as operation } from '../../operations/change-images.ts';

export async function updateImage(
  _: unknown,
  wanted: { readonly id: string; readonly input: unknown },
  { viewer, deps }: GalleryContext,
) {
  const outcome = await operation(wanted, { viewer, deps });
  return answer(outcome, { typename: 'Image', viewer, catalog: messages });
}
