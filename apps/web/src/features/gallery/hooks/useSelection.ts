import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { useTranslation } from '../../../lib/language/index.ts';
import { toast } from '../../../lib/toasts/index.ts';
import { useFailureWords } from '../../../lib/words/useFailureWords.ts';
import { chunkAt } from '../model/chunks.ts';
import type { Chunk } from '../model/chunks.ts';
import { choose, cutRange, NOTHING, SELECTION_MAX, toggle } from '../model/selection.ts';
import type { Selection } from '../model/selection.ts';
import { chunkQuery } from './chunk-query.ts';
import type { WallContent } from '../model/wall-questions.ts';
import { useChosen } from './useChosen.ts';

/** What is chosen on a wall. A range reaches over pictures that were never in the page: they are asked for. */
export function useSelection(content: WallContent, chunks: readonly Chunk[]) {
  const client = useQueryClient();
  const [selection, change] = useChosen(content);
  const idsBetween = useCallback(
    async ({ from, to }: { from: number; to: number }) => {
      const wanted = chunks.slice(Math.max(0, chunkAt(chunks, from)), chunkAt(chunks, to) + 1);
      const ids: string[] = [];
      for (const chunk of wanted) {
        const pictures = await client.ensureQueryData(chunkQuery(content, chunk));
        ids.push(...pictures.flatMap(({ id }, at) => (chunk.start + at >= from && chunk.start + at <= to ? id : [])));
      }
      return ids;
    },
    [client, content, chunks],
  );
  const chooseRange = useChooseRange(idsBetween, change);
  const onChoose = useCallback(
    (picture: { readonly id: string; readonly place: number }, { toPlace }: { readonly toPlace: boolean }) => {
      if (!toPlace || selection.anchor === null) return change((before) => toggle(before, picture));
      const range = cutRange(selection.anchor, picture.place);
      return chooseRange(range, (before, ids) => choose(before, ids, range.end));
    },
    [change, selection.anchor, chooseRange],
  );
  const chooseAll = useCallback(() => {
    const last = chunks.at(-1);
    if (!last) return;
    const range = cutRange(0, last.start + last.count - 1);
    chooseRange(range, (_, ids) => ({ ids: new Set(ids), anchor: range.end }));
  }, [chunks, chooseRange]);
  const clear = useCallback(() => change(() => NOTHING), [change]);
  return { ids: selection.ids, onChoose, chooseAll, clear };
}

type Range = ReturnType<typeof cutRange>;
type Change = ReturnType<typeof useChosen>[1];

/** Chooses a range once all of it is known. Where a part does not come, that is told, and what was chosen stays as it was. */
function useChooseRange(idsBetween: (range: Range) => Promise<readonly string[]>, change: Change) {
  const { t } = useTranslation('gallery');
  const failure = useFailureWords();
  const tell = useRef({ cut: () => {}, failed: (_: Error) => {} });
  useEffect(() => {
    tell.current = {
      cut: () => void toast({ tone: 'info', words: t('rangeCut', { count: SELECTION_MAX }) }),
      failed: (problem) => void toast({ tone: 'negative', words: failure(problem) ?? '' }),
    };
  });
  return useCallback(
    (range: Range, take: (before: Selection, ids: readonly string[]) => Selection) => {
      const choosing = idsBetween(range).then((ids) => {
        if (range.isCut) tell.current.cut();
        change((before) => take(before, ids));
      });
      choosing.catch((problem: Error) => tell.current.failed(problem));
    },
    [change, idsBetween],
  );
}
