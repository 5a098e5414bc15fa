import { isRefusal, refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { deriveId, isId } from '@modu/ids';
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
import type { JobsDesk } from './jobs-desk.ts';

/** Long enough to make the job; from then on it is renewed. */
const FIRST_HOLD_SECONDS = 20;
const PRIORITY_STEP = 10;

/**
 * Makes a job that failed or was canceled once more, at the same price, for its owner. Asked for again it is the same new
 * job, and a further one once that has come to nothing too. Its owner may, and an admin may for them.
 */
export async function retryJob(
  desk: JobsDesk,
  viewer: Viewer,
  { id, billing }: { readonly id: string; readonly billing: BillingClient },
): Promise<Job | Refusal> {
  const viewerId = requireUser(viewer, 'generate');
  const job = isId(id) ? (await listWithPayload(desk.database.pool, [id])).get(id) : undefined;
  const may = job && (job.ownerId === viewerId || isAdmin(viewer));
  if (!job || !may) return refuse('NOT_FOUND', 'job.notFound', { path: ['id'] });
  if (!cameToNothing(job)) return refuse('INVALID_INPUT', 'job.notEnded', { path: ['id'] });

  const { last, existing } = await followRetries(desk, job);
  if (existing) return existing;
  const again = retryOf(last);
  const wanted = toNewJob(last, { id: again, terms: await billing.accountTerms(job.ownerId) });
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

const cameToNothing = ({ status }: Job) => status === 'FAILED' || status === 'CANCELED';
const retryOf = ({ id }: Job) => deriveId('job', id, 'retry');

/** The last of a job and its retries that came to nothing, and the one that was made of it, if any. */
async function followRetries(
  { database }: Pick<JobsDesk, 'database'>,
  job: JobWithPayload,
): Promise<{ readonly last: JobWithPayload; readonly existing: Job | undefined }> {
  for (let last = job; ;) {
    const id = retryOf(last);
    const existing = (await listWithPayload(database.pool, [id])).get(id);
    if (!existing || !cameToNothing(existing)) return { last, existing };
    last = existing;
  }
}

function toNewJob(
  { kind, title, ownerId, quotedCredits, estimatedMs, loads, payload, id: parentId }: JobWithPayload,
  { id, terms }: { id: string; terms: Awaited<ReturnType<BillingClient['accountTerms']>> },
): NewJob {
  const { tier, queuedJobsMax, runningJobsMax } = terms;
  const priority = tierLevel(tier) * PRIORITY_STEP;
  return {
    ...{ id, kind, title, ownerId, parentId, quotedCredits, estimatedMs, loads, payload },
    ...{ tier, priority, queuedJobsMax, runningJobsMax },
  };
}
