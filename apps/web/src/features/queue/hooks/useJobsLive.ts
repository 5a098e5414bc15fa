import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { JobUpdatesDocument } from '../../../lib/graph/generated/graphql.ts';
import { subscribeLive } from '../../../lib/live/index.ts';
import { JOBS_KEY } from './jobs-query.ts';
import { useArrivals } from './useArrivals.ts';

/** Keeps the job list current as long as the shell is mounted; after a cut it reads the list once more. */
export function useJobsLive(): void {
  const client = useQueryClient();
  const arrivals = useArrivals();
  useEffect(() => {
    const end = subscribeLive(
      JobUpdatesDocument,
      {},
      {
        onNext: ({ jobUpdates }) => arrivals.arrive(jobUpdates),
        onResume: () => void client.invalidateQueries({ queryKey: JOBS_KEY }),
      },
    );
    return () => {
      end();
      arrivals.stop();
    };
  }, [client, arrivals]);
}
