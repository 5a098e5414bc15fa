import { useMutation } from '@tanstack/react-query';
import { announce } from '@modu/ui';
import { ClearQueueDocument } from '../../../lib/graph/generated/graphql.ts';
import { isRefusal, request } from '../../../lib/graph/index.ts';
import { useTranslation } from '../../../lib/language/index.ts';
import { useReceiveJob } from './useReceiveJob.ts';

/** Cancels everything of the viewer's that waits. `problem` says why it did not work; whoever shows it makes it an alert. */
export function useClearQueue() {
  const receive = useReceiveJob();
  const { t } = useTranslation('queue');
  const mutation = useMutation({
    mutationFn: async () => (await request(ClearQueueDocument, {})).clearQueue,
    onSuccess: (result) => {
      if (isRefusal(result)) return;
      for (const job of result.canceled) receive(job);
      announce(t('cleared', { count: result.canceled.length }));
    },
  });
  const refused = mutation.data !== undefined && isRefusal(mutation.data) ? mutation.data.message : null;
  return {
    clear: () => mutation.mutate(),
    isClearing: mutation.isPending,
    problem: mutation.isError ? t('notCleared') : refused,
  };
}
