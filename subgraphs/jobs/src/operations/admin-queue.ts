import { AccessError } from '@modu/errors';
import type { WorkerEntry } from '@modu/tasks';
import { requireUser } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import type { Job } from '../domain/job.ts';
import { readLately, readTiers } from '../store/queue-reads.ts';
import type { LatelyCounts, TierCounts } from '../store/queue-reads.ts';
import { isAdmin } from './find-jobs.ts';
import type { JobsDesk } from './jobs-desk.ts';

export interface AdminQueue {
  readonly pausedAt: Date | null;
  readonly tiers: readonly TierCounts[];
  readonly workers: readonly WorkerEntry[];
  readonly lately: LatelyCounts;
}

const FAILURES_MAX = 100;

/** Everyone's queue at once; for admins alone. */
export async function readAdminQueue(desk: JobsDesk, viewer: Viewer): Promise<AdminQueue> {
  requireAdmin(viewer);
  const { pool } = desk.database;
  const [pausedAt, tiers, workers, lately] = await Promise.all([
    desk.queue.pausedAt(),
    readTiers(pool),
    desk.queue.workers(),
    readLately(pool),
  ]);
  return { pausedAt, tiers, workers, lately };
}

/** The jobs that failed, the latest first: to look at, and to run again. */
export async function listFailures(desk: JobsDesk, viewer: Viewer, first: number): Promise<Job[]> {
  requireAdmin(viewer);
  return desk.database.reads.listFailed({ take: Math.min(FAILURES_MAX, Math.max(1, first)) });
}

/** From now on no job begins, or they may again. What runs goes on, and new jobs are taken. */
export async function setPaused(desk: JobsDesk, viewer: Viewer, paused: boolean): Promise<AdminQueue> {
  requireAdmin(viewer);
  await (paused ? desk.queue.pause() : desk.queue.resume());
  desk.logger.warn({ paused }, 'an admin paused or resumed the queue');
  return readAdminQueue(desk, viewer);
}

function requireAdmin(viewer: Viewer): void {
  requireUser(viewer);
  if (!isAdmin(viewer)) throw new AccessError('FORBIDDEN', 'Only admins may do this.');
}
