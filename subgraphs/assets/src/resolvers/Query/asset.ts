import { requireUser } from '@modu/viewer';
import type { AssetsContext } from '../../context.ts';

export function asset(_: unknown, { id }: { readonly id: string }, { viewer, ownAssets }: AssetsContext) {
  requireUser(viewer, 'read');
  return ownAssets.load(id);
}
