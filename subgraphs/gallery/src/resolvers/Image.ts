import type { GalleryContext } from '../context.ts';
import type { Image as ImageRow } from '../domain/image.ts';

/** What another domain owns is named by its id; the gateway asks that domain for the rest. */
const toReference = (id: string | null) => (id === null ? null : { id });

export const Image = {
  __resolveReference: ({ id }: { readonly id: string }, { visibleImages }: GalleryContext) => visibleImages.load(id),
  asset: ({ assetId }: ImageRow) => toReference(assetId),
  thumbnail: ({ thumbnailAssetId }: ImageRow) => toReference(thumbnailAssetId),
  model: ({ modelId }: ImageRow) => toReference(modelId),
  boards: ({ id }: ImageRow, _: unknown, { boards }: GalleryContext) => boards.ofImage.load(id),
  shares: ({ id }: ImageRow, _: unknown, { sharesOfImage }: GalleryContext) => sharesOfImage.load(id),
  job: ({ jobId }: ImageRow) => toReference(jobId),
};
