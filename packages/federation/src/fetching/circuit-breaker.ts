import { SubgraphFailure } from './subgraph-failure.ts';

export interface CircuitBreaker {
  /** Runs a call, or throws `CIRCUIT_OPEN` at once while the subgraph is known to be gone. */
  guard<Result>(call: () => Promise<Result>): Promise<Result>;
}

interface BreakerOptions {
  /** Failures in a row that open the circuit. */
  readonly failuresMax?: number;
  /** How long nothing is sent; then one call tries. */
  readonly openMs?: number;
  readonly now?: () => number;
}

/**
 * Spares a subgraph that is gone, and the requests that would wait for it. Opens after some failures in a row; after a while
 * one call is let through, and its outcome closes or reopens the circuit. A call that its own client gave up says nothing.
 */
export function createCircuitBreaker({
  failuresMax = 5,
  openMs = 2_000,
  now = Date.now,
}: BreakerOptions = {}): CircuitBreaker {
  let failures = 0;
  let openUntilMs = 0;
  let trying = false;
  return {
    guard: async (call) => {
      const isOpen = failures >= failuresMax;
      if (isOpen && (trying || now() < openUntilMs))
        throw new SubgraphFailure('CIRCUIT_OPEN', 'The subgraph is not answering.');
      if (isOpen) trying = true;
      try {
        const result = await call();
        failures = 0;
        return result;
      } catch (error) {
        if (!(error instanceof SubgraphFailure && error.code === 'ABORTED')) {
          failures += 1;
          openUntilMs = now() + openMs;
        }
        throw error;
      } finally {
        if (isOpen) trying = false;
      }
    },
  };
}
