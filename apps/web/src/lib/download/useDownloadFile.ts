import { useMutation } from '@tanstack/react-query';
import { AssetLinkDocument } from '../graph/generated/graphql.ts';
import { request } from '../graph/index.ts';
import { useTranslation } from '../language/index.ts';

/** Asks for a fresh link and follows it; the bucket answers as an attachment, so the page stays. */
export function useDownloadFile() {
  const { t } = useTranslation('shell');
  return useMutation({
    mutationFn: async (id: string) => {
      const { asset } = await request(AssetLinkDocument, { id });
      if (asset === null) throw new Error(t('fileGone'));
      location.assign(asset.url);
    },
  });
}
