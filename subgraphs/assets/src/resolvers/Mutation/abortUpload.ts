import { answer } from '@modu/subgraph';
import type { AssetsContext } from '../../context.ts';
import { messages } from '../../messages.ts';
import { abortUpload as operation } from '../../operations/abort-upload.ts';

export async function abortUpload(_: unknown, { id }: { readonly id: string }, { viewer, deps }: AssetsContext) {
  return answer(await operation(id, { viewer, deps }), { typename: 'AbortedUpload', viewer, catalog: messages });
}
