import { ACCESS_TOKEN_LIFETIME_MS } from '../contracts.ts';
import type { PrismaClient } from './generated/client.ts';

/** What stays behind when its time is over. */
export interface LeftoverStore {
  /** Removes sessions, their old tokens, proofs, counted attempts and letters that are over; returns how many of all. */
  deleteExpired(now: Date): Promise<number>;
}

const DAY_MS = 86_400_000;
/** Counted attempts matter for a quarter of an hour at most. */
const ATTEMPTS_AGE_MS = DAY_MS;
/** No access token outlives its session for as long. */
const REVOCATIONS_AGE_MS = 2 * ACCESS_TOKEN_LIFETIME_MS;
/** Letters are tried for a day; then they stay a while for whoever looks why one did not arrive. */
const MAIL_AGE_MS = 7 * DAY_MS;
/** A session in use goes on for ever and has another token every ten minutes: a copy from longer ago is unknown, and opens nothing. */
const TOKENS_AGE_MS = 7 * DAY_MS;

export function createLeftoverStore(prisma: PrismaClient): LeftoverStore {
  return {
    deleteExpired: async (now) => {
      const before = (ageMs: number) => new Date(now.getTime() - ageMs);
      const removed = await Promise.all([
        prisma.session.deleteMany({ where: { expiresAt: { lte: now } } }),
        prisma.verification.deleteMany({ where: { expiresAt: { lte: now } } }),
        prisma.rateLimit.deleteMany({ where: { lastRequest: { lt: BigInt(before(ATTEMPTS_AGE_MS).getTime()) } } }),
        prisma.accessRevocation.deleteMany({ where: { revokedAt: { lt: before(REVOCATIONS_AGE_MS) } } }),
        prisma.supersededToken.deleteMany({ where: { supersededAt: { lt: before(TOKENS_AGE_MS) } } }),
        prisma.mail.deleteMany({ where: { createdAt: { lt: before(MAIL_AGE_MS) } } }),
      ]);
      return removed.reduce((sum, { count }) => sum + count, 0);
    },
  };
}
