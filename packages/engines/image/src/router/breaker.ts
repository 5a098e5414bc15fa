/** Keeps calls away from a backend that has failed again and again, and lets one through now and then to see. */
export interface Breaker {
  /** Whether a call may go through now; while half open, one at a time. */
  allows(): boolean;
  /** Whether it is closed: all is well. */
  readonly closed: boolean;
  succeeded(): void;
  failed(): void;
}

export interface BreakerOptions {
  readonly failuresMax?: number;
  /** How long it stays open at first; doubled with every failed try, up to a minute. */
  readonly openMs?: number;
  readonly now?: () => number;
}

const OPEN_MS_MAX = 60_000;

export function createBreaker({ failuresMax = 3, openMs = 5_000, now = Date.now }: BreakerOptions = {}): Breaker {
  let failures = 0;
  let opened = 0;
  let trying = false;

  const waitMs = () => Math.min(OPEN_MS_MAX, openMs * 2 ** Math.min(10, failures - failuresMax));
  return {
    get closed() {
      return failures < failuresMax;
    },
    allows: () => {
      if (failures < failuresMax) return true;
      if (trying || now() - opened < waitMs()) return false;
      trying = true;
      return true;
    },
    succeeded: () => {
      failures = 0;
      trying = false;
    },
    failed: () => {
      failures += 1;
      trying = false;
      opened = now();
    },
  };
}
