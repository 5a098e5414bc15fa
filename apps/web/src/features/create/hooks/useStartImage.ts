import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import {
  GenerateImageDocument,
  InpaintImageDocument,
  TransformImageDocument,
  UpscaleImageDocument,
} from '../../../lib/graph/generated/graphql.ts';
import { isRefusal, request } from '../../../lib/graph/index.ts';
import { rememberCaption, useReceiveJob } from '../../queue/index.ts';
import { parseSeed, rollSeed } from '../model/draft.ts';
import type { Draft, DraftSource } from '../model/draft.ts';
import { keptDraft } from '../model/kept-draft.ts';
import { nextOrder, orderOf } from '../model/order.ts';
import type { Order, UnansweredOrder } from '../model/order.ts';

async function send({ task, input }: Order, idempotencyKey: string) {
  const keyed = <Input extends object>(fields: Input) => ({ input: { ...fields, idempotencyKey } });
  if (task === 'IMAGE_TO_IMAGE') return (await request(TransformImageDocument, keyed(input))).transformImage;
  if (task === 'UPSCALE') return (await request(UpscaleImageDocument, keyed(input))).upscaleImage;
  if (task === 'INPAINT') return (await request(InpaintImageDocument, keyed(input))).inpaintImage;
  return (await request(GenerateImageDocument, keyed(input))).generateImage;
}

/** Drawing the mask is fetched with the first part that is mended. */
const maskOf = async (dabs: Draft['dabs'], source: DraftSource) =>
  (await import('../model/mask-png.ts')).maskPngOf(dabs, source);

/** Starts a job. The answer is the job or the refusal; an order whose answer was lost keeps its key for the next press. */
export function useStartImage() {
  const client = useQueryClient();
  const receive = useReceiveJob();
  const unanswered = useRef<UnansweredOrder | null>(null);
  return useMutation({
    mutationFn: async (draft: Draft) => {
      const seed = (draft.isSeedLocked ? parseSeed(draft.seed) : null) ?? Number(rollSeed());
      const { task, source, dabs } = draft;
      const mask = task === 'INPAINT' && source !== null ? { maskPng: await maskOf(dabs, source) } : {};
      const fresh = { key: crypto.randomUUID(), order: orderOf(draft, { seed, ...mask }) };
      const sent = nextOrder(unanswered.current, fresh, { keepsSeed: draft.isSeedLocked });
      unanswered.current = sent;
      const result = await send(sent.order, sent.key);
      unanswered.current = null;
      return { result, seed, caption: draft.prompt.trim() };
    },
    onSuccess: ({ result, seed, caption }) => {
      if (isRefusal(result)) return;
      if (caption !== '') rememberCaption({ jobId: result.id, caption });
      keptDraft.set({ ...keptDraft.get(), seed: String(seed) });
      receive(result);
      void client.invalidateQueries({ queryKey: ['me'] });
    },
  });
}
