import { isId } from '@modu/ids';
import type { BaseContext } from '@modu/subgraph';
import DataLoader from 'dataloader';
import { maySee } from './domain/access.ts';
import type { Board } from './domain/board.ts';
import type { Image } from './domain/image.ts';
import type { Share } from './domain/share.ts';
import type { GalleryDeps } from './operations/deps.ts';
import { findCoverSources } from './operations/find-cover-sources.ts';
import type { NewestImage } from './store/board-store.ts';

/** What every resolver of this domain is given. */
export interface GalleryContext extends BaseContext {
  readonly deps: GalleryDeps;
  /** Pictures that the viewer may see, by id, many in one read; `null` for all others, whatever the reason. */
  readonly visibleImages: DataLoader<string, Image | null>;
  /** Asked only of boards and pictures that the viewer was let see. */
  readonly boards: BoardLoaders;
  readonly sharesOfImage: DataLoader<string, readonly Share[]>;
  /** The viewer's own links, by id. */
  readonly ownShares: DataLoader<string, Share | null>;
}

export interface BoardLoaders {
  /** Boards that the viewer may see. */
  readonly byId: DataLoader<string, Board | null>;
  readonly counts: DataLoader<string, number>;
  readonly newest: DataLoader<string, readonly NewestImage[]>;
  /** The thumbnails that a board's cover shows. */
  readonly coverThumbnails: DataLoader<string, readonly string[]>;
  readonly ofImage: DataLoader<string, readonly Board[]>;
  readonly shares: DataLoader<string, readonly Share[]>;
}

export function createGalleryContext(base: BaseContext, deps: GalleryDeps): GalleryContext {
  const load = async (ids: readonly string[]): Promise<(Image | null)[]> => {
    const found = await deps.images.findMany(ids.filter(isId));
    const seen = found.filter(({ ownerId, purgeStartedAt }) => !purgeStartedAt && maySee(base.viewer, ownerId));
    const byId = new Map(seen.map((image) => [image.id, image]));
    return ids.map((id) => byId.get(id.toLowerCase()) ?? null);
  };
  return {
    ...base,
    deps,
    visibleImages: new DataLoader(load, { maxBatchSize: 500 }),
    boards: createBoardLoaders(base, deps),
    sharesOfImage: byMap((ids) => deps.shares.ofImages(ids), []),
    ownShares: byMap<Share | null>(async (ids) => {
      const found = await deps.shares.findMany(ids);
      return new Map(found.filter(({ ownerId }) => maySee(base.viewer, ownerId)).map((share) => [share.id, share]));
    }, null),
  };
}

function createBoardLoaders({ viewer }: BaseContext, { boards, images, shares }: GalleryDeps): BoardLoaders {
  const load = async (ids: readonly string[]) => {
    const found = await boards.findMany(ids.filter(isId));
    const seen = new Map(found.filter(({ ownerId }) => maySee(viewer, ownerId)).map((board) => [board.id, board]));
    return ids.map((id) => seen.get(id.toLowerCase()) ?? null);
  };
  return {
    byId: new DataLoader(load, { maxBatchSize: 500 }),
    counts: byMap((ids) => boards.counts(ids), 0),
    newest: byMap<readonly NewestImage[]>((ids) => boards.newest(ids), []),
    coverThumbnails: byMap<readonly string[]>((ids) => findCoverSources(ids, { boards, images }), []),
    ofImage: byMap((ids) => boards.ofImages(ids), []),
    shares: byMap((ids) => shares.ofBoards(ids), []),
  };
}

function byMap<T>(read: (ids: readonly string[]) => Promise<Map<string, T>>, none: T): DataLoader<string, T> {
  const load = async (ids: readonly string[]) => {
    const found = await read(ids);
    return ids.map((id) => found.get(id) ?? none);
  };
  return new DataLoader(load, { maxBatchSize: 500 });
}
