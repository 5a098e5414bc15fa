import { answer } from '@modu/subgraph';
import type { GalleryContext } from '../../context.ts';
import { messages } from '../../messages.ts';
import { tagImages as operation } from '../../operations/change-images.ts';

export async function tagImages(_: unknown, wanted: Parameters<typeof operation>[0], { viewer, deps }: GalleryContext) {
  const outcome = await operation(wanted, { viewer, deps });
  return answer(outcome, { typename: 'ChangedImages', viewer, catalog: messages });
}
