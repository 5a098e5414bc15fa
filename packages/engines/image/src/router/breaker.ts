/** Keeps calls away from a backend that has failed again and again, and lets one through now and then to see. */
export interface Breaker {
  /** Whether a call may go through now; while half open, one at a time. A call that is let through is told of by one of the three below. */
  allows(): boolean;
  /** Whether it is closed: all is well. */
  readonly closed: boolean;
  /** Whether it failed so lately that another is to be preferred, though it may be closed. */
  readonly failedLately: boolean;
  succeeded(): void;
  failed(): void;
  /** The call ended and told neither. */
  leftOpen(): void;
}

export interface BreakerOptions {
  readonly failuresMax?: number;
  /** How long it stays open at first; doubled with every failed try, up to a minute. */
  readonly openMs?: number;
  readonly now?: () => number;
}

const OPEN_MS_MAX = 60_000;

/** A clock that is never set back: an engine would stay shut for as long. */
const monotonicMs = () => performance.now();

export function createBreaker({ failuresMax = 3, openMs = 5_000, now = monotonicMs }: BreakerOptions = {}): Breaker {
  let failures = 0;
  let failedAt = 0;
  let trying = false;

  const waitMs = () => Math.min(OPEN_MS_MAX, openMs * 2 ** Math.min(10, Math.max(0, failures - failuresMax)));
  const failedLately = () => failures > 0 && now() - failedAt < waitMs();
  return {
    get closed() {
      return failures < failuresMax;
    },
    get failedLately() {
      return failedLately();
    },
    allows: () => {
      if (failures < failuresMax) return true;
      if (trying || failedLately()) return false;
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
      failedAt = now();
    },
    leftOpen: () => {
      trying = false;
    },
  };
}
