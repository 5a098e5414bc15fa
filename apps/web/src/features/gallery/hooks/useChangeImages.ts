import { announce } from '@modu/ui';
import { notifyManager, useMutation, useQueryClient } from '@tanstack/react-query';
import { foresee } from '../../../lib/ahead/index.ts';
import { useTranslation } from '../../../lib/language/index.ts';
import {
  DeleteImagesDocument,
  PurgeImagesDocument,
  RestoreImagesDocument,
  StarImagesDocument,
  TagImagesDocument,
} from '../../../lib/graph/generated/graphql.ts';
import { inParts, isRefusal, request } from '../../../lib/graph/index.ts';
import { JOBS_KEY } from '../../queue/index.ts';
import { foreseeImages } from '../model/foresee-images.ts';

/** A change of many pictures at once. */
export type ImagesChange =
  | { readonly kind: 'star'; readonly ids: readonly string[]; readonly starred: boolean }
  | {
      readonly kind: 'tag';
      readonly ids: readonly string[];
      readonly add: readonly string[];
      readonly remove: readonly string[];
    }
  | { readonly kind: 'trash' | 'restore' | 'purge'; readonly ids: readonly string[] };

interface ChangeImagesOptions {
  /** Told once the change is on the page, before the API has answered. */
  readonly onShown?: () => void;
  /** Told why a change was taken back; of each, however many were asked for after it. */
  readonly onRefused?: (problem: Error) => void;
}

/**
 * Changes many pictures: what is shown of them changes at once and is taken back if that fails; every list that may show them is
 * read again. Throws what the API says when it refuses.
 */
export function useChangeImages({ onShown, onRefused }: ChangeImagesOptions = {}) {
  const client = useQueryClient();
  const { t } = useTranslation('pictures');
  const sentence = (kind: ImagesChange['kind'], count: number) => {
    const said = {
      star: 'doneStar',
      tag: 'doneTag',
      trash: 'doneTrash',
      restore: 'doneRestore',
      purge: 'donePurge',
    } as const;
    return t(said[kind], { count });
  };
  return useMutation({
    // One after the other: a star that is given and taken away at once is to end as it was pressed last.
    scope: { id: 'images' },
    onMutate: (change: ImagesChange) =>
      notifyManager.batch(() => {
        const end = foresee(client, foreseeImages(change));
        // Comes after all that show what has changed.
        if (onShown) notifyManager.schedule(onShown);
        return end;
      }),
    mutationFn: async (change: ImagesChange) => {
      const outcome = await send(change);
      if (isRefusal(outcome)) throw new Error(outcome.message);
      return outcome;
    },
    onSuccess: (_, { kind, ids }) => announce(sentence(kind, ids.length)),
    onError: (problem) => onRefused?.(problem),
    // After a failure too: of many pictures some may have been changed.
    onSettled: (_, problem, { kind }, end) => {
      end?.(problem === null);
      // A job shows its picture as long as that is not in the trash.
      if (kind !== 'star' && kind !== 'tag') void client.invalidateQueries({ queryKey: JOBS_KEY });
      return client.invalidateQueries({ queryKey: ['images'] });
    },
  });
}

function send(change: ImagesChange) {
  switch (change.kind) {
    case 'star':
      return inParts(
        change.ids,
        async (ids) => (await request(StarImagesDocument, { ids, starred: change.starred })).starImages,
      );
    case 'tag': {
      const tags = { add: [...change.add], remove: [...change.remove] };
      return inParts(change.ids, async (ids) => (await request(TagImagesDocument, { ids, ...tags })).tagImages);
    }
    case 'trash':
      return inParts(change.ids, async (ids) => (await request(DeleteImagesDocument, { ids })).deleteImages);
    case 'restore':
      return inParts(change.ids, async (ids) => (await request(RestoreImagesDocument, { ids })).restoreImages);
    case 'purge':
      return inParts(change.ids, async (ids) => (await request(PurgeImagesDocument, { ids })).purgeImages);
  }
}
