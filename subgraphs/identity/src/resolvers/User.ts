import type { IdentityContext } from '../context.ts';
import { listSessions } from '../operations/list-sessions.ts';

interface UserRef {
  readonly id: string;
}

export const User = {
  __resolveReference: ({ id }: UserRef, { userLoader }: IdentityContext) => userLoader.load(id),
  sessions: ({ id }: UserRef, _: unknown, { sessions, viewer }: IdentityContext) => listSessions(sessions, viewer, id),
};
