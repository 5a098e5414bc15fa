import type { Viewer } from '@modu/viewer';

/** A person's account is seen by themself, by admins and by our services. */
export function maySeeUser(viewer: Viewer, userId: string): boolean {
  if (viewer.kind === 'service') return true;
  return viewer.kind === 'user' && (viewer.userId === userId || viewer.role === 'ADMIN');
}
