import type { Board, BoardChanges } from '../domain/board.ts';
import { placeBetween } from '../domain/board.ts';
import { againAfterConflict } from './bulk-changes.ts';
import type { GalleryDatabase } from './database.ts';
import type { OwnImages } from './image-store.ts';

interface OwnBoard {
  readonly ownerId: string;
  readonly id: string;
}

/** A picture that stands for its board. */
export interface NewestImage {
  readonly id: string;
  readonly thumbnailAssetId: string;
}

export interface BoardStore {
  /** Adds a board at the end. @returns undefined when the owner has `max` already. */
  create(board: Omit<Board, 'place' | 'createdAt'>, max: number): Promise<Board | undefined>;
  find(board: OwnBoard): Promise<Board | undefined>;
  findMany(ids: readonly string[]): Promise<Board[]>;
  list(ownerId: string): Promise<Board[]>;
  update(board: OwnBoard, changes: BoardChanges): Promise<Board | undefined>;
  /** Puts a board before another, or at the end. @returns false when either is not there. */
  move(board: OwnBoard, beforeId: string | null): Promise<boolean>;
  /** The pictures stay. */
  remove(board: OwnBoard): Promise<boolean>;
  /** Adds those of the pictures that are the owner's and on no account in the board yet; where the board is gone, none. @returns the ids that are in it now. */
  add(boardId: string, images: OwnImages): Promise<string[]>;
  has(boardId: string, imageId: string): Promise<boolean>;
  /** A picture that is taken out is the board's cover no more. */
  takeOut(boardId: string, images: OwnImages): Promise<string[]>;
  /** Pictures on the wall per board, for many boards at once. */
  counts(boardIds: readonly string[]): Promise<Map<string, number>>;
  /** Up to four of the newest pictures of each board, the newest first. */
  newest(boardIds: readonly string[]): Promise<Map<string, readonly NewestImage[]>>;
  /** The boards of each picture, in their order. */
  ofImages(imageIds: readonly string[]): Promise<Map<string, Board[]>>;
}

const NEWEST_MAX = 4;

export function createBoardStore(database: GalleryDatabase): BoardStore {
  const { board } = database;
  return {
    create: ({ id, ownerId, name, coverImageId }, max) =>
      lockedFor(ownerId, database, async (tx) => {
        const { _count, _max } = await tx.board.aggregate({ where: { ownerId }, _count: true, _max: { place: true } });
        if (_count >= max) return undefined;
        return tx.board.create({ data: { id, ownerId, name, coverImageId, place: (_max.place ?? 0) + 1 } });
      }),
    find: async (own) => (await board.findFirst({ where: own })) ?? undefined,
    findMany: (ids) => board.findMany({ where: { id: { in: [...ids] } } }),
    list: (ownerId) => board.findMany({ where: { ownerId }, orderBy: [{ place: 'asc' }, { id: 'asc' }] }),
    update: async (own, changes) => (await board.updateManyAndReturn({ where: own, data: changes }))[0],
    move: (own, beforeId) => lockedFor(own.ownerId, database, (tx) => moveBoard(tx, own, beforeId)),
    remove: async (own) => (await againAfterConflict(() => board.deleteMany({ where: own }))).count > 0,
    ...boardImages(database),
  };
}

type Transaction = Parameters<Parameters<GalleryDatabase['$transaction']>[0]>[0];

