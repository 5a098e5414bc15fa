import { answer } from '@modu/subgraph';
import type { GalleryContext } from '../../context.ts';
import { messages } from '../../messages.ts';
import { revokeShare as operation } from '../../operations/make-shares.ts';

export async function revokeShare(_: unknown, { id }: { readonly id: string }, { viewer, deps }: GalleryContext) {
  return answer(await operation(id, { viewer, deps }), { typename: 'Share', viewer, catalog: messages });
}
