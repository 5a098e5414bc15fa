import type { Logger } from '@modu/logger';
import { createPool } from '@modu/postgres';
import type { Pool } from 'pg';

interface PoolPlace {
  readonly url: string;
  readonly logger: Logger;
}

/**
 * All that is asked here finds its rows by a key. A connection plans what it asks over and over once, maybe while the tables are small: it
 * would read them whole for each person who waits, and go on doing so when they have grown.
 */
const CLAIMING = { max: 3, serverSettings: { enable_seqscan: 'off' } };

/**
 * A claim holds the lock of the whole queue. One whose worker stands still in the middle of it gives it back after this time, well
 * before that worker's leases lapse.
 */
const CLAIM_IDLE_MS = 3_000;

export const createClaimPool = ({ url, logger }: PoolPlace): Pool =>
  createPool({ url, applicationName: 'modu-tasks-claim', logger, idleInTransactionMs: CLAIM_IDLE_MS, ...CLAIMING });

/** What keeps a run alive never stands behind claims that wait for each other. Two, for one may have gone silent. */
export const createLeasePool = ({ url, logger }: PoolPlace): Pool =>
  createPool({ url, applicationName: 'modu-tasks-lease', logger, max: 2 });
