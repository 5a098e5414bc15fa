import { answer } from '@modu/subgraph';
import type { GalleryContext } from '../../context.ts';
import { messages } from '../../messages.ts';
import { shareImage as operation } from '../../operations/make-shares.ts';

export async function shareImage(
  _: unknown,
  wanted: Parameters<typeof operation>[0],
  { viewer, deps }: GalleryContext,
) {
  return answer(await operation(wanted, { viewer, deps }), { typename: 'Share', viewer, catalog: messages });
}
