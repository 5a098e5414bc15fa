import type { JobProgress } from '../contracts.ts';
import type { Job } from '../domain/job.ts';
import type { Place } from '../domain/place.ts';

/** A job as it is shown: its state, with what is known of its run or its wait. */
export interface JobView {
  readonly job: Job;
  /** Only of the run that owns the job now. */
  readonly progress?: JobProgress;
  readonly place?: Place;
  /** In a stream: what a reader gives to go on behind this event. */
  readonly seq?: number | null;
}

export function toView(
  job: Job,
  { progress, place }: { progress?: JobProgress | undefined; place?: Place | undefined },
): JobView {
  const running = job.status === 'RUNNING' && progress?.attempt === job.attempt;
  return {
    job,
    ...(running ? { progress } : {}),
    ...(job.status === 'QUEUED' && place ? { place } : {}),
  };
}
