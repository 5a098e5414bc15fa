import { answer } from '@modu/subgraph';
import type { GalleryContext } from '../../context.ts';
import { messages } from '../../messages.ts';
import { createImage as operation } from '../../operations/create-image.ts';

export async function createImage(
  _: unknown,
  { input }: { readonly input: unknown },
  { viewer, deps, signal }: GalleryContext,
) {
  return answer(await operation(input, { viewer, deps, signal }), { typename: 'Image', viewer, catalog: messages });
}
