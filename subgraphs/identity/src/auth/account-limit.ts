import { createHash } from 'node:crypto';
import { createId } from '@modu/ids';
import type { PrismaClient } from '../store/generated/client.ts';

/** Whose attempts are counted together. */
export interface Attempt {
  readonly email: string;
  /** Where the right password was given before, if it is tried from there: see known-device.ts. */
  readonly knownDevice: string | undefined;
}

/** Counts attempts on one account wherever they come from, for addresses that exist and those that don't alike. */
export interface AccountLimit {
  /** Counts an attempt; returns for how long no more are allowed, 0 when this one is. */
  consume(attempt: Attempt): Promise<number>;
  /** The password was right: what was counted is forgotten. */
  forgive(attempt: Attempt): Promise<void>;
}

const ATTEMPTS_MAX = 20;
const WINDOW_MS = 15 * 60_000;

/** In the table of better-auth's own limits, one statement an attempt, so that attempts at the same moment all count. */
export function createAccountLimit(prisma: PrismaClient): AccountLimit {
  return {
    consume: async (attempt) => {
      const nowMs = Date.now();
      const [row] = await prisma.$queryRaw<{ count: number; since: bigint }[]>`
        INSERT INTO rate_limit (id, key, count, last_request) VALUES (${createId()}, ${keyOf(attempt)}, 1, ${nowMs})
        ON CONFLICT (key) DO UPDATE SET
          count = CASE WHEN rate_limit.last_request < ${nowMs - WINDOW_MS} THEN 1 ELSE rate_limit.count + 1 END,
          last_request = CASE WHEN rate_limit.last_request < ${nowMs - WINDOW_MS} THEN ${nowMs} ELSE rate_limit.last_request END
        RETURNING count, last_request AS since`;
      if (!row || row.count <= ATTEMPTS_MAX) return 0;
      return Math.max(1, Number(row.since) + WINDOW_MS - nowMs);
    },
    forgive: async (attempt) => void (await prisma.rateLimit.deleteMany({ where: { key: keyOf(attempt) } })),
  };
}

/** A device that is known has a count of its own, so that nobody shuts people out of their accounts by guessing elsewhere. */
const keyOf = ({ email, knownDevice }: Attempt): string =>
  knownDevice === undefined ? `account:${digestOf(email)}` : `device:${digestOf(knownDevice)}`;

/** Addresses that were tried are not kept as they were typed: many belong to nobody here. */
export const digestOf = (words: string): string =>
  createHash('sha256').update(words.trim().toLowerCase()).digest('hex');
