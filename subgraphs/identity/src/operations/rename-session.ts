import { refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { requireUser } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import { NAME_LENGTH_MAX, parseDisplayName } from '../domain/profile.ts';
import type { Session } from '../domain/user.ts';
import type { SessionStore } from '../store/session-store.ts';

/** Gives a place a name, or takes it away with null. */
export async function renameSession(
  sessions: SessionStore,
  viewer: Viewer,
  { id, name }: { readonly id: string; readonly name?: string | null },
): Promise<Session | Refusal> {
  const userId = requireUser(viewer);
  const parsed = typeof name === 'string' ? parseDisplayName(name) : null;
  if (parsed === undefined) {
    return refuse('INVALID_INPUT', 'session.name', { path: ['name'], params: { max: NAME_LENGTH_MAX } });
  }
  return (
    (await sessions.rename({ id, userId, name: parsed })) ?? refuse('NOT_FOUND', 'session.notFound', { path: ['id'] })
  );
}
