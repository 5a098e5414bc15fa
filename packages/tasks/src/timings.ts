/** How fast the engine room notices things. One value for all processes of a queue. */
export interface Timings {
  /** A worker that says nothing for this long has lost its tasks. */
  readonly leaseSeconds: number;
  /** How often a worker says that it is alive. */
  readonly heartbeatMs: number;
  /** How often lapsed leases are looked for. */
  readonly superviseSeconds: number;
  /** NOTIFY brings new work within milliseconds; the poll finds what waits for a retry, a free slot, or a lost wake-up. */
  readonly pollMs: number;
  /** How long a run that is told to stop may take before it is left behind. */
  readonly abortMs: number;
}

/** A killed worker's task runs again after 10 to 14 seconds. */
export const TIMINGS: Timings = {
  leaseSeconds: 10,
  heartbeatMs: 3_000,
  superviseSeconds: 2,
  pollMs: 500,
  abortMs: 2_000,
};

/** For tests: all that takes seconds takes as little as pg-boss allows. */
export const QUICK_TIMINGS: Timings = {
  leaseSeconds: 2,
  heartbeatMs: 400,
  superviseSeconds: 1,
  pollMs: 100,
  abortMs: 2_000,
};
