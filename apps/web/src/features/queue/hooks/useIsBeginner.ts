import { useEffect } from 'react';
import { keptBeginner } from '../../../lib/keep/beginner.ts';
import { useKeptValue } from '../../../lib/keep/useKeptValue.ts';
import type { Job } from '../model/job-list.ts';
import { useOfJobs } from './useJobs.ts';

const hasNone = (jobs: readonly Job[]) => jobs.length === 0;

/**
 * Whether the person has made nothing yet: what this browser last knew until the list of jobs is here, so that what a beginner is
 * shown stands there with the page and does not push it aside later.
 */
export function useIsBeginner(): boolean {
  const kept = useKeptValue(keptBeginner);
  const known = useOfJobs(hasNone);
  useEffect(() => {
    if (known !== undefined && known !== keptBeginner.get()) keptBeginner.set(known);
  }, [known]);
  return known ?? kept === true;
}
