import { requireUser } from '@modu/viewer';
import type { GalleryContext } from '../../context.ts';

export function image(_: unknown, { id }: { readonly id: string }, { viewer, visibleImages }: GalleryContext) {
  if (viewer.kind !== 'service') requireUser(viewer, 'read');
  return visibleImages.load(id);
}
