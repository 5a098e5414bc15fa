import { isRefusal } from '@modu/errors';
import type { GalleryContext } from '../context.ts';
import type { Image as ImageRow } from '../domain/image.ts';
import { listVariants } from '../operations/list-variants.ts';
import { toGraphError } from './refusal-error.ts';

interface VariantArguments {
  readonly first?: number | null;
  readonly after?: string | null;
}

/** What another domain owns is named by its id; the gateway asks that domain for the rest. */
const toReference = (id: string | null) => (id === null ? null : { id });

export const Image = {
  __resolveReference: ({ id }: { readonly id: string }, { visibleImages }: GalleryContext) => visibleImages.load(id),
  asset: ({ assetId }: ImageRow) => toReference(assetId),
  thumbnail: ({ thumbnailAssetId }: ImageRow) => toReference(thumbnailAssetId),
  model: ({ modelId }: ImageRow) => toReference(modelId),
  boards: ({ id }: ImageRow, _: unknown, { boards }: GalleryContext) => boards.ofImage.load(id),
  shares: ({ id }: ImageRow, _: unknown, { sharesOfImage }: GalleryContext) => sharesOfImage.load(id),
  parent: ({ parentId }: ImageRow, _: unknown, { visibleImages }: GalleryContext) =>
    parentId === null ? null : visibleImages.load(parentId),
  variants: async ({ id }: ImageRow, wanted: VariantArguments, { viewer, deps }: GalleryContext) => {
    const listed = await listVariants({ ...wanted, parentId: id }, { viewer, deps });
    if (isRefusal(listed)) throw toGraphError(listed, viewer);
    return { ...listed, totalCount: () => listed.countTotal() };
  },
  job: ({ jobId }: ImageRow) => toReference(jobId),
};
