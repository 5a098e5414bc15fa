import { isRefusal, refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { isId } from '@modu/ids';
import { requireUser } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import type { Job, NewJob } from '../domain/job.ts';
import { tierLevel } from '../domain/tier.ts';
import type { BillingClient } from '../store/billing-client.ts';
import { listWithPayload } from '../store/job-writes.ts';
import type { JobWithPayload } from '../store/job-writes.ts';
import { lookForRoom } from './admit-job.ts';
import { makeJob } from './create-job.ts';
import { isAdmin } from './find-jobs.ts';
import { cameToNothing, followRetries, RETRIES_MAX, retryOf } from './follow-retries.ts';
import type { JobsDesk } from './jobs-desk.ts';

/** Long enough to make the job; from then on it is renewed. */
const FIRST_HOLD_SECONDS = 20;
const PRIORITY_STEP = 10;

/**
 * Makes a job that failed or was canceled once more, at the same price, for its owner, whose plan must still include it. Asked for again it is the same new
 * job, and a further one once that has come to nothing too. Its owner may, and an admin may for them.
 */
export async function retryJob(
  desk: JobsDesk,
  viewer: Viewer,
  { id, billing }: { readonly id: string; readonly billing: BillingClient },
): Promise<Job | Refusal> {
  const viewerId = requireUser(viewer, 'generate');
  const found = isId(id) ? await followRetries(desk.database.reads, id.toLowerCase()) : undefined;
  const may = found && (found.job.ownerId === viewerId || isAdmin(viewer));
  if (!found || !may) return refuse('NOT_FOUND', 'job.notFound', { path: ['id'] });
  const { job, last, existing, isLong } = found;
  if (!cameToNothing(job)) return refuse('INVALID_INPUT', 'job.notEnded', { path: ['id'] });
  if (isLong) return refuse('INVALID_INPUT', 'job.retriedOften', { path: ['id'], params: { max: RETRIES_MAX } });
  if (existing) return existing;

  const withPayload = (await listWithPayload(desk.database.pool, [last.id])).get(last.id);
  if (!withPayload) return refuse('NOT_FOUND', 'job.notFound', { path: ['id'] });
  const again = retryOf(last.id);
  const wanted = toNewJob(withPayload, { id: again, terms: await billing.accountTerms(job.ownerId) });
  if (tierLevel(wanted.tier) < tierLevel(wanted.minimumTier)) return refuse('TIER_LIMIT', 'job.tier', { path: ['id'] });
  const noRoom = await lookForRoom(desk, wanted);
  if (noRoom) return noRoom;
  const { ownerId: userId, quotedCredits: amount } = wanted;
  const refused = await billing.holdCredits({ jobId: again, userId, amount, expiresInSeconds: FIRST_HOLD_SECONDS });
  if (refused)
    return refuse(refused, refused === 'INSUFFICIENT_CREDITS' ? 'job.credits' : 'job.input', { params: { amount } });
  const made = await makeJob(desk, wanted);
  if (isRefusal(made)) await billing.releaseHold({ jobId: again, note: 'refused' }).catch(() => undefined); // It expires anyway.
  return made;
}

function toNewJob(
  { kind, title, ownerId, quotedCredits, estimatedMs, loads, payload, minimumTier, id: parentId }: JobWithPayload,
  { id, terms }: { id: string; terms: Awaited<ReturnType<BillingClient['accountTerms']>> },
): NewJob {
  const { tier, queuedJobsMax, runningJobsMax } = terms;
  const priority = tierLevel(tier) * PRIORITY_STEP;
  return {
    ...{ id, kind, title, ownerId, parentId, quotedCredits, estimatedMs, loads, payload },
    ...{ tier, minimumTier, priority, queuedJobsMax, runningJobsMax },
  };
}
