import type { AssetsContext } from '../../context.ts';
import { removeFilesOf as operation } from '../../operations/remove-files-of.ts';

export function removeFilesOf(_: unknown, { userId }: { readonly userId: string }, { viewer, deps }: AssetsContext) {
  return operation(userId, { viewer, deps });
}
