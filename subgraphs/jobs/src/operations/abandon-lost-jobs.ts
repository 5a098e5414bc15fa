import { isRefusal } from '@modu/errors';
import { jobRunTask } from '../contracts.ts';
import type { Job } from '../domain/job.ts';
import { abandonJob } from '../domain/transitions.ts';
import type { JobsDesk } from './jobs-desk.ts';
import { transitionJob } from './transition-job.ts';

/** A task may be on its way from one state to the next; only what has been still for a while is looked at. */
const STILL_MS = 8_000;
const PAGE = 500;

/**
 * Ends the jobs that no worker will ever run: their task has used up its runs, or is gone. Their holds are given back.
 * @returns how many were ended.
 */
export async function abandonLostJobs(desk: JobsDesk): Promise<number> {
  const since = new Date(desk.now().getTime() - STILL_MS);
  let abandoned = 0;
  let afterId: string | undefined;
  for (;;) {
    const jobs = await desk.database.reads.listUnchanged({ since, take: PAGE, ...(afterId ? { afterId } : {}) });
    for (const job of await selectLost(desk, jobs)) {
      const ended = await transitionJob(desk, job.id, (current) => abandonJob(current, { now: desk.now() }));
      if (isRefusal(ended)) continue;
      abandoned += 1;
      desk.logger.error(
        { jobId: job.id, kind: job.kind, attempt: job.attempt },
        'a job was given up: its task has died',
      );
    }
    if (jobs.length < PAGE) return abandoned;
    afterId = jobs.at(-1)?.id;
  }
}

async function selectLost({ queue }: JobsDesk, jobs: readonly Job[]): Promise<Job[]> {
  const lost: Job[] = [];
  for (const [kind, ofKind] of Map.groupBy(jobs, (job) => job.kind)) {
    const ids = ofKind.map(({ id }) => id);
    const states = await queue.states(jobRunTask(kind), ids);
    lost.push(...ofKind.filter(({ id }) => !['WAITING', 'RUNNING'].includes(states.get(id) ?? 'GONE')));
  }
  return lost;
}
