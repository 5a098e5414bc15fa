import { isRefusal } from '@modu/errors';
import { answer } from '@modu/subgraph';
import type { GalleryContext } from '../../context.ts';
import { messages } from '../../messages.ts';
import { moveBoard as operation } from '../../operations/change-boards.ts';

export async function moveBoard(_: unknown, wanted: Parameters<typeof operation>[0], { viewer, deps }: GalleryContext) {
  const boards = await operation(wanted, { viewer, deps });
  return answer(isRefusal(boards) ? boards : { boards }, { typename: 'OrderedBoards', viewer, catalog: messages });
}
