import type { Session } from '../domain/user.ts';
import type { PrismaClient, Session as SessionRow } from './generated/client.ts';

export interface SessionStore {
  /** Where a person is signed in, the latest first. */
  listByUser(userId: string, now: Date): Promise<Session[]>;
  find(id: string): Promise<Session | undefined>;
  /** Ends a session of this person; false when they have no such session. */
  delete(session: { readonly id: string; readonly userId: string }): Promise<boolean>;
  /** Removes the sessions that are over, of everybody; returns how many. */
  deleteExpired(now: Date): Promise<number>;
}

const SESSIONS_MAX = 100;

export function createSessionStore(prisma: PrismaClient): SessionStore {
  return {
    listByUser: async (userId, now) => {
      const rows = await prisma.session.findMany({
        where: { userId, expiresAt: { gt: now } },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        take: SESSIONS_MAX,
      });
      return rows.map(toSession);
    },
    find: async (id) => {
      const row = await prisma.session.findUnique({ where: { id } });
      return row ? toSession(row) : undefined;
    },
    delete: async ({ id, userId }) => (await prisma.session.deleteMany({ where: { id, userId } })).count === 1,
    deleteExpired: async (now) => (await prisma.session.deleteMany({ where: { expiresAt: { lte: now } } })).count,
  };
}

/** The token stays in the store: it is what the cookie holds. */
function toSession({ id, userId, userAgent, ipAddress, createdAt, expiresAt }: SessionRow): Session {
  return { id, userId, userAgent, ipAddress: ipAddress || null, createdAt, expiresAt };
}
