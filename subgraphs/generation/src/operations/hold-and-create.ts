import { refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import type { CreateJobInput } from '../store/jobs-client.ts';
import { isRemoteRefusal } from '../store/remote-answer.ts';
import type { RemoteRefusal } from '../store/remote-answer.ts';
import type { Atelier } from './atelier.ts';

/** Long enough to make the job; from then on jobs keeps the hold. Should we die in between, the credits are back soon. */
const FIRST_HOLD_SECONDS = 20;

type Answer = { readonly id: string } | Refusal;

/** Sets the credits aside and makes the job; what is refused leaves nothing held. */
export async function holdAndCreate({ billing, jobs }: Atelier, job: CreateJobInput): Promise<Answer> {
  const { id: jobId, ownerId: userId, quotedCredits: amount } = job;
  const hold = await billing.holdCredits({ jobId, userId, amount, expiresInSeconds: FIRST_HOLD_SECONDS });
  if (isRemoteRefusal(hold)) return toRefusal(hold, job);
  const giveBack = (note: string) => billing.releaseHold({ jobId, note }).catch(() => undefined); // It expires anyway.
  try {
    const created = await jobs.createJob(job);
    // A conflict means that someone else made the job under this key in between: the hold is theirs.
    if (isRemoteRefusal(created) && created.code !== 'CONFLICT') await giveBack('refused');
    return toAnswer(created, job);
  } catch (error) {
    await giveBack('job not made');
    throw error;
  }
}

/** Asks for a job that is there already: the same wish is answered with it, another is a conflict. */
export async function repeatJob({ jobs }: Atelier, job: CreateJobInput): Promise<Answer> {
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
