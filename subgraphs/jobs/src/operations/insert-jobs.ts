import { isRefusal } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { inTransaction } from '@modu/postgres';
import { jobRunTask, renewHoldTask } from '../contracts.ts';
import { NO_LIVE_JOBS, refuseOneMore, reuseJob } from '../domain/create.ts';
import type { Job, NewJob } from '../domain/job.ts';
import { tierLevel } from '../domain/tier.ts';
import { countLive, insertRows, listWithPayload, lockOwners } from '../store/job-writes.ts';
import type { Sql } from '../store/job-writes.ts';
import type { Asked, WritingParts, Written } from './write-together.ts';

/** After 5 s, well before the first hold ends (20 s). Jobs that find a worker at once are often over by then, and need no renewal. */
const RENEW_AFTER_LEASES = 0.5;

type AskedJob = Asked & { readonly wanted: NewJob };

/** Makes jobs of different owners with everything that drives them, in one transaction. Idempotent by `id`. */
export async function insertJobs({ pool, queue }: WritingParts, asked: readonly AskedJob[]): Promise<Written[]> {
  return inTransaction(pool, async (sql) => {
    const settled = await findSettled(sql, asked);
    const fresh = asked.filter((_, index) => settled[index] === undefined);
    const wanted = fresh.map((one) => one.wanted);
    const made = new Map((await insertRows(sql, wanted)).map((job) => [job.id, job]));
    await schedule(queue, { fresh, sql });
    return asked.map(({ wanted: { id } }, index): Written => {
      const known = settled[index];
      if (known) return isRefusal(known) ? known : { job: known, isNew: false };
      const job = made.get(id);
      if (!job) throw new Error(`The job ${id} was not written.`);
      return { job, isNew: true };
    });
  });
}

/** For each, what it is answered with without being made: the job that is there already, or a refusal. */
async function findSettled(sql: Sql, asked: readonly AskedJob[]): Promise<readonly (Job | Refusal | undefined)[]> {
  const wanted = asked.map((one) => one.wanted);
  const ownerIds = wanted.map(({ ownerId }) => ownerId);
  const ids = wanted.map(({ id }) => id);
  await lockOwners(sql, ownerIds);
  const existing = await listWithPayload(sql, ids);
  const live = await countLive(sql, ownerIds);
  return wanted.map((job) => {
    const known = existing.get(job.id);
    const own = live.get(job.ownerId) ?? NO_LIVE_JOBS;
    return known ? reuseJob(known, job) : refuseOneMore(own, job);
  });
}

async function schedule(
  queue: WritingParts['queue'],
  { fresh, sql }: { fresh: readonly AskedJob[]; sql: Sql },
): Promise<void> {
  for (const [kind, ofKind] of Map.groupBy(fresh, ({ wanted }) => wanted.kind))
    await queue.enqueuePlaced(jobRunTask(kind), ofKind.map(toTask), { sql });
  if (fresh.length === 0) return;
  const jobIds = fresh.map(({ wanted }) => wanted.id);
  const startAfterMs = queue.timings.leaseSeconds * 1_000 * RENEW_AFTER_LEASES;
  await queue.enqueue(renewHoldTask, { jobIds }, { sql, startAfterMs });
}

function toTask({ wanted, within }: AskedJob) {
  const { id, ownerId, quotedCredits, estimatedMs, tier, runningJobsMax, payload } = wanted;
  const input = { jobId: id, ownerId, quotedCredits, estimatedMs, payload };
  const line = { ownerId, tier: tierLevel(tier), slots: runningJobsMax, costMs: estimatedMs };
  return { id, input, line, within };
}
