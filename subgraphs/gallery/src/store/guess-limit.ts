import { createHash } from 'node:crypto';
import { RateLimiterMemory, RateLimiterPrisma } from 'rate-limiter-flexible';
import type { GalleryDatabase } from './database.ts';

/** How often one may look for links that are none: whoever has a link needs one try, whoever guesses needs 2^256. */
const WRONG_MAX = 30;
const WINDOW_SECONDS = 10 * 60;

/** Counts wrong guesses per guesser: an address, or a person who is signed in. */
export interface GuessLimit {
  /** @returns in how many milliseconds the guesser may look again; 0: at once. */
  waitMs(guesser: string): Promise<number>;
  wrong(guesser: string): Promise<void>;
  removeExpired(now: Date): Promise<number>;
}

/** Where all processes see them; a database that does not answer counts in memory meanwhile. */
export function createGuessLimit(database: GalleryDatabase): GuessLimit {
  const rule = { keyPrefix: 'guess', points: WRONG_MAX, duration: WINDOW_SECONDS };
  const limiter = new RateLimiterPrisma({
    ...{ ...rule, storeClient: database, tableName: 'guessCount', clearExpiredByTimeout: false },
    insuranceLimiter: new RateLimiterMemory(rule),
  });
  return {
    waitMs: async (guesser) => {
      const counted = await limiter.get(keyOf(guesser));
      return counted !== null && counted.consumedPoints >= WRONG_MAX ? Math.max(1_000, counted.msBeforeNext) : 0;
    },
    wrong: async (guesser) => {
      await limiter.penalty(keyOf(guesser));
    },
    removeExpired: async (now) => (await database.guessCount.deleteMany({ where: { expire: { lt: now } } })).count,
  };
}

/** Addresses say who somebody is: a hash is enough to count by. */
const keyOf = (guesser: string) => createHash('sha256').update(guesser).digest('base64url').slice(0, 32);
