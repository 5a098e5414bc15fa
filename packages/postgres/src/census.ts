import type pg from 'pg';

/** How busy one pool of this process is. */
export interface PoolState {
  /** As `pg_stat_activity` names its connections. */
  readonly name: string;
  readonly connectionsMax: number;
  readonly inUse: number;
  readonly idle: number;
  /** Requests that find no connection free. */
  readonly waiting: number;
}

const open = new Map<pg.Pool, string>();

/** Counts a pool among those of this process until it ends. */
export function notePool(pool: pg.Pool, name: string): void {
  forgetEnded();
  open.set(pool, name);
}

/** Every pool that this process has open: whoever looks after it sees which is too small, and what a server must grant to all. */
export function readPools(): PoolState[] {
  forgetEnded();
  return [...open].map(([{ options, totalCount, idleCount, waitingCount }, name]) => ({
    name,
    connectionsMax: options.max,
    inUse: totalCount - idleCount,
    idle: idleCount,
    waiting: waitingCount,
  }));
}

function forgetEnded(): void {
  for (const pool of open.keys()) if (pool.ending) open.delete(pool);
}
