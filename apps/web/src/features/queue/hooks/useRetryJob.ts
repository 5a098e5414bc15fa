import { useMutation } from '@tanstack/react-query';
import { announce } from '@modu/ui';
import { RetryJobDocument } from '../../../lib/graph/generated/graphql.ts';
import { isRefusal, request } from '../../../lib/graph/index.ts';
import { useTranslation } from '../../../lib/language/index.ts';
import { useReceiveJob } from './useReceiveJob.ts';

/** Makes a job that ended without a result once more. `problem` says why it was not made; whoever shows it makes it an alert. */
export function useRetryJob() {
  const receive = useReceiveJob();
  const { t } = useTranslation('queue');
  const mutation = useMutation({
    mutationFn: async (jobId: string) => (await request(RetryJobDocument, { id: jobId })).retryJob,
    onSuccess: (result) => {
      if (isRefusal(result)) return;
      announce(t('retried'), { isKept: true });
      receive(result);
    },
  });
  const refused = mutation.data !== undefined && isRefusal(mutation.data) ? mutation.data.message : null;
  return {
    retry: mutation.mutate,
    isRetrying: mutation.isPending,
    problem: mutation.isError ? t('notRetried') : refused,
  };
}
