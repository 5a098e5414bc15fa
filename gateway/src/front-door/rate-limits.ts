import type { Viewer } from '@modu/viewer';
import type { RateLimiterAbstract } from 'rate-limiter-flexible';
import { addressKey } from '@modu/viewer';
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';

/** Where the counts are kept: in this process, or where all gateways see them. */
export type RateStore =
  | { readonly kind: 'memory' }
  | { readonly kind: 'redis'; readonly client: unknown }
  | { readonly kind: 'postgres'; readonly pool: unknown };

/** Cost a minute; see `estimateCost` for what one unit is. */
export interface RateRules {
  readonly anonymousPerMinute: number;
  readonly viewerPerMinute: number;
}

export interface Spending {
  readonly viewer: Viewer;
  /** The client's address, as the host saw it. */
  readonly address: string;
  readonly cost: number;
  /** What the same operation was made to spend before, which counts to what one may cost at most. */
  readonly spent?: number;
}

export type Spent = { readonly ok: true } | { readonly ok: false; readonly retryAfterMs: number };

export interface RateLimits {
  /** Takes the cost of one operation from what is left this minute, or says when there is some again. */
  spend(spending: Spending): Promise<Spent>;
}

const MINUTE_S = 60;

/**
 * Limits by who asks: people and keys by name, everyone else by address. A store that is down counts in memory until it is
 * back: a broken Redis must neither close the door nor leave it open.
 */
export async function createRateLimits(rules: RateRules, store: RateStore): Promise<RateLimits> {
  const anonymous = await createLimiter('anonymous', rules.anonymousPerMinute, store);
  const viewers = await createLimiter('viewer', rules.viewerPerMinute, store);
  return {
    spend: async ({ viewer, address, cost, spent = 0 }) => {
      const isKnown = viewer.kind !== 'anonymous';
      const limit = isKnown ? rules.viewerPerMinute : rules.anonymousPerMinute;
      const limiter = isKnown ? viewers : anonymous;
      try {
        // One operation dearer than a whole minute must still be possible once a minute.
        await limiter.consume(keyOf(viewer, address), Math.max(0, Math.min(cost, limit - spent)));
        return { ok: true };
      } catch (error) {
        if (error instanceof RateLimiterRes) return { ok: false, retryAfterMs: Math.max(1_000, error.msBeforeNext) };
        throw error;
      }
    },
  };
}

function keyOf(viewer: Viewer, address: string): string {
  if (viewer.kind === 'anonymous') return `address:${addressKey(address)}`;
  return viewer.kind === 'user' ? `user:${viewer.userId}` : `service:${viewer.service}`;
}

/** A count by key and minute in this store; a store that is down counts in memory until it is back. */
export async function createLimiter(name: string, points: number, store: RateStore): Promise<RateLimiterAbstract> {
  const keyPrefix = `modu:rate:${name}`;
  const insuranceLimiter = new RateLimiterMemory({ keyPrefix, points, duration: MINUTE_S });
  const shared = { keyPrefix, points, duration: MINUTE_S, insuranceLimiter };
  if (store.kind === 'memory') return insuranceLimiter;
  if (store.kind === 'redis') return new RateLimiterRedis({ ...shared, storeClient: store.client });
  return new Promise((resolve, reject) => {
    const options = { ...shared, storeClient: store.pool, storeType: 'pool', tableName: 'rate_limits' };
    const limiter = new RateLimiterPostgres(options, (error) => (error ? reject(error) : resolve(limiter)));
  });
}
