/** Counts the requests of each API key by the minute. */
export interface KeyLimit {
  /** Counts a request; returns for how long no more are allowed, 0 when this one is. */
  consume(key: { readonly id: string; readonly requestsPerMinute: number }): number;
}

const MINUTE_MS = 60_000;
const KEYS_MAX = 10_000;

/** By process: several gateways allow a key its number each. */
export function createKeyLimit(now: () => number = Date.now): KeyLimit {
  let minute = -1;
  let counts = new Map<string, number>();
  return {
    consume: ({ id, requestsPerMinute }) => {
      const atMs = now();
      const current = Math.floor(atMs / MINUTE_MS);
      if (current !== minute || counts.size >= KEYS_MAX) {
        minute = current;
        counts = new Map();
      }
      const count = (counts.get(id) ?? 0) + 1;
      counts.set(id, count);
      return count <= requestsPerMinute ? 0 : (current + 1) * MINUTE_MS - atMs;
    },
  };
}
