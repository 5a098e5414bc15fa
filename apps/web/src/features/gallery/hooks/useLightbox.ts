import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { KeyboardEvent } from 'react';
import { OriginalDocument } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/index.ts';
import { keptSingleKeys } from '../../../lib/keyboard/index.ts';
import { toast } from '../../../lib/toasts/index.ts';
import { useFailureWords } from '../../../lib/words/useFailureWords.ts';
import { chunkAt, NO_CHUNK } from '../model/chunks.ts';
import type { Chunk } from '../model/chunks.ts';
import { ZOOM_STEP } from '../model/zoom.ts';
import { chunkQuery } from './chunk-query.ts';
import type { WallContent } from '../model/wall-questions.ts';
import { useChangeImages } from './useChangeImages.ts';
import { useZoom } from './useZoom.ts';

export interface LightboxPlace {
  readonly content: WallContent;
  readonly chunks: readonly Chunk[];
  readonly place: number;
  readonly onPlace: (place: number) => void;
}

/** One picture of the wall at a time: which, how close, and the keys that go on. */
export function useLightbox({ content, chunks, place, onPlace }: LightboxPlace) {
  const zooming = useZoom();
  const { zoom, changeZoom, closer, pan } = zooming;
  const { tile, original, ...asked } = usePictureAt(content, chunks, place);
  const picture = original ?? tile;
  const failure = useFailureWords();
  const change = useChangeImages({
    onRefused: (problem) => void toast({ tone: 'negative', words: failure(problem) ?? '' }),
  });
  const last = chunks.at(-1);
  const end = last ? last.start + last.count - 1 : 0;
  const go = (to: number) => {
    if (to < 0 || to > end) return;
    changeZoom(() => 1);
    onPlace(to);
  };
  const toggleStar = () => picture && change.mutate({ kind: 'star', ids: [picture.id], starred: !picture.starred });
  const onKeyDown = (event: KeyboardEvent) => {
    const actions: Readonly<Record<string, () => void>> = {
      ArrowLeft: () => go(place - 1),
      ArrowRight: () => go(place + 1),
      // What is larger than the window is moved by the arrows; its neighbours are had by their buttons, and by these.
      ...(zoom > 1 && {
        ArrowLeft: () => pan(-1, 0),
        ArrowRight: () => pan(1, 0),
        ArrowUp: () => pan(0, -1),
        ArrowDown: () => pan(0, 1),
      }),
      PageUp: () => go(place - 1),
      PageDown: () => go(place + 1),
      '+': () => closer(ZOOM_STEP),
      '=': () => closer(ZOOM_STEP),
      '-': () => closer(1 / ZOOM_STEP),
      0: () => changeZoom(() => 1),
      s: toggleStar,
    };
    const action = actions[event.key];
    const isTurnedOff = event.key.length === 1 && !keptSingleKeys.get();
    if (!action || isTurnedOff || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    action();
  };
  return { ...asked, ...zooming, picture, tile, original, end, go, toggleStar, onKeyDown };
}

export type Shown = ReturnType<typeof useLightbox>;

/** The picture at a place of the wall: as its tile, which the wall mostly has already, and with the address of its original. */
function usePictureAt(content: WallContent, chunks: readonly Chunk[], place: number) {
  const chunk = chunks[chunkAt(chunks, place)];
  const tiles = useQuery({ ...chunkQuery(content, chunk ?? NO_CHUNK), enabled: chunk !== undefined });
  const tile = (chunk && tiles.data?.[place - chunk.start]) ?? null;
  const id = tile?.id;
  const original = useQuery({
    queryKey: ['images', 'original', id],
    queryFn: async ({ signal }) => (await request(OriginalDocument, { id: id ?? '' }, { signal })).image,
    enabled: id !== undefined,
    staleTime: 200_000,
  });
  const { isError, error, refetch } = tiles.isError ? tiles : original;
  return {
    tile,
    original: original.data ?? null,
    isError,
    error,
    refetch: useCallback(() => void refetch(), [refetch]),
  };
}
