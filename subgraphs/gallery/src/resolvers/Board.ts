import type { GalleryContext } from '../context.ts';
import type { Board as BoardRow } from '../domain/board.ts';
import type { ImageListing } from '../operations/list-images.ts';
import { images } from './Query/images.ts';

export const Board = {
  __resolveReference: ({ id }: { readonly id: string }, { boards }: GalleryContext) => boards.byId.load(id),
  cover: async ({ id, coverImageId }: BoardRow, _: unknown, { boards, visibleImages }: GalleryContext) => {
    const chosen = coverImageId ? await visibleImages.load(coverImageId) : null;
    if (chosen && !chosen.deletedAt) return chosen;
    const [newest] = await boards.newest.load(id);
    return newest ? visibleImages.load(newest.id) : null;
  },
  coverThumbnailIds: ({ id }: BoardRow, _: unknown, { boards }: GalleryContext) => boards.coverThumbnails.load(id),
  shares: ({ id }: BoardRow, _: unknown, { boards }: GalleryContext) => boards.shares.load(id),
  imageCount: ({ id }: BoardRow, _: unknown, { boards }: GalleryContext) => boards.counts.load(id),
  images: ({ id }: BoardRow, listing: ImageListing, context: GalleryContext) =>
    images(undefined, { ...listing, boardId: id }, context),
};