/** One owner's boards are counted and placed by one at a time. */
function lockedFor<T>(ownerId: string, database: GalleryDatabase, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return database.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 AS held FROM pg_advisory_xact_lock(hashtextextended(${`boards:${ownerId}`}, 0))`;
    return work(tx);
  });
}

async function moveBoard(tx: Transaction, { ownerId, id }: OwnBoard, beforeId: string | null): Promise<boolean> {
  const boards = await tx.board.findMany({ where: { ownerId }, orderBy: [{ place: 'asc' }, { id: 'asc' }] });
  const moved = boards.find((one) => one.id === id);
  const others = boards.filter((one) => one.id !== id);
  const at = beforeId === null ? others.length : others.findIndex((one) => one.id === beforeId);
  if (!moved || at < 0) return false;
  const place = placeBetween(others[at - 1]?.place, others[at]?.place);
  if (place !== undefined) {
    await tx.board.update({ where: { id }, data: { place } });
    return true;
  }
  const ordered = [...others.slice(0, at), moved, ...others.slice(at)];
  for (const [index, one] of ordered.entries())
    await tx.board.update({ where: { id: one.id }, data: { place: index } });
  return true;
}

function boardImages(database: GalleryDatabase) {
  return {
    add: async (boardId: string, { ownerId, ids }: OwnImages) => {
      const rows = await againAfterConflict(
        () => database.$queryRaw<{ id: string }[]>`
        WITH there AS (SELECT id FROM boards WHERE id = ${boardId}::uuid FOR KEY SHARE),
          mine AS (SELECT id FROM images
            WHERE id = ANY (${[...ids]}::uuid[]) AND owner_id = ${ownerId} AND purge_started_at IS NULL ORDER BY id FOR KEY SHARE),
          added AS (INSERT INTO board_images (board_id, image_id) SELECT there.id, mine.id FROM there, mine
            ON CONFLICT DO NOTHING)
        SELECT id FROM mine`,
      );
      return rows.map(({ id }) => id);
    },
    has: async (boardId: string, imageId: string) =>
      (await database.boardImage.count({ where: { boardId, imageId } })) > 0,
    takeOut: async (boardId: string, { ids }: OwnImages) => {
      const rows = await againAfterConflict(
        () => database.$queryRaw<{ id: string }[]>`
        WITH taken AS (DELETE FROM board_images
            WHERE board_id = ${boardId}::uuid AND image_id = ANY (${[...ids]}::uuid[]) RETURNING image_id AS id),
          uncovered AS (UPDATE boards SET cover_image_id = NULL
            WHERE id = ${boardId}::uuid AND cover_image_id IN (SELECT id FROM taken))
        SELECT id FROM taken`,
      );
      return rows.map(({ id }) => id);
    },
    counts: async (boardIds: readonly string[]) => {
      const rows = await database.$queryRaw<{ id: string; count: bigint }[]>`
        SELECT board_id AS id, count(*) AS count FROM board_images JOIN images ON images.id = image_id
        WHERE board_id = ANY (${[...boardIds]}::uuid[]) AND deleted_at IS NULL GROUP BY 1`;
      return new Map(rows.map(({ id, count }) => [id, Number(count)]));
    },
    newest: async (boardIds: readonly string[]) => {
      const rows = await database.$queryRaw<(NewestImage & { boardId: string })[]>`
        SELECT board_id AS "boardId", id, thumbnail_asset_id AS "thumbnailAssetId" FROM (
          SELECT board_id, images.id, thumbnail_asset_id, created_at,
            row_number() OVER (PARTITION BY board_id ORDER BY created_at DESC, images.id DESC) AS place
          FROM board_images JOIN images ON images.id = image_id
          WHERE board_id = ANY (${[...boardIds]}::uuid[]) AND deleted_at IS NULL) AS placed
        WHERE place <= ${NEWEST_MAX} ORDER BY board_id, place`;
      return Map.groupBy(rows, ({ boardId }) => boardId);
    },
    ofImages: async (imageIds: readonly string[]) => {
      const rows = await database.boardImage.findMany({
        where: { imageId: { in: [...imageIds] } },
        include: { board: true },
        orderBy: [{ board: { place: 'asc' } }, { boardId: 'asc' }],
      });
      const grouped = Map.groupBy(rows, ({ imageId }) => imageId);
      return new Map([...grouped].map(([imageId, found]) => [imageId, found.map((row) => row.board)]));
    },
  };
}
