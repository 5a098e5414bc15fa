import { answer } from '@modu/subgraph';
import type { GalleryContext } from '../../context.ts';
import { messages } from '../../messages.ts';
import { createBoard as operation } from '../../operations/change-boards.ts';

export async function createBoard(
  _: unknown,
  { input }: { readonly input: Parameters<typeof operation>[0] },
  { viewer, deps }: GalleryContext,
) {
  return answer(await operation(input, { viewer, deps }), { typename: 'Board', viewer, catalog: messages });
}
