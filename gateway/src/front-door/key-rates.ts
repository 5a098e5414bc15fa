import type { RateStore } from './rate-limits.ts';
import { createLimiter } from './rate-limits.ts';
import { RateLimiterRes } from 'rate-limiter-flexible';

/** Counts the requests of each API key by the minute, for all gateways together where they share a store. */
export interface KeyRates {
  /** Counts a request; returns for how long no more are allowed, 0 when this one is. */
  consume(key: { readonly id: string; readonly requestsPerMinute: number }): Promise<number>;
}

/** No key may have more. */
const REQUESTS_PER_MINUTE_MAX = 6_000;

export async function createKeyRates(store: RateStore): Promise<KeyRates> {
  const limiter = await createLimiter('key', REQUESTS_PER_MINUTE_MAX, store);
  const count = async (id: string) => {
    try {
      return await limiter.consume(id);
    } catch (error) {
      if (error instanceof RateLimiterRes) return error;
      throw error;
    }
  };
  return {
    // Each key has a limit of its own, so the count is compared here.
    consume: async ({ id, requestsPerMinute }) => {
      const { consumedPoints, msBeforeNext } = await count(id);
      return consumedPoints <= Math.min(requestsPerMinute, REQUESTS_PER_MINUTE_MAX) ? 0 : Math.max(1, msBeforeNext);
    },
  };
}
