import type { Session } from '../domain/user.ts';
import type { PrismaClient, Session as SessionRow } from './generated/client.ts';

export interface SessionStore {
  /** Where a person is signed in, the latest first. */
  listByUser(userId: string, now: Date): Promise<Session[]>;
  find(id: string): Promise<Session | undefined>;
  /** Ends a session of this person; false when they have no such session. */
  delete(session: { readonly id: string; readonly userId: string }): Promise<boolean>;
  /** Ends all sessions of this person but one; returns the ids of those that ended. */
  deleteOthers(options: { readonly userId: string; readonly keptId: string | undefined }): Promise<string[]>;
  /**
   * Ends what could become a session of this person: a sign-in that waits for its code, a link to a new password, a device that is
   * asked for no code.
   */
  deleteProofs(userId: string): Promise<void>;
  /** Ends the oldest sessions of this person beyond so many; returns the ids of those that ended. */
  deleteOldest(options: { readonly userId: string; readonly keptMax: number }): Promise<string[]>;
  /** Undefined when this person has no such session. */
  rename(session: {
    readonly id: string;
    readonly userId: string;
    readonly name: string | null;
  }): Promise<Session | undefined>;
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
    deleteOthers: async ({ userId, keptId }) => {
      const others = { userId, ...(keptId ? { id: { not: keptId } } : {}) };
      const rows = await prisma.session.findMany({ where: others, select: { id: true } });
      const ids = rows.map(({ id }) => id);
      await prisma.session.deleteMany({ where: { id: { in: ids } } });
      return ids;
    },
    deleteProofs: async (userId) => {
      // Such a proof holds the id of its person and nothing else.
      await prisma.verification.deleteMany({ where: { value: userId } });
    },
    deleteOldest: async ({ userId, keptMax }) => {
      const rows = await prisma.$queryRaw<{ id: string }[]>`
        DELETE FROM session WHERE id IN (
          SELECT id FROM session WHERE user_id = ${userId} ORDER BY created_at DESC, id DESC OFFSET ${keptMax}
        )
        RETURNING id`;
      return rows.map(({ id }) => id);
    },
    rename: async ({ id, userId, name }) => {
      const [row] = await prisma.session.updateManyAndReturn({ where: { id, userId }, data: { name } });
      return row ? toSession(row) : undefined;
    },
  };
}

/** The token stays in the store: it is what the cookie holds. */
function toSession({ id, name, userId, userAgent, ipAddress, createdAt, expiresAt }: SessionRow): Session {
  return { id, name, userId, userAgent, ipAddress: ipAddress || null, createdAt, expiresAt };
}
