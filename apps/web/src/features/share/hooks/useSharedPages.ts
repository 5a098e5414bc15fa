import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { SharedBoardPageDocument } from '../../../lib/graph/generated/graphql.ts';
import type { SharedBoardPartsFragment } from '../../../lib/graph/generated/graphql.ts';
import { isRefusal, request } from '../../../lib/graph/index.ts';

interface Page extends SharedBoardPartsFragment {
  /** Where it begins; null for the first one. */
  readonly from: string | null;
  readonly readAt: number;
}

/** Addresses of pictures work for five minutes; what is older than this is asked for anew before it is opened. */
const FRESH_MS = 4 * 60_000;
/** However many pictures of a page fail at once, it is read anew once. */
const RENEWED_MS = 10_000;

/** The pages of a shared board that one has looked at, read anew when their addresses have run out: within one visit. */
export function useSharedPages({ visit, page }: { readonly visit: string; readonly page: SharedBoardPartsFragment }) {
  const [pages, setPages] = useState<readonly Page[]>(() => [{ ...page, from: null, readAt: Date.now() }]);
  const renewedAt = useRef(new Map<string | null, number>());
  const read = useMutation({
    mutationFn: async (from: string | null): Promise<Page> => {
      const answer = (await request(SharedBoardPageDocument, { visit, after: from })).sharedBoardPage;
      if (isRefusal(answer)) throw new Error(answer.message);
      return { ...answer, from, readAt: Date.now() };
    },
    onSuccess: (fresh) => setPages((before) => withPage(before, fresh)),
  });
  const after = pages.at(-1)?.after ?? null;
  const renew = ({ from }: Page) => {
    if (Date.now() - (renewedAt.current.get(from) ?? 0) < RENEWED_MS) return;
    renewedAt.current.set(from, Date.now());
    read.mutate(from);
  };
  const renewIfOld = (one: Page) => {
    if (Date.now() - one.readAt > FRESH_MS) renew(one);
  };
  return {
    images: pages.flatMap((one) =>
      one.images.map((image) => ({ ...image, renew: () => renew(one), renewIfOld: () => renewIfOld(one) })),
    ),
    more: after === null ? undefined : () => read.mutate(after),
    isPending: read.isPending,
    error: read.error,
  };
}

function withPage(pages: readonly Page[], fresh: Page): readonly Page[] {
  const isKnown = pages.some(({ from }) => from === fresh.from);
  return isKnown ? pages.map((one) => (one.from === fresh.from ? fresh : one)) : [...pages, fresh];
}
