import { answer } from '@modu/subgraph';
import type { GalleryContext } from '../../context.ts';
import { messages } from '../../messages.ts';
import { archiveImages as operation } from '../../operations/archive-images.ts';

export async function archiveImages(
  _: unknown,
  wanted: Parameters<typeof operation>[0],
  { viewer, deps }: GalleryContext,
) {
  return answer(await operation(wanted, { viewer, deps }), { typename: 'ImageArchive', viewer, catalog: messages });
}
