import { requireUser } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import type { CreditEntry } from '../domain/credit-entry.ts';
import type { HistoryStore } from '../store/history-store.ts';

/**
 * What each job held, was charged and got back, in the order of `jobIds`. A person sees their own jobs' alone: those of
 * others look like jobs that moved nothing.
 */
export async function listReceipts(
  history: HistoryStore,
  viewer: Viewer,
  jobIds: readonly string[],
): Promise<CreditEntry[][]> {
  const seesAll = viewer.kind === 'service' || (viewer.kind === 'user' && viewer.role === 'ADMIN');
  const entries = await history.listByJobs({
    jobIds,
    ...(seesAll ? {} : { userId: requireUser(viewer, 'billing:read') }),
  });
  return jobIds.map((jobId) => entries.filter((entry) => entry.jobId === jobId));
}
