import { requireUser } from '@modu/viewer';
import type { GalleryContext } from '../../context.ts';

export function board(_: unknown, { id }: { readonly id: string }, { viewer, boards }: GalleryContext) {
  if (viewer.kind !== 'service') requireUser(viewer);
  return boards.byId.load(id);
}
