import { refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { requireUser } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import type { SessionStore } from '../store/session-store.ts';

/**
 * Signs the person who asks out in one place. From then on that place gets no new access token; the one it has ends within
 * its ten minutes.
 */
export async function revokeSession(
  sessions: SessionStore,
  viewer: Viewer,
  id: string,
): Promise<{ id: string } | Refusal> {
  const userId = requireUser(viewer);
  const ended = await sessions.delete({ id, userId });
  return ended ? { id } : refuse('NOT_FOUND', 'session.notFound', { path: ['id'] });
}
