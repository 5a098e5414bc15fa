import { createId } from '@modu/ids';
import type { PrismaClient } from './generated/client.ts';

/** How often something happened, counted for all processes. */
export interface CountStore {
  /** Counts once more under this key, from one again when the window is over; returns the count and when its window began. */
  add(key: string, windowMs: number): Promise<{ readonly count: number; readonly sinceMs: number }>;
  forget(key: string): Promise<void>;
}

/**
 * In the table of better-auth's own limits, one statement each, so that what happens at the same moment is all counted. No window
 * may be longer than the longest in auth/rate-limit.ts: better-auth prunes the table by it.
 */
export function createCountStore(prisma: PrismaClient): CountStore {
  return {
    add: async (key, windowMs) => {
      const nowMs = Date.now();
      const [row] = await prisma.$queryRaw<{ count: number; since: bigint }[]>`
        INSERT INTO rate_limit (id, key, count, last_request) VALUES (${createId()}, ${key}, 1, ${nowMs})
        ON CONFLICT (key) DO UPDATE SET
          count = CASE WHEN rate_limit.last_request < ${nowMs - windowMs} THEN 1 ELSE rate_limit.count + 1 END,
          last_request = CASE WHEN rate_limit.last_request < ${nowMs - windowMs} THEN ${nowMs} ELSE rate_limit.last_request END
        RETURNING count, last_request AS since`;
      return { count: row?.count ?? 1, sinceMs: Number(row?.since ?? nowMs) };
    },
    forget: async (key) => void (await prisma.rateLimit.deleteMany({ where: { key } })),
  };
}
