import { answer } from '@modu/subgraph';
import type { GalleryContext } from '../../context.ts';
import { messages } from '../../messages.ts';
import { removeFromBoard as operation } from '../../operations/change-boards.ts';

export async function removeFromBoard(
  _: unknown,
  wanted: Parameters<typeof operation>[0],
  { viewer, deps }: GalleryContext,
) {
  return answer(await operation(wanted, { viewer, deps }), { typename: 'BoardChange', viewer, catalog: messages });
}
