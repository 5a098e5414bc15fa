import { announce } from '@modu/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from '../../../lib/language/index.ts';
import {
  DeleteImagesDocument,
  PurgeImagesDocument,
  RestoreImagesDocument,
  StarImagesDocument,
} from '../../../lib/graph/generated/graphql.ts';
import { inParts, isRefusal, request } from '../../../lib/graph/index.ts';

/** A change of many pictures at once. */
export type ImagesChange =
  | { readonly kind: 'star'; readonly ids: readonly string[]; readonly starred: boolean }
  | { readonly kind: 'trash' | 'restore' | 'purge'; readonly ids: readonly string[] };

/** Changes many pictures; every list that may show them is read again. Throws what the API says when it refuses. */
export function useChangeImages() {
  const client = useQueryClient();
  const { t } = useTranslation('gallery');
  const sentence = (kind: ImagesChange['kind'], count: number) => {
    const said = { star: 'doneStar', trash: 'doneTrash', restore: 'doneRestore', purge: 'donePurge' } as const;
    return t(said[kind], { count });
  };
  return useMutation({
    mutationFn: async (change: ImagesChange) => {
      const outcome = await send(change);
      if (isRefusal(outcome)) throw new Error(outcome.message);
      return outcome;
    },
    onSuccess: (_, { kind, ids }) => announce(sentence(kind, ids.length)),
    // After a failure too: of many pictures some may have been changed.
    onSettled: () => client.invalidateQueries({ queryKey: ['images'] }),
  });
}

function send(change: ImagesChange) {
  switch (change.kind) {
    case 'star':
      return inParts(
        change.ids,
        async (ids) => (await request(StarImagesDocument, { ids, starred: change.starred })).starImages,
      );
    case 'trash':
      return inParts(change.ids, async (ids) => (await request(DeleteImagesDocument, { ids })).deleteImages);
    case 'restore':
      return inParts(change.ids, async (ids) => (await request(RestoreImagesDocument, { ids })).restoreImages);
    case 'purge':
      return inParts(change.ids, async (ids) => (await request(PurgeImagesDocument, { ids })).purgeImages);
  }
}
