import type { GalleryContext } from '../../context.ts';
import { listArchives } from '../../operations/archive-images.ts';

export function imageArchives(_: unknown, _args: unknown, { viewer, deps }: GalleryContext) {
  return listArchives({ viewer, deps });
}
