import { requireUser } from '@modu/viewer';
import type { GalleryContext } from '../../context.ts';

export function boards(_: unknown, __: unknown, { viewer, deps }: GalleryContext) {
  return deps.boards.list(requireUser(viewer));
}
