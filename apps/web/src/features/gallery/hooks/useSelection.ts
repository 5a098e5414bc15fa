import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from '../../../lib/language/index.ts';
import { toast } from '../../../lib/toasts/index.ts';
import { chunkAt } from '../model/chunks.ts';
import type { Chunk } from '../model/chunks.ts';
import { choose, cutRange, NOTHING, SELECTION_MAX, toggle } from '../model/selection.ts';
import { chunkQuery } from './chunk-query.ts';
import type { WallContent } from '../model/wall-questions.ts';
import { useChosen } from './useChosen.ts';

/** What is chosen on a wall. A range reaches over pictures that were never in the page: they are asked for. */
export function useSelection(content: WallContent, chunks: readonly Chunk[]) {
  const client = useQueryClient();
  const { t } = useTranslation('gallery');
  const tellCut = useCallback(() => void toast({ tone: 'info', words: t('rangeCut', { count: SELECTION_MAX }) }), [t]);
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
  const onChoose = useCallback(
    (picture: { readonly id: string; readonly place: number }, { toPlace }: { readonly toPlace: boolean }) => {
      if (!toPlace || selection.anchor === null) {
        change((before) => toggle(before, picture));
        return;
      }
      const { end, isCut, ...range } = cutRange(selection.anchor, picture.place);
      if (isCut) tellCut();
      void idsBetween(range).then((ids) => change((before) => choose(before, ids, end)));
    },
    [change, selection.anchor, idsBetween, tellCut],
  );
  const chooseAll = useCallback(() => {
    const last = chunks.at(-1);
    if (!last) return;
    const { to, isCut } = cutRange(0, last.start + last.count - 1);
    if (isCut) tellCut();
    void idsBetween({ from: 0, to }).then((ids) => change(() => ({ ids: new Set(ids), anchor: to })));
  }, [change, chunks, idsBetween, tellCut]);
  const clear = useCallback(() => change(() => NOTHING), [change]);
  return { ids: selection.ids, onChoose, chooseAll, clear };
}
