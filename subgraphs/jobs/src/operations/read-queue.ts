import { requireUser } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import { expectedWaitMs } from '../domain/wait.ts';
import { readQueueCounts } from '../store/queue-reads.ts';
import type { JobsDesk } from './jobs-desk.ts';

export interface QueueStatus {
  readonly depth: number;
  readonly running: number;
  readonly myQueued: number;
  readonly myRunning: number;
  readonly expectedWaitMs: number;
}

/** How busy the studio is, and the viewer's share of it. */
export async function readQueue({ database }: JobsDesk, viewer: Viewer): Promise<QueueStatus> {
  const counts = await readQueueCounts(database.pool, requireUser(viewer, 'read'));
  const { depth, running, myQueued, myRunning } = counts;
  return { depth, running, myQueued, myRunning, expectedWaitMs: expectedWaitMs(counts) };
}
