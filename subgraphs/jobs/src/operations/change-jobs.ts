import { isRefusal, refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { inTransaction } from '@modu/postgres';
import type { Job } from '../domain/job.ts';
import { lockJobs, lockNumbering, saveJobs } from '../store/job-writes.ts';
import { scheduleEndEffects } from './end-effects.ts';
import type { Asked, Change, WritingParts, Written } from './write-together.ts';

type AskedChange = Asked & Change;

/** Changes any number of jobs, each under its lock, in one transaction. Nothing is announced here. */
export async function changeJobs({ pool, queue }: WritingParts, asked: readonly AskedChange[]): Promise<Written[]> {
  return inTransaction(pool, async (sql) => {
    const ids = asked.map(({ id }) => id);
    const found = byId(await lockJobs(sql, ids));
    const decisions = asked.map((change) => decideOn(found.get(change.id), change));
    const changed = decisions.flatMap((one) => ('before' in one && one.after !== one.before ? [one] : []));
    const after = changed.map((one) => one.after);
    const owners = after.map(({ ownerId }) => ownerId);
    await lockNumbering(sql, owners);
    const saved = byId(await saveJobs(sql, after));
    await scheduleEndEffects({ queue, sql }, changed);
    return decisions.map((one): Written => {
      if ('refusal' in one) return one.refusal;
      const job = saved.get(one.after.id);
      return { job: job ?? one.after, isNew: job !== undefined };
    });
  });
}

type Decision = { readonly refusal: Refusal } | (Asked & { readonly before: Job; readonly after: Job });

function decideOn(before: Job | undefined, { decide, within }: AskedChange): Decision {
  const after = before ? decide(before) : refuse('NOT_FOUND', 'job.notFound', { path: ['id'] });
  return !before || isRefusal(after) ? { refusal: after as Refusal } : { before, after, within };
}

const byId = (jobs: readonly Job[]): ReadonlyMap<string, Job> => new Map(jobs.map((job) => [job.id, job]));
