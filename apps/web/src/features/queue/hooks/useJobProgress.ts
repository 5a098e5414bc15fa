import { useEffect } from 'react';
import { JobProgressDocument } from '../../../lib/graph/generated/graphql.ts';
import { subscribeLive } from '../../../lib/live/index.ts';
import { useReceiveJob } from './useReceiveJob.ts';

/** Follows one job closely, previews and all, until it ends; null follows nothing. */
export function useJobProgress(jobId: string | null): void {
  const receive = useReceiveJob();
  useEffect(() => {
    if (jobId === null) return undefined;
    return subscribeLive(JobProgressDocument, { id: jobId }, { onNext: ({ jobProgress }) => receive(jobProgress) });
  }, [jobId, receive]);
}
