import { answer } from '@modu/subgraph';
import type { GalleryContext } from '../../context.ts';
import { messages } from '../../messages.ts';
import { addToBoard as operation } from '../../operations/change-boards.ts';

export async function addToBoard(
  _: unknown,
  wanted: Parameters<typeof operation>[0],
  { viewer, deps }: GalleryContext,
) {
  return answer(await operation(wanted, { viewer, deps }), { typename: 'BoardChange', viewer, catalog: messages });
}
