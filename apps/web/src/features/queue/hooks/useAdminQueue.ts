import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { AdminQueueDocument, PauseQueueDocument, ResumeQueueDocument } from '../../../lib/graph/generated/graphql.ts';
import type { AdminQueuePartsFragment } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/index.ts';

const KEY = ['admin-queue'];
const FRESH_MS = 3_000;

/** Everyone's queue, read again every few seconds, and the way to pause and resume it. */
export function useAdminQueue() {
  const client = useQueryClient();
  const query = useQuery({
    queryKey: KEY,
    queryFn: async ({ signal }) => (await request(AdminQueueDocument, {}, { signal })).adminQueue,
    refetchInterval: FRESH_MS,
    retry: false,
  });
  const setPaused = useMutation({
    mutationFn: async (paused: boolean): Promise<AdminQueuePartsFragment> =>
      paused
        ? (await request(PauseQueueDocument, {})).pauseQueue
        : (await request(ResumeQueueDocument, {})).resumeQueue,
    onSuccess: (queue) => client.setQueryData(KEY, queue),
  });
  return { query, setPaused };
}
