import { refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { requireUser } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import type { SessionStore } from '../store/session-store.ts';
import type { TellRevoked } from './tell-revoked.ts';

interface Options {
  readonly sessions: SessionStore;
  readonly tellRevoked: TellRevoked;
}

/** Signs the person who asks out in one place: no new access token, and what is open there is closed at once. */
export async function revokeSession(
  { sessions, tellRevoked }: Options,
  viewer: Viewer,
  id: string,
): Promise<{ id: string } | Refusal> {
  const userId = requireUser(viewer);
  if (!(await sessions.delete({ id, userId }))) return refuse('NOT_FOUND', 'session.notFound', { path: ['id'] });
  await tellRevoked({ userId, sessionId: id });
  return { id };
}

/** Signs the person who asks out everywhere but in the session that asks. */
export async function revokeOtherSessions(
  { sessions, tellRevoked }: Options,
  viewer: Viewer,
): Promise<{ readonly ids: readonly string[] }> {
  const userId = requireUser(viewer);
  const keptId = viewer.kind === 'user' ? viewer.sessionId : undefined;
  const ids = await sessions.deleteOthers({ userId, keptId });
  for (const sessionId of ids) await tellRevoked({ userId, sessionId });
  return { ids };
}
