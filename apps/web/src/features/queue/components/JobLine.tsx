import { ProgressLine } from '@modu/ui';
import { useCallback } from 'react';
import { useJobWords } from '../hooks/useJobWords.ts';
import { useOfJobs } from '../hooks/useJobs.ts';
import type { Job } from '../model/job-list.ts';

export interface JobLineProps {
  readonly jobId: string;
  /** What is under way; read out, not shown. */
  readonly label: string;
}

/** How far a job is, beside the thing it makes: the line that stands under it in the tray. */
export function JobLine({ jobId, label }: JobLineProps) {
  const wordsOf = useJobWords();
  const job = useOfJobs(useCallback((jobs: readonly Job[]) => jobs.find(({ id }) => id === jobId), [jobId]));
  return <ProgressLine label={label} share={job?.progress ?? 0} {...(job ? { words: wordsOf(job) } : {})} />;
}
