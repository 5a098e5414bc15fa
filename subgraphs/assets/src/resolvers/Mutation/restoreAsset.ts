import { answer } from '@modu/subgraph';
import type { AssetsContext } from '../../context.ts';
import { messages } from '../../messages.ts';
import { restoreAsset as operation } from '../../operations/delete-asset.ts';

export async function restoreAsset(_: unknown, { id }: { readonly id: string }, { viewer, deps }: AssetsContext) {
  return answer(await operation(id, { viewer, deps }), { typename: 'Asset', viewer, catalog: messages });
}
