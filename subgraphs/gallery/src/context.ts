import { isId } from '@modu/ids';
import type { BaseContext } from '@modu/subgraph';
import DataLoader from 'dataloader';
import { maySee } from './domain/access.ts';
import type { Image } from './domain/image.ts';
import type { GalleryDeps } from './operations/deps.ts';

/** What every resolver of this domain is given. */
export interface GalleryContext extends BaseContext {
  readonly deps: GalleryDeps;
  /** Pictures that the viewer may see, by id, many in one read; `null` for all others, whatever the reason. */
  readonly visibleImages: DataLoader<string, Image | null>;
}

export function createGalleryContext(base: BaseContext, deps: GalleryDeps): GalleryContext {
  const load = async (ids: readonly string[]): Promise<(Image | null)[]> => {
    const found = await deps.images.findMany(ids.filter(isId));
    const seen = found.filter(({ ownerId, purgeStartedAt }) => !purgeStartedAt && maySee(base.viewer, ownerId));
    const byId = new Map(seen.map((image) => [image.id, image]));
    return ids.map((id) => byId.get(id.toLowerCase()) ?? null);
  };
  return { ...base, deps, visibleImages: new DataLoader(load, { maxBatchSize: 500 }) };
}
