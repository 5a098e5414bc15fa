import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { SharedBoardPageDocument } from '../../../lib/graph/generated/graphql.ts';
import type { SharedBoardPartsFragment } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/index.ts';
import { useVisit } from './useVisit.ts';
import type { Opened } from './useVisit.ts';

type Picture = SharedBoardPartsFragment['images'][number];

interface Page extends SharedBoardPartsFragment {
  /** Where it begins; null for the first one. */
  readonly from: string | null;
  readonly readAt: number;
}

/** Addresses of pictures work for five minutes; what is older than this is asked for anew before it is opened. */
const FRESH_MS = 4 * 60_000;
/** However many pictures of a page fail at once, it is read anew once. */
const RENEWED_MS = 10_000;

interface Board {
  readonly visit: string;
  readonly page: SharedBoardPartsFragment;
}

/** The pages of a shared board that one has looked at, read anew when their addresses have run out. */
export function useSharedPages({ visit, page }: Board, opened: Opened) {
  const within = useVisit(opened, visit);
  const [pages, setPages] = useState<readonly Page[]>(() => [{ ...page, from: null, readAt: Date.now() }]);
  const renewedAt = useRef(new Map<string | null, number>());
  const read = useMutation({
    mutationFn: async (from: string | null): Promise<Page> => {
      const ask = async (now: string) =>
        (await request(SharedBoardPageDocument, { visit: now, after: from })).sharedBoardPage;
      return { ...(await within(ask)), from, readAt: Date.now() };
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
  const findUrl = async (one: Page, { thumbnailUrl, downloadUrl }: Picture) => {
    if (Date.now() - one.readAt <= FRESH_MS) return downloadUrl;
    const { images } = await read.mutateAsync(one.from);
    return images.find((image) => isSameFile(image.thumbnailUrl, thumbnailUrl))?.downloadUrl ?? null;
  };
  return {
    images: pages.flatMap((one) =>
      one.images.map((image) => ({
        ...{ ...image, renew: () => renew(one), renewIfOld: () => renewIfOld(one) },
        findUrl: () => findUrl(one, image),
      })),
    ),
    more: after === null ? undefined : () => read.mutate(after),
    isPending: read.isPending,
    error: read.error,
  };
}

/** Two addresses of one file differ in what signs them alone. */
function isSameFile(one: string, other: string): boolean {
  return new URL(one).pathname === new URL(other).pathname;
}

function withPage(pages: readonly Page[], fresh: Page): readonly Page[] {
  const isKnown = pages.some(({ from }) => from === fresh.from);
  return isKnown ? pages.map((one) => (one.from === fresh.from ? fresh : one)) : [...pages, fresh];
}
