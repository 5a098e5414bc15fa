import { actsFor } from '@modu/viewer';
import type { AssetsContext } from '../context.ts';
import { coverKeyOf } from '../domain/copy.ts';
import { signCover } from '../operations/sign-cover.ts';

interface BoardReference {
  readonly id: string;
  readonly coverThumbnailIds?: readonly string[] | null;
}

export const Board = {
  __resolveReference: (board: BoardReference) => board,
  coverFile: async ({ id, coverThumbnailIds }: BoardReference, _: unknown, { viewer, deps, copies }: AssetsContext) => {
    const ownerId = actsFor(viewer, 'read');
    if (ownerId === undefined || !coverThumbnailIds?.length) return null;
    const copy = await copies.load(coverKeyOf(ownerId, id));
    return signCover(copy, { thumbnailIds: coverThumbnailIds }, deps);
  },
};
