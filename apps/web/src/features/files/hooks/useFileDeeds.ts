import { announce } from '@modu/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { DeleteAssetDocument, RestoreAssetDocument } from '../../../lib/graph/generated/graphql.ts';
import type { FilePartsFragment } from '../../../lib/graph/generated/graphql.ts';
import { isRefusal, request } from '../../../lib/graph/index.ts';
import { useTranslation } from '../../../lib/language/index.ts';

type File = Pick<FilePartsFragment, 'id' | 'filename'>;

/**
 * What can be done to a stored file; the lists, and how much room is left, are read again after it, and it is said that it was done.
 * `leave` hears which one is about to go.
 */
export function useFileDeeds(leave: (file: File) => void) {
  const client = useQueryClient();
  const { t } = useTranslation('files');
  const onSettled = () => {
    void client.invalidateQueries({ queryKey: ['files'] });
    void client.invalidateQueries({ queryKey: ['me'] });
  };
  const remove = useMutation({
    mutationFn: async ({ file, forever }: { file: File; forever: boolean }) => {
      const { deleteAsset } = await request(DeleteAssetDocument, { id: file.id, forever });
      if (isRefusal(deleteAsset)) throw new Error(deleteAsset.message);
    },
    onMutate: ({ file }) => leave(file),
    onSuccess: (_, { file, forever }) => announce(t(forever ? 'deletedForever' : 'deleted', { name: file.filename })),
    onSettled,
  });
  const restore = useMutation({
    mutationFn: async ({ id }: File) => {
      const { restoreAsset } = await request(RestoreAssetDocument, { id });
      if (isRefusal(restoreAsset)) throw new Error(restoreAsset.message);
    },
    onMutate: leave,
    onSuccess: (_, { filename }) => announce(t('restored', { name: filename })),
    onSettled,
  });
  return { remove, restore };
}
