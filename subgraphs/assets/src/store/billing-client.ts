import type { ServiceCaller } from '@modu/network';
import { z } from 'zod';

/** How many bytes a person may keep, as their plan says. */
export interface QuotaReader {
  quotaBytesOf(userId: string): Promise<number>;
  /** Asks anew the next time: the person's terms have changed. */
  forget(userId: string): void;
}

const answer = z.object({ accountTerms: z.object({ storageBytes: z.number().nonnegative() }) });
const QUERY = 'query ($userId: ID!) { accountTerms(userId: $userId) { storageBytes } }';

const KEPT_MS = 60_000;
const KEPT_MAX = 10_000;
const TIMEOUT_MS = 5_000;

/** Asks billing, and remembers each answer for a minute. */
export function createQuotaReader(caller: ServiceCaller, now: () => number = Date.now): QuotaReader {
  const kept = new Map<string, { readonly quotaBytes: number; readonly until: number }>();
  // What was asked before a change may be answered after it.
  let changes = 0;
  const keep = (userId: string, quotaBytes: number) => {
    kept.delete(userId);
    kept.set(userId, { quotaBytes, until: now() + KEPT_MS });
    const [oldest] = kept.keys();
    if (kept.size > KEPT_MAX && oldest !== undefined) kept.delete(oldest);
  };
  return {
    forget: (userId) => {
      changes += 1;
      kept.delete(userId);
    },
    quotaBytesOf: async (userId) => {
      const known = kept.get(userId);
      if (known && known.until > now()) return known.quotaBytes;
      const asOf = changes;
      const call = { subgraph: 'billing', query: QUERY, variables: { userId }, timeoutMs: TIMEOUT_MS };
      const { storageBytes } = answer.parse(await caller.call(call)).accountTerms;
      if (asOf === changes) keep(userId, storageBytes);
      return storageBytes;
    },
  };
}
