import type { GalleryDeps } from './deps.ts';

/** What the cover of each board shows, as thumbnails: the chosen picture, or else its newest ones. */
export async function findCoverSources(
  boardIds: readonly string[],
  { boards, images }: Pick<GalleryDeps, 'boards' | 'images'>,
): Promise<Map<string, readonly string[]>> {
  const [found, newest] = await Promise.all([boards.findMany(boardIds), boards.newest(boardIds)]);
  const chosen = await images.findMany(found.flatMap(({ coverImageId }) => coverImageId ?? []));
  const shown = new Map(chosen.filter(({ deletedAt }) => !deletedAt).map((image) => [image.id, image]));
  return new Map(
    found.map(({ id, coverImageId }) => {
      const cover = coverImageId === null ? undefined : shown.get(coverImageId);
      const pictures = cover ? [cover] : (newest.get(id) ?? []);
      return [id, pictures.map(({ thumbnailAssetId }) => thumbnailAssetId)];
    }),
  );
}
