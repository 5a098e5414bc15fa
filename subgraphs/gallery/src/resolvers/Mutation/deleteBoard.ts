import { answer } from '@modu/subgraph';
import type { GalleryContext } from '../../context.ts';
import { messages } from '../../messages.ts';
import { deleteBoard as operation } from '../../operations/change-boards.ts';

export async function deleteBoard(_: unknown, { id }: { readonly id: string }, { viewer, deps }: GalleryContext) {
  return answer(await operation(id, { viewer, deps }), { typename: 'DeletedBoard', viewer, catalog: messages });
}
