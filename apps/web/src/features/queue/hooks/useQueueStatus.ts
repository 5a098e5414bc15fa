import { useQuery } from '@tanstack/react-query';
import { QueueStatusDocument } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/index.ts';

const FRESH_MS = 5_000;

/** How busy the studio is; read again every few seconds while somebody looks. */
export function useQueueStatus() {
  return useQuery({
    queryKey: ['queue-status'],
    queryFn: async ({ signal }) => (await request(QueueStatusDocument, {}, { signal })).queue,
    staleTime: FRESH_MS,
    refetchInterval: FRESH_MS,
  });
}
