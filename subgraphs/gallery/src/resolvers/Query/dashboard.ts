import { requireUser } from '@modu/viewer';
import type { GalleryContext } from '../../context.ts';

export function dashboard(_: unknown, _args: unknown, { viewer }: GalleryContext) {
  return { id: requireUser(viewer, 'read') };
}
