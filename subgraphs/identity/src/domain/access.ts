import { actsFor } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';

/** A person's account is seen by themself, by admins and by our services. */
export function maySeeUser(viewer: Viewer, userId: string): boolean {
  if (viewer.kind === 'service') return true;
  return viewer.kind === 'user' && (actsFor(viewer) === userId || viewer.role === 'ADMIN');
}

/** Where a person is signed in and which keys they have: seen by the same, but by no program with a key. */
export function maySeeAccess(viewer: Viewer, userId: string): boolean {
  return maySeeUser(viewer, userId) && !(viewer.kind === 'user' && viewer.apiKeyId !== undefined);
}
