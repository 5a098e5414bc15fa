import { createHash } from 'node:crypto';
import { createId } from '@modu/ids';
import type { PrismaClient } from '../store/generated/client.ts';

/** Counts attempts on one account wherever they come from, for addresses that exist and those that don't alike. */
export interface AccountLimit {
  /** Counts an attempt; returns for how long no more are allowed, 0 when this one is. */
  consume(email: string): Promise<number>;
  /** The password was right: what was counted is forgotten. */
  forgive(email: string): Promise<void>;
}

const ATTEMPTS_MAX = 20;
const WINDOW_MS = 15 * 60_000;

/** In the table of better-auth's own limits, one statement an attempt, so that attempts at the same moment all count. */
export function createAccountLimit(prisma: PrismaClient): AccountLimit {
  return {
    consume: async (email) => {
      const nowMs = Date.now();
      const [row] = await prisma.$queryRaw<{ count: number; since: bigint }[]>`
        INSERT INTO rate_limit (id, key, count, last_request) VALUES (${createId()}, ${keyOf(email)}, 1, ${nowMs})
        ON CONFLICT (key) DO UPDATE SET
          count = CASE WHEN rate_limit.last_request < ${nowMs - WINDOW_MS} THEN 1 ELSE rate_limit.count + 1 END,
          last_request = CASE WHEN rate_limit.last_request < ${nowMs - WINDOW_MS} THEN ${nowMs} ELSE rate_limit.last_request END
        RETURNING count, last_request AS since`;
      if (!row || row.count <= ATTEMPTS_MAX) return 0;
      return Math.max(1, Number(row.since) + WINDOW_MS - nowMs);
    },
    forgive: async (email) => void (await prisma.rateLimit.deleteMany({ where: { key: keyOf(email) } })),
  };
}

/** Addresses that were tried are not kept as they were typed: many belong to nobody here. */
function keyOf(email: string): string {
  return `account:${createHash('sha256').update(email.trim().toLowerCase()).digest('hex')}`;
}
