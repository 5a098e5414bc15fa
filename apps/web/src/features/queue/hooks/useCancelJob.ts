import { useMutation } from '@tanstack/react-query';
import { CancelJobDocument } from '../../../lib/graph/generated/graphql.ts';
import { isRefusal, request } from '../../../lib/graph/index.ts';
import { useTranslation } from '../../../lib/language/index.ts';
import { useReceiveJob } from './useReceiveJob.ts';

/** Cancels a job; a job that ended meanwhile simply shows its end. `problem` says why it did not work; whoever shows it makes it an alert. */
export function useCancelJob() {
  const receive = useReceiveJob();
  const { t } = useTranslation('queue');
  const mutation = useMutation({
    mutationFn: async (jobId: string) => (await request(CancelJobDocument, { id: jobId })).cancelJob,
    onSuccess: (result) => {
      if (!isRefusal(result)) receive(result);
    },
  });
  const refused = mutation.data !== undefined && isRefusal(mutation.data) ? mutation.data.message : null;
  return {
    cancel: mutation.mutate,
    isCanceling: mutation.isPending,
    problem: mutation.isError ? t('notCanceled') : refused,
  };
}
