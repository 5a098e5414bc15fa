import type { Image, Json } from '../domain/image.ts';
import type { GalleryDatabase } from './database.ts';
import { Prisma } from './generated/client.ts';
import type { Image as ImageRow } from './generated/client.ts';

export interface ImageQuery {
  readonly ownerId: string;
  /** A piece of text in prompt or title, with the signs of a LIKE pattern escaped. */
  readonly search?: string;
}

export type ImageDraft = Omit<Image, 'title' | 'tags' | 'starred' | 'createdAt' | 'deletedAt'>;

export interface ImageStore {
  /** Writes the picture unless its id is taken; returns what is stored under the id afterwards. */
  insertOnce(draft: ImageDraft): Promise<Image>;
  findMany(ids: readonly string[]): Promise<Image[]>;
  /** Newest first, without what is in the trash. */
  list(query: ImageQuery & { after?: { createdAt: Date; id: string }; limit: number }): Promise<Image[]>;
  count(query: ImageQuery): Promise<number>;
}

export function createImageStore({ image }: GalleryDatabase): ImageStore {
  return {
    insertOnce: async ({ seed, settings, ...draft }) => {
      const row = {
        ...draft,
        seed: seed === null ? null : BigInt(seed),
        settings: settings === null ? Prisma.DbNull : (settings as Prisma.InputJsonValue),
      };
      await image.createMany({ data: [row], skipDuplicates: true });
      return toImage(await image.findUniqueOrThrow({ where: { id: draft.id } }));
    },
    findMany: async (ids) => (await image.findMany({ where: { id: { in: [...ids] } } })).map(toImage),
    list: async ({ after, limit, ...query }) => {
      const older = after
        ? [{ OR: [{ createdAt: { lt: after.createdAt } }, { createdAt: after.createdAt, id: { lt: after.id } }] }]
        : [];
      const rows = await image.findMany({
        where: { AND: [toWhere(query), ...older] },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        take: limit,
      });
      return rows.map(toImage);
    },
    count: (query) => image.count({ where: toWhere(query) }),
  };
}

function toWhere({ ownerId, search }: ImageQuery): Prisma.ImageWhereInput {
  const mine = { ownerId, deletedAt: null };
  if (search === undefined) return mine;
  const text = { contains: search, mode: 'insensitive' } as const;
  return { ...mine, OR: [{ prompt: text }, { title: text }] };
}

function toImage({ seed, settings, ...row }: ImageRow): Image {
  return { ...row, seed: seed === null ? null : Number(seed), settings: settings as Json };
}
