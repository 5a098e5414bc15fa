import type { Viewer } from '@modu/viewer';
import { maySeeAccess } from '../domain/access.ts';
import type { Session } from '../domain/user.ts';
import type { SessionStore } from '../store/session-store.ts';

/** A session by id; null when it is over or somebody else's, alike. */
export async function readSession(sessions: SessionStore, viewer: Viewer, id: string): Promise<Session | null> {
  const session = await sessions.find(id);
  if (!session || session.expiresAt <= new Date()) return null;
  return maySeeAccess(viewer, session.userId) ? session : null;
}
