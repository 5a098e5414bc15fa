import { useEffect } from 'react';
import { JobProgressDocument } from '../../../lib/graph/generated/graphql.ts';
import type { JobProgressSubscription } from '../../../lib/graph/generated/graphql.ts';
import { subscribeLive } from '../../../lib/live/index.ts';
import { useArrivals } from './useArrivals.ts';

/** Follows one job closely, previews and all, until it ends; null follows nothing. */
export function useJobProgress(jobId: string | null): void {
  const arrivals = useArrivals();
  useEffect(() => {
    if (jobId === null) return undefined;
    const onNext = ({ jobProgress }: JobProgressSubscription) => arrivals.arrive(jobProgress);
    const end = subscribeLive(JobProgressDocument, { id: jobId }, { onNext });
    return () => {
      end();
      arrivals.stop();
    };
  }, [jobId, arrivals]);
}
