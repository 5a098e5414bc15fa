import type { Image } from '../domain/image.ts';
import type { ImagePosition } from '../domain/image-order.ts';
import type { GalleryDatabase } from './database.ts';
import { toImage } from './image-columns.ts';

interface VariantPage {
  readonly ownerId: string;
  readonly parentId: string;
  readonly limit: number;
  readonly after?: ImagePosition;
}

/** What was made from what. */
export interface LineageStore {
  /** An owner's pictures on the wall that were made from another, the first one first. */
  variants(query: VariantPage): Promise<Image[]>;
  countVariants(of: Pick<VariantPage, 'ownerId' | 'parentId'>): Promise<number>;
}

export function createLineageStore({ image }: GalleryDatabase): LineageStore {
  return {
    variants: async ({ ownerId, parentId, limit, after }) => {
      const beyond = after
        ? { OR: [{ createdAt: { gt: after.createdAt } }, { createdAt: after.createdAt, id: { gt: after.id } }] }
        : {};
      const where = { ownerId, parentId, deletedAt: null, ...beyond };
      return (await image.findMany({ where, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }], take: limit })).map(
        toImage,
      );
    },
    countVariants: ({ ownerId, parentId }) => image.count({ where: { ownerId, parentId, deletedAt: null } }),
  };
}
