import { AccessError } from '@modu/errors';
import type { Viewer } from '@modu/viewer';
import { maySeeAccess } from '../domain/access.ts';
import type { Session } from '../domain/user.ts';
import type { SessionStore } from '../store/session-store.ts';

/** Where a person is signed in: the session that asks first, then the latest. */
export async function listSessions(sessions: SessionStore, viewer: Viewer, userId: string): Promise<Session[]> {
  if (!maySeeAccess(viewer, userId)) throw new AccessError('FORBIDDEN', 'These sessions belong to somebody else.');
  const list = await sessions.listByUser(userId, new Date());
  return [...list.filter((one) => isCurrent(viewer, one)), ...list.filter((one) => !isCurrent(viewer, one))];
}

/** True for the session that the viewer's access token came from. */
export function isCurrent(viewer: Viewer, session: Session): boolean {
  return viewer.kind === 'user' && viewer.sessionId === session.id;
}
