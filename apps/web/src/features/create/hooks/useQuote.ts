import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { QuoteImageDocument } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/index.ts';
import type { Draft } from '../model/draft.ts';
import { priceWish } from '../model/order.ts';

/** What the draft would cost and take if it were made now; the last price stays until the next one is known. */
export function useQuote(draft: Draft, modelId: string | null) {
  // A dragged slider asks for the price of where it rests, not of each step on the way.
  const input = useDeferredValue(JSON.stringify({ ...priceWish(draft), modelId }));
  return useQuery({
    queryKey: ['quote', input],
    queryFn: async ({ signal }) => {
      await pause(QUIET_MS, signal);
      return (await request(QuoteImageDocument, { input: JSON.parse(input) as object }, { signal })).quoteImage;
    },
    enabled: modelId !== null,
    placeholderData: keepPreviousData,
    staleTime: 15_000,
  });
}

const QUIET_MS = 150;

function pause(timeMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, timeMs);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    });
  });
}
