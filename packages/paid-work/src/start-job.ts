import { refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import type { BillingClient } from './billing-client.ts';
import type { CreateJobInput, JobsClient } from './jobs-client.ts';
import { isRemoteRefusal } from './remote-answer.ts';
import type { RemoteRefusal } from './remote-answer.ts';

/** Long enough to make the job; from then on jobs keeps the hold. Should we die in between, the credits are back soon. */
const FIRST_HOLD_SECONDS = 20;

/** Who holds the credits and who makes the job. */
export interface Starting {
  readonly billing: BillingClient;
  readonly jobs: JobsClient;
}

type Answer = { readonly id: string } | Refusal;

/**
 * Sets the credits aside and makes the job; what is refused leaves nothing held. Where no answer came nobody knows whether there is a job:
 * the hold may be one that it needs, and ends soon where there is none.
 */
async function holdAndCreate({ billing, jobs }: Starting, job: CreateJobInput): Promise<Answer> {
  const { id: jobId, ownerId: userId, quotedCredits: amount } = job;
  const hold = await billing.holdCredits({ jobId, userId, amount, expiresInSeconds: FIRST_HOLD_SECONDS });
  if (isRemoteRefusal(hold)) return toRefusal(hold, job);
  const created = await jobs.createJob(job);
  // A conflict means that someone else made the job under this key in between: the hold is theirs.
  if (isRemoteRefusal(created) && created.code !== 'CONFLICT')
    await billing.releaseHold({ jobId, note: 'refused' }).catch(() => undefined); // It expires anyway.
  return toAnswer(created, job);
}

/**
 * Makes the job, or finds it again where its id comes from an idempotency key: the hold of a job that is there already is not
 * ours to make or to give back. Where there is no room for one more, no credits are touched. The domain has sentences for
 * `key.otherContent`, `credits.insufficient` (credits), `queue.full` (max) and `queue.rate`.
 */
export async function startJob(
  starting: Starting,
  job: CreateJobInput,
  { keyed }: { readonly keyed: boolean },
): Promise<Answer> {
  const { id, ownerId, priority, queuedJobsMax, runningJobsMax } = job;
  const admission = { ownerId, priority, queuedJobsMax, runningJobsMax, ...(keyed ? { id } : {}) };
  const known = await starting.jobs.admit(admission);
  if (known && isRemoteRefusal(known)) return toRefusal(known, job);
  return known ? repeatJob(starting, job) : holdAndCreate(starting, job);
}

/** Asks for a job that is there already: the same wish is answered with it, another is a conflict. */
async function repeatJob({ jobs }: Pick<Starting, 'jobs'>, job: CreateJobInput): Promise<Answer> {
  return toAnswer(await jobs.createJob(job), job);
}

function toAnswer(created: { readonly id: string } | RemoteRefusal, job: CreateJobInput): Answer {
  return isRemoteRefusal(created) ? toRefusal(created, job) : { id: created.id };
}

/** Says in our words what billing and jobs refuse. */
function toRefusal({ code, message, retryAfterMs }: RemoteRefusal, job: CreateJobInput): Refusal {
  if (code === 'CONFLICT') return refuse(code, 'key.otherContent', { path: ['input', 'idempotencyKey'] });
  if (code === 'INSUFFICIENT_CREDITS')
    return refuse(code, 'credits.insufficient', { params: { credits: job.quotedCredits } });
  const retry = retryAfterMs ? { retryAfterMs } : {};
  if (code === 'QUEUE_FULL') return refuse(code, 'queue.full', { params: { max: job.queuedJobsMax }, ...retry });
  if (code === 'RATE_LIMITED') return refuse(code, 'queue.rate', retry);
  throw new Error(`The job was refused for a reason that should have been seen before: ${code} ${message}`);
}
