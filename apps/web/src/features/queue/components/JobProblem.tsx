import { Notice } from '@modu/ui';
import { Trace } from '../../../lib/trace/index.ts';
import { useJobWords } from '../hooks/useJobWords.ts';
import type { Job } from '../model/job-list.ts';

/** Why a job ended without a result, with the id to quote where that is our fault. That it ended was heard; here it is to be read. */
export function JobProblem({ job }: { readonly job: Job }) {
  const words = useJobWords();
  return (
    <Notice tone={job.status === 'FAILED' ? 'negative' : 'info'} isSaid>
      {words(job)} <Trace id={job.error?.traceId ?? null} />
    </Notice>
  );
}
