import type { IdentityContext } from '../context.ts';
import type { Session as SessionEntity } from '../domain/user.ts';
import { isCurrent } from '../operations/list-sessions.ts';
import { readSession } from '../operations/read-session.ts';

export const Session = {
  __resolveReference: ({ id }: { readonly id: string }, { sessions, viewer }: IdentityContext) =>
    readSession(sessions, viewer, id),
  current: (session: SessionEntity, _: unknown, { viewer }: IdentityContext) => isCurrent(viewer, session),
};
