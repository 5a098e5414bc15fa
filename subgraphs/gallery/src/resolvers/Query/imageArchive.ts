import type { GalleryContext } from '../../context.ts';
import { findArchive } from '../../operations/archive-images.ts';

export async function imageArchive(_: unknown, { id }: { readonly id: string }, { viewer, deps }: GalleryContext) {
  return (await findArchive(id, { viewer, deps })) ?? null;
}
