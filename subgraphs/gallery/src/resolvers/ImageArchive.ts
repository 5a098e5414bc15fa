import type { GalleryContext } from '../context.ts';
import { leftOut } from '../domain/archive.ts';
import type { Archive } from '../domain/archive.ts';
import { archiveProblem } from '../messages.ts';

export const ImageArchive = {
  imageCount: ({ imageIds }: Archive) => imageIds.length,
  leftIds: leftOut,
  asset: ({ assetId }: Archive) => (assetId === null ? null : { id: assetId }),
  problem: ({ problem }: Archive, _: unknown, { viewer }: GalleryContext) =>
    problem === null ? null : archiveProblem(problem, viewer.locale),
};
