import { answer } from '@modu/subgraph';
import type { AssetsContext } from '../../context.ts';
import { messages } from '../../messages.ts';
import { deleteAsset as operation } from '../../operations/delete-asset.ts';

interface Args {
  readonly id: string;
  readonly forever?: boolean | null;
}

export async function deleteAsset(_: unknown, { id, forever }: Args, { viewer, deps }: AssetsContext) {
  const deleted = await operation({ id, isForever: forever ?? false }, { viewer, deps });
  return answer(deleted, { typename: 'DeletedAsset', viewer, catalog: messages });
}
