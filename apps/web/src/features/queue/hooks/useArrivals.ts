import { notifyManager } from '@tanstack/react-query';
import { useMemo } from 'react';
import { createArrivals } from '../model/arrivals.ts';
import { useReceiveJob } from './useReceiveJob.ts';

/** Where live news of jobs arrives, to be taken in at a pace that the page can be drawn at. */
export function useArrivals(): ReturnType<typeof createArrivals> {
  const receive = useReceiveJob();
  return useMemo(() => createArrivals({ take: (jobs) => notifyManager.batch(() => jobs.forEach(receive)) }), [receive]);
}
