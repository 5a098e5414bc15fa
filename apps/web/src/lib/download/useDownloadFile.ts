import { useMutation } from '@tanstack/react-query';
import { AssetLinkDocument } from '../graph/generated/graphql.ts';
import { request } from '../graph/index.ts';

/** Asks for a fresh link and follows it; the bucket answers as an attachment, so the page stays. */
export function useDownloadFile() {
  return useMutation({
    mutationFn: async (id: string) => {
      const { asset } = await request(AssetLinkDocument, { id });
      if (asset === null) throw new Error('The file is not there any more');
      location.assign(asset.url);
    },
  });
}
