import type { Logger } from '@modu/logger';
import { TaskRetryError } from '@modu/tasks';
import type { RunContext } from '@modu/tasks';
import { isUnreachable } from './absence.ts';
import type { AssetsClient } from './assets-client.ts';
import type { BillingClient } from './billing-client.ts';
import type { JobOutcome, JobsClient } from './jobs-client.ts';
import { isRemoteRefusal } from './remote-answer.ts';
import type { RemoteRefusal } from './remote-answer.ts';
import { JobTakenError, RunFailure } from './run-failure.ts';

/** What the worker of a kind is handed; see `jobRunSchema` in the contracts of jobs. */
export interface JobRun {
  readonly jobId: string;
  readonly ownerId: string;
  readonly quotedCredits: number;
  readonly estimatedMs: number;
  readonly payload?: unknown;
}

export type Run = JobRun & Pick<RunContext, 'attempt' | 'signal'>;

export interface PaidRunTools {
  readonly clients: {
    readonly jobs: JobsClient;
    readonly billing: BillingClient;
    readonly assets: Pick<AssetsClient, 'deleteAsset'>;
  };
  readonly logger: Logger;
}

/** Renewed every minute by jobs as long as the job lives; should it be canceled right now, the credits are back soon. */
const HOLD_SECONDS = 120;
const ABSENCE_MS = 1_000;

/**
 * Takes the job for this run. While jobs is away nothing has begun, and waiting uses up no run: an outage of an hour costs an
 * hour, not the job. @returns whether an earlier run has sealed it: then its result was there, and may be paid for.
 * @throws JobTakenError when it has ended or another run has it.
 */
export async function beginRun(
  { clients }: PaidRunTools,
  { jobId: id, attempt }: Run,
): Promise<{ readonly isSealed: boolean }> {
  const begun = await clients.jobs.startJob({ id, attempt }).catch((cause: unknown) => {
    throw new TaskRetryError({ afterMs: ABSENCE_MS, counts: false, cause });
  });
  mustBeOurs(begun);
  return { isSealed: begun.isSealed ?? false };
}

/** While billing is away a run waits for it likewise. What billing answers with an error uses up runs, so that it ends. */
async function answerOf<Answer>(asked: Promise<Answer>): Promise<Answer> {
  return asked.catch((cause: unknown) => {
    throw isUnreachable(cause) ? new TaskRetryError({ afterMs: ABSENCE_MS, counts: false, cause }) : cause;
  });
}

/** The first hold is for seconds; when the job had to wait for long without anyone renewing it, it is made anew here. */
export async function ensureHold({ clients }: PaidRunTools, { jobId, ownerId, quotedCredits }: Run): Promise<void> {
  const wanted = { jobId, userId: ownerId, amount: quotedCredits, expiresInSeconds: HOLD_SECONDS };
  const hold = await answerOf(clients.billing.holdCredits(wanted));
  if (!isRemoteRefusal(hold)) return;
  const code = hold.code === 'INSUFFICIENT_CREDITS' ? hold.code : 'INTERNAL';
  throw new RunFailure(code, { retryable: false, cause: new Error(`billing: ${hold.code} ${hold.message}`) });
}

/**
 * From here on the job can't be canceled. If it was, nobody will ever see what was stored: `discard` removes it. It is not
 * called when a later run has completed the job, for then what was stored may be that run's.
 */
export async function sealRun(
  { clients }: PaidRunTools,
  run: Run,
  { outcome, discard }: { readonly outcome: JobOutcome; discard(): Promise<void> },
): Promise<void> {
  const { jobId: id, attempt } = run;
  const sealed = await clients.jobs.sealJob({ id, attempt, ...outcome });
  if (isRemoteRefusal(sealed) && sealed.code === 'ALREADY_FINISHED') {
    const job = await clients.jobs.find(id);
    if (job?.status === 'CANCELED') await discard();
  }
  mustBeOurs(sealed);
}

/**
 * Charges what was quoted, or less; what is not charged goes back. What an earlier run has charged stays.
 * @returns what was charged: nothing, should the hold have lapsed and the credits be gone by now. The result is there.
 */
export async function settleRun(tools: PaidRunTools, run: Run, amount = run.quotedCredits): Promise<number> {
  const { clients, logger } = tools;
  const { jobId, quotedCredits } = run;
  const settled = await answerOf(clients.billing.settleHold({ jobId, amount }));
  if (!isRemoteRefusal(settled)) return amount;
  // Its credits were given back, for the job was given up: this run outlived it.
  if (settled.code === 'ALREADY_FINISHED') throw new JobTakenError(settled);
  // A run of an earlier version knew no lesser price, and charged what was quoted.
  if (settled.code === 'CONFLICT' && amount < quotedCredits) return settleRun(tools, run);
  if (settled.code !== 'INSUFFICIENT_CREDITS') throw new Error(`billing: ${settled.code} ${settled.message}`);
  logger.error({ jobId }, 'the result of a job was made though its hold had lapsed; it is not charged');
  return 0;
}

/**
 * Another run has kept what this one was about to keep. If the job is still this run's, a later one goes on from there: what
 * was in the way was the last breath of an earlier run. @throws always: JobTakenError when the job is another's.
 */
export async function standBack(
  { clients }: { readonly clients: { readonly jobs: Pick<JobsClient, 'startJob'> } },
  { jobId: id, attempt }: Run,
): Promise<never> {
  mustBeOurs(await clients.jobs.startJob({ id, attempt }));
  const cause = new Error('Another run has kept this part.');
  throw new TaskRetryError({ afterMs: ABSENCE_MS, counts: false, cause });
}

/** Ends the job as COMPLETED. @throws JobTakenError when it is not this run's any more. */
export async function endRun(
  { clients }: PaidRunTools,
  { jobId: id, attempt }: Run,
  outcome: JobOutcome & { readonly chargedCredits: number },
): Promise<void> {
  mustBeOurs(await clients.jobs.completeJob({ id, attempt, ...outcome }));
}

function mustBeOurs<Answer extends object>(answer: Answer | RemoteRefusal): asserts answer is Answer {
  if (isRemoteRefusal(answer)) throw new JobTakenError(answer);
}
