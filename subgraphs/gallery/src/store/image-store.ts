import type { Image } from '../domain/image.ts';
import type { ImageChanges, TagChanges } from '../domain/image-changes.ts';
import { againAfterConflict, lockInOrder } from './bulk-changes.ts';
import type { GalleryDatabase } from './database.ts';
import { hasDeparted } from './departure-store.ts';
import { Prisma } from './generated/client.ts';
import type { Image as ImageRow } from './generated/client.ts';
import { IMAGE_COLUMNS, toImage } from './image-columns.ts';

export type ImageDraft = Omit<
  Image,
  'title' | 'tags' | 'note' | 'starred' | 'createdAt' | 'deletedAt' | 'purgeStartedAt'
>;

/** Pictures of one owner, by id. */
export interface OwnImages {
  readonly ownerId: string;
  readonly ids: readonly string[];
}

export interface ImageStore {
  /** Writes the picture unless its id is taken; returns what is stored under the id afterwards. Undefined: its owner has left. */
  insertOnce(draft: ImageDraft & { readonly createdAt?: Date }): Promise<Image | undefined>;
  findMany(ids: readonly string[]): Promise<Image[]>;
  /** @returns the picture as it is now; undefined when the owner has none of that id. */
  update(image: { readonly ownerId: string; readonly id: string }, changes: ImageChanges): Promise<Image | undefined>;
  /** These change those of the pictures that are there, and return them; the rest is left out. */
  star(images: OwnImages, starred: boolean): Promise<Image[]>;
  tag(images: OwnImages, changes: TagChanges): Promise<Image[]>;
  trash(images: OwnImages, now: Date): Promise<Image[]>;
  restore(images: OwnImages): Promise<Image[]>;
}

export function createImageStore(database: GalleryDatabase): ImageStore {
  const { image } = database;
  const change = changer(database);
  return {
    insertOnce: async ({ seed, settings, ...draft }) => {
      const row = {
        ...draft,
        seed: seed === null ? null : BigInt(seed),
        settings: settings === null ? Prisma.DbNull : (settings as Prisma.InputJsonValue),
      };
      return againAfterConflict(() =>
        database.$transaction(async (tx) => {
          if (await hasDeparted(draft.ownerId, tx)) return undefined;
          const { count } = await tx.image.createMany({ data: [row], skipDuplicates: true });
          if (count > 0)
            await tx.bucketChore.create({ data: { kind: 'IMAGE', ownerId: draft.ownerId, subject: draft.id } });
          return toImage(await tx.image.findUniqueOrThrow({ where: { id: draft.id } }));
        }),
      );
    },
    findMany: async (ids) => (await image.findMany({ where: { id: { in: [...ids] } } })).map(toImage),
    update: async ({ ownerId, id }, { title, note, tags }) => {
      const sets = [
        ...(title === undefined ? [] : [Prisma.sql`title = ${title}`]),
        ...(note === undefined ? [] : [Prisma.sql`note = ${note}`]),
        ...(tags === undefined ? [] : [Prisma.sql`tags = ${tags}::text[]`]),
      ];
      const set = sets.length === 0 ? Prisma.sql`title = title` : Prisma.join(sets);
      return (await change({ ownerId, ids: [id] }, set))[0];
    },
    star: (images, starred) => change(images, Prisma.sql`starred = ${starred}`),
    tag: (images, { add, remove }) => {
      const tags = Prisma.sql`(SELECT coalesce(array_agg(tag ORDER BY place), '{}') FROM (
          SELECT tag, min(place) AS place FROM unnest(tags || ${add}::text[]) WITH ORDINALITY AS t (tag, place)
          WHERE tag <> ALL (${remove}::text[]) GROUP BY tag ORDER BY 2 LIMIT 50) AS kept)`;
      return change(images, Prisma.sql`tags = ${tags}`);
    },
    trash: (images, now) => change(images, Prisma.sql`deleted_at = coalesce(deleted_at, ${now})`),
    restore: (images) => change(images, Prisma.sql`deleted_at = NULL`),
  };
}

/** One statement per change. */
function changer(database: GalleryDatabase) {
  return async ({ ownerId, ids }: OwnImages, set: Prisma.Sql): Promise<Image[]> => {
    if (ids.length === 0) return [];
    const there = Prisma.sql`id = ANY (${ids}::uuid[]) AND owner_id = ${ownerId} AND purge_started_at IS NULL`;
    const rows = await againAfterConflict(() =>
      database.$queryRaw<ImageRow[]>(Prisma.sql`WITH chosen AS (${lockInOrder(there)})
        UPDATE images SET ${set} FROM chosen WHERE images.id = chosen.id RETURNING ${IMAGE_COLUMNS}`),
    );
    return rows.map(toImage);
  };
}
