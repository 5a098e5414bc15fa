import { useQuery } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { OriginalDocument } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/index.ts';
import { keptSingleKeys } from '../../../lib/keyboard/index.ts';
import { toast } from '../../../lib/toasts/index.ts';
import { useFailureWords } from '../../../lib/words/useFailureWords.ts';
import { chunkAt, NO_CHUNK } from '../model/chunks.ts';
import type { Chunk } from '../model/chunks.ts';
import { chunkQuery } from './chunk-query.ts';
import type { WallContent } from '../model/wall-questions.ts';
import { useChangeImages } from './useChangeImages.ts';

export interface LightboxPlace {
  readonly content: WallContent;
  readonly chunks: readonly Chunk[];
  readonly place: number;
  readonly onPlace: (place: number) => void;
}

export const ZOOM_MAX = 8;
export const ZOOM_STEP = 1.5;
/** So much of the stage comes into view with an arrow. */
const PAN_SHARE = 0.2;

/** One picture of the wall at a time: which, how close, and the keys that go on. */
export function useLightbox({ content, chunks, place, onPlace }: LightboxPlace) {
  const [zoom, setZoom] = useState(1);
  const stage = useRef<HTMLDivElement>(null);
  const { tile, original, isError, error, refetch } = usePictureAt(content, chunks, place);
  const picture = original ?? tile;
  const failure = useFailureWords();
  const change = useChangeImages({
    onRefused: (problem) => void toast({ tone: 'negative', words: failure(problem) ?? '' }),
  });
  const last = chunks.at(-1);
  const end = last ? last.start + last.count - 1 : 0;
  const go = (to: number) => {
    if (to < 0 || to > end) return;
    setZoom(1);
    onPlace(to);
  };
  const closer = (factor: number) => setZoom((now) => Math.min(ZOOM_MAX, Math.max(1, now * factor)));
  const toggleStar = () => picture && change.mutate({ kind: 'star', ids: [picture.id], starred: !picture.starred });
  const pan = (across: number, down: number) => {
    if (!stage.current) return;
    stage.current.scrollLeft += across * PAN_SHARE * stage.current.clientWidth;
    stage.current.scrollTop += down * PAN_SHARE * stage.current.clientHeight;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const actions: Readonly<Record<string, () => void>> = {
      ArrowLeft: () => go(place - 1),
      ArrowRight: () => go(place + 1),
      // What is larger than the window is moved by the arrows; its neighbours are had by their buttons.
      ...(zoom > 1 && {
        ArrowLeft: () => pan(-1, 0),
        ArrowRight: () => pan(1, 0),
        ArrowUp: () => pan(0, -1),
        ArrowDown: () => pan(0, 1),
      }),
      '+': () => closer(ZOOM_STEP),
      '=': () => closer(ZOOM_STEP),
      '-': () => closer(1 / ZOOM_STEP),
      0: () => setZoom(1),
      s: toggleStar,
    };
    const action = actions[event.key];
    const isTurnedOff = event.key.length === 1 && !keptSingleKeys.get();
    if (!action || isTurnedOff || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    action();
  };
  return {
    picture,
    tile,
    original,
    isError,
    error,
    refetch,
    stage,
    zoom,
    setZoom,
    end,
    go,
    closer,
    toggleStar,
    onKeyDown,
  };
}

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
