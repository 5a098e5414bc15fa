import { useMutation } from '@tanstack/react-query';
import { announce } from '@modu/ui';
import { ClearQueueDocument } from '../../../lib/graph/generated/graphql.ts';
import { isRefusal, request } from '../../../lib/graph/index.ts';
import { useTranslation } from '../../../lib/language/index.ts';
import { useReceiveJob } from './useReceiveJob.ts';

/** Cancels everything of the viewer's that waits. */
export function useClearQueue() {
  const receive = useReceiveJob();
  const { t } = useTranslation('queue');
  const mutation = useMutation({
    mutationFn: async () => (await request(ClearQueueDocument, {})).clearQueue,
    onSuccess: (result) => {
      if (isRefusal(result)) return announce(result.message, { isKept: true });
      for (const job of result.canceled) receive(job);
      announce(t('cleared', { count: result.canceled.length }));
    },
    onError: () => announce(t('notCleared'), { isKept: true }),
  });
  return {
    clear: () => mutation.mutate(),
    isClearing: mutation.isPending,
    problem: mutation.isError ? t('notCleared') : null,
  };
}
