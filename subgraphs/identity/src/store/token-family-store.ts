import { createHash } from 'node:crypto';
import type { PrismaClient } from './generated/client.ts';

/** A session as far as its tokens go. */
export interface TokenFamily {
  readonly sessionId: string;
  readonly userId: string;
  /** The one token that counts now. */
  readonly currentToken: string;
  /** When the current token was first used; null until then. */
  readonly confirmedAt: Date | null;
  readonly rotatedAt: Date | null;
  readonly createdAt: Date;
  readonly userAgent: string | null;
  /** When the token that was asked for lost its place; null when it is the current one. */
  readonly supersededAt: Date | null;
}

/** The tokens that a session had and has. */
export interface TokenFamilyStore {
  /** The family of a token, present or past. */
  find(token: string): Promise<TokenFamily | undefined>;
  /** Notes that the current token has been used. */
  confirm(token: string, now: Date): Promise<void>;
  /** Puts a new token in the place of this one; false when another request did so already. */
  rotate(options: { readonly token: string; readonly next: string; readonly now: Date }): Promise<boolean>;
  /** Makes a current token that nobody has used as young as if it had just been put in its place; false when it was used. */
  reissue(options: { readonly token: string; readonly now: Date }): Promise<boolean>;
  /** Ends the session and all its tokens. */
  delete(sessionId: string): Promise<boolean>;
}

export function createTokenFamilyStore(prisma: PrismaClient): TokenFamilyStore {
  return {
    find: async (token) => {
      const session = await prisma.session.findUnique({ where: { token } });
      if (session) return toFamily(session);
      // One statement: `reissue` moves both times, and half of it would look like a copy.
      const [past] = await prisma.$queryRaw<TokenFamily[]>`
        SELECT session.id AS "sessionId", user_id AS "userId", token AS "currentToken", confirmed_at AS "confirmedAt",
          rotated_at AS "rotatedAt", created_at AS "createdAt", user_agent AS "userAgent", superseded_at AS "supersededAt"
        FROM superseded_token JOIN session ON session.id = session_id WHERE hash = ${hashOf(token)}`;
      return past;
    },
    confirm: async (token, now) => {
      await prisma.session.updateMany({ where: { token, confirmedAt: null }, data: { confirmedAt: now } });
    },
    rotate: async ({ token, next, now }) => {
      // One statement, so that of many tabs one wins and no token is lost between two steps.
      const rotated = await prisma.$executeRaw`
        WITH moved AS (
          UPDATE session SET token = ${next}, rotated_at = ${now}, confirmed_at = NULL WHERE token = ${token}
          RETURNING id, rotated_at
        )
        INSERT INTO superseded_token (hash, session_id, superseded_at) SELECT ${hashOf(token)}, id, rotated_at FROM moved`;
      return rotated === 1;
    },
    reissue: async ({ token, now }) => {
      const moved = await prisma.$executeRaw`
        WITH young AS (
          UPDATE session SET rotated_at = ${now} FROM (SELECT id, rotated_at FROM session WHERE token = ${token}) AS old
          WHERE session.id = old.id AND session.token = ${token} AND session.confirmed_at IS NULL
          RETURNING session.id, old.rotated_at
        )
        UPDATE superseded_token SET superseded_at = ${now} FROM young
        WHERE session_id = young.id AND superseded_at >= young.rotated_at`;
      return moved > 0;
    },
    delete: async (sessionId) => (await prisma.session.deleteMany({ where: { id: sessionId } })).count === 1,
  };
}

interface SessionRow {
  readonly id: string;
  readonly userId: string;
  readonly token: string;
  readonly confirmedAt: Date | null;
  readonly rotatedAt: Date | null;
  readonly createdAt: Date;
  readonly userAgent: string | null;
}

function toFamily({ id, userId, token, confirmedAt, rotatedAt, createdAt, userAgent }: SessionRow): TokenFamily {
  const supersededAt = null;
  return { sessionId: id, userId, currentToken: token, confirmedAt, rotatedAt, createdAt, userAgent, supersededAt };
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
