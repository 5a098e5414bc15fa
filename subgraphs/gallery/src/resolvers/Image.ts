import type { GalleryContext } from '../context.ts';
import type { Image as ImageRow } from '../domain/image.ts';

/** What another domain owns is named by its id; the gateway asks that domain for the rest. */
const toReference = (id: string | null) => (id === null ? null : { id });

export const Image = {
  __resolveReference: ({ id }: { readonly id: string }, { visibleImages }: GalleryContext) => visibleImages.load(id),
  asset: ({ assetId }: ImageRow) => toReference(assetId),
  thumbnail: ({ thumbnailAssetId }: ImageRow) => toReference(thumbnailAssetId),
  model: ({ modelId }: ImageRow) => toReference(modelId),
  job: ({ jobId }: ImageRow) => toReference(jobId),
};
