import { actsFor } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';

/** Credits are seen by the person they belong to, by admins and by our services. */
export function maySeeCreditsOf(viewer: Viewer, userId: string): boolean {
  if (viewer.kind === 'service') return true;
  return viewer.kind === 'user' && (actsFor(viewer, 'billing:read') === userId || viewer.role === 'ADMIN');
}
