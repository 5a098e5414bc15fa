import type { JobProgress } from '../contracts.ts';

/** The last news of each running job, so that whoever comes later sees it at once. Bounded: the longest silent go first. */
export interface LatestProgress {
  get(jobId: string): JobProgress | undefined;
  /** @returns false when it is older than what is known. */
  put(progress: JobProgress): boolean;
  forget(jobId: string): void;
}

/** With previews of 6 KB, about 12 MB. */
const JOBS_MAX = 2_000;

export function createLatestProgress(max = JOBS_MAX): LatestProgress {
  const byJob = new Map<string, JobProgress>();
  return {
    get: (jobId) => byJob.get(jobId),
    put: (progress) => {
      const known = byJob.get(progress.jobId);
      if (known && isOlder(progress, known)) return false;
      byJob.delete(progress.jobId);
      byJob.set(progress.jobId, progress);
      const oldest = byJob.keys().next();
      if (byJob.size > max && !oldest.done) byJob.delete(oldest.value);
      return true;
    },
    forget: (jobId) => void byJob.delete(jobId),
  };
}

function isOlder(progress: JobProgress, known: JobProgress): boolean {
  return progress.attempt === known.attempt ? progress.step < known.step : progress.attempt < known.attempt;
}
