import { answer } from '@modu/subgraph';
import type { GalleryContext } from '../../context.ts';
import { messages } from '../../messages.ts';
import { updateBoard as operation } from '../../operations/change-boards.ts';

export async function updateBoard(
  _: unknown,
  wanted: Parameters<typeof operation>[0],
  { viewer, deps }: GalleryContext,
) {
  return answer(await operation(wanted, { viewer, deps }), { typename: 'Board', viewer, catalog: messages });
}
