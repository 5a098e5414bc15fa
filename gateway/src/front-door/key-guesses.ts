import { RateLimiterRes } from 'rate-limiter-flexible';
import { addressKey } from '@modu/viewer';
import { createLimiter } from './rate-limits.ts';

/** Bounds how often identity is asked, for one address, about keys that nobody has: they cost nothing to make up. */
export interface KeyGuesses {
  /** Counts an unknown key; returns for how long no more may be asked about, 0 when this one may. */
  begin(address: string): Promise<number>;
  /** It was no guess: the key is good. */
  wasRight(address: string): Promise<void>;
}

/** A program whose key ended is asked about twelve times: so a few of them may share an address. */
const GUESSES_PER_MINUTE = 60;

/** Counted in each process by itself: it is only to spare identity. */
export async function createKeyGuesses(perMinute = GUESSES_PER_MINUTE): Promise<KeyGuesses> {
  const limiter = await createLimiter('guess', perMinute, { kind: 'memory' });
  return {
    begin: async (address) => {
      try {
        await limiter.consume(addressKey(address));
        return 0;
      } catch (error) {
        if (error instanceof RateLimiterRes) return Math.max(1, error.msBeforeNext);
        throw error;
      }
    },
    wasRight: async (address) => void (await limiter.reward(addressKey(address))),
  };
}
