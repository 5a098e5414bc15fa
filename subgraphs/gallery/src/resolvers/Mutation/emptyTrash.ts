import type { GalleryContext } from '../../context.ts';
import { emptyTrash as operation } from '../../operations/purge-images.ts';

export async function emptyTrash(_: unknown, __: unknown, { viewer, deps }: GalleryContext) {
  return { count: await operation({ viewer, deps }) };
}
