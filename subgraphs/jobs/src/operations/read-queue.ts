import { requireUser } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import { readLastMade, readMine, readTiers } from '../store/queue-reads.ts';
import type { TierCounts } from '../store/queue-reads.ts';
import type { JobsDesk } from './jobs-desk.ts';

export interface QueueStatus {
  readonly depth: number;
  readonly running: number;
  readonly myQueued: number;
  readonly myRunning: number;
  readonly expectedWaitMs: number;
  readonly pausedAt: Date | null;
  readonly tiers: readonly TierCounts[];
}

/** Of a job whose work nobody knows yet. */
const COST_GUESS_MS = 2_000;

/** How busy the studio is, and the viewer's share of it. */
export async function readQueue(desk: JobsDesk, viewer: Viewer): Promise<QueueStatus> {
  const ownerId = requireUser(viewer, 'read');
  const { pool } = desk.database;
  const [tiers, mine, last, pausedAt] = await Promise.all([
    readTiers(pool),
    readMine(pool, ownerId),
    readLastMade(pool, ownerId),
    desk.queue.pausedAt(),
  ]);
  const next = last && (await desk.forecaster.next({ ...last, ownerId, costMs: COST_GUESS_MS }));
  return {
    depth: tiers.reduce((sum, tier) => sum + tier.depth, 0),
    running: tiers.reduce((sum, tier) => sum + tier.running, 0),
    myQueued: mine.queued,
    myRunning: mine.running,
    expectedWaitMs: Math.round(next?.startsInMs ?? 0),
    pausedAt,
    tiers,
  };
}
