import { useMutation, useQuery } from '@tanstack/react-query';
import { SourceFileDocument } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/index.ts';
import { sendFile } from '../../../lib/upload/index.ts';
import type { DraftSource } from '../model/draft.ts';
import { useMadeWith } from './useMadeWith.ts';

/** Where the picture to start from can be seen; null until that is known. */
export function useSourceUrl(source: DraftSource | null): string | null {
  const image = useMadeWith(source?.kind === 'image' ? source.id : null);
  const fileId = source?.kind === 'asset' ? source.id : null;
  const { data: file } = useQuery({
    queryKey: ['asset', 'source', fileId],
    queryFn: async ({ signal }) => (await request(SourceFileDocument, { id: fileId ?? '' }, { signal })).asset,
    enabled: fileId !== null,
    staleTime: 120_000,
  });
  return image?.url ?? file?.url ?? null;
}

async function bring(file: File): Promise<DraftSource> {
  const bitmap = await createImageBitmap(file);
  const { width, height } = bitmap;
  bitmap.close();
  const { signal } = new AbortController();
  const id = await sendFile({
    file,
    idempotencyKey: crypto.randomUUID(),
    signal,
    onStep: () => undefined,
    onTicket: () => undefined,
  });
  return { kind: 'asset', id, width, height };
}

/** Brings a picture from the viewer's machine, to start from. What is no picture is not sent. */
export function useBringFile({ onBrought }: { readonly onBrought: (source: DraftSource) => void }) {
  return useMutation({ mutationFn: bring, onSuccess: onBrought });
}
