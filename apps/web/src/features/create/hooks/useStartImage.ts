import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { GenerateImageDocument } from '../../../lib/graph/generated/graphql.ts';
import { isRefusal, request } from '../../../lib/graph/index.ts';
import { rememberCaption, useReceiveJob } from '../../queue/index.ts';
import { parseSeed, rollSeed } from '../model/draft.ts';
import type { Draft } from '../model/draft.ts';
import { keptDraft } from '../model/kept-draft.ts';
import { nextOrder, orderOf } from '../model/order.ts';
import type { UnansweredOrder } from '../model/order.ts';

/** Starts a picture. The answer is the job or the refusal; an order whose answer was lost keeps its key for the next press. */
export function useStartImage({ onStarted }: { readonly onStarted: (jobId: string) => void }) {
  const client = useQueryClient();
  const receive = useReceiveJob();
  const unanswered = useRef<UnansweredOrder | null>(null);
  return useMutation({
    mutationFn: async (draft: Draft) => {
      const seed = (draft.isSeedLocked ? parseSeed(draft.seed) : null) ?? Number(rollSeed());
      const fresh = { key: crypto.randomUUID(), order: orderOf(draft, seed) };
      const sent = nextOrder(unanswered.current, fresh, { keepsSeed: draft.isSeedLocked });
      unanswered.current = sent;
      const input = { ...sent.order, idempotencyKey: sent.key };
      const result = (await request(GenerateImageDocument, { input })).generateImage;
      unanswered.current = null;
      return { result, order: sent.order };
    },
    onSuccess: ({ result, order }) => {
      if (isRefusal(result)) return;
      rememberCaption({ jobId: result.id, caption: order.prompt });
      keptDraft.set({ ...keptDraft.get(), seed: String(order.seed) });
      receive(result);
      void client.invalidateQueries({ queryKey: ['me'] });
      onStarted(result.id);
    },
  });
}
