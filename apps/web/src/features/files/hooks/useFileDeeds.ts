import { useMutation, useQueryClient } from '@tanstack/react-query';
import { DeleteAssetDocument, RestoreAssetDocument } from '../../../lib/graph/generated/graphql.ts';
import { isRefusal, request } from '../../../lib/graph/index.ts';

/** What can be done to a stored file; the lists, and how much room is left, are read again after it. */
export function useFileDeeds() {
  const client = useQueryClient();
  const onSettled = () => {
    void client.invalidateQueries({ queryKey: ['files'] });
    void client.invalidateQueries({ queryKey: ['me'] });
  };
  const remove = useMutation({
    mutationFn: async ({ id, forever }: { id: string; forever: boolean }) => {
      const { deleteAsset } = await request(DeleteAssetDocument, { id, forever });
      if (isRefusal(deleteAsset)) throw new Error(deleteAsset.message);
    },
    onSettled,
  });
  const restore = useMutation({
    mutationFn: async (id: string) => {
      const { restoreAsset } = await request(RestoreAssetDocument, { id });
      if (isRefusal(restoreAsset)) throw new Error(restoreAsset.message);
    },
    onSettled,
  });
  return { remove, restore };
}
