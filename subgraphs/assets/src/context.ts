import type { BaseContext } from '@modu/subgraph';
import { actsFor } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import DataLoader from 'dataloader';
import { mayRead } from './domain/access.ts';
import type { Asset } from './domain/asset.ts';
import type { Copy } from './domain/copy.ts';
import type { AssetsDeps } from './operations/deps.ts';

/** What every resolver of this domain is given. */
export interface AssetsContext extends BaseContext {
  readonly deps: AssetsDeps;
  /** READY assets of the viewer by id, many in one read; `null` for all others, whatever the reason. */
  readonly ownAssets: DataLoader<string, Asset | null>;
  /** By place in the bucket; asked only of places that the viewer may look at. */
  readonly copies: DataLoader<string, Copy | undefined>;
}

export function createAssetsContext(base: BaseContext, deps: AssetsDeps): AssetsContext {
  const load = async (ids: readonly string[]): Promise<(Asset | null)[]> => {
    if (!actsFor(base.viewer)) return ids.map(() => null);
    const visible = (await deps.assets.findMany(ids)).filter(
      (asset) => mayRead(base.viewer, asset) && asset.status === 'READY' && asset.trashedAt === undefined,
    );
    const byId = new Map(visible.map((asset) => [asset.id, asset]));
    return ids.map((id) => byId.get(id) ?? null);
  };
  const loadCopies = async (keys: readonly string[]) => {
    const byKey = new Map((await deps.copies.findMany(keys)).map((copy) => [copy.key, copy]));
    return keys.map((key) => byKey.get(key));
  };
  return {
    ...{ ...base, deps: depsFor(base.viewer, deps) },
    ownAssets: new DataLoader(load, { maxBatchSize: 500 }),
    copies: new DataLoader(loadCopies, { maxBatchSize: 500 }),
  };
}

/** Whoever follows links from inside is given such links. */
const depsFor = (viewer: Viewer, deps: AssetsDeps): AssetsDeps =>
  viewer.kind === 'service' && viewer.followsLinks ? { ...deps, blobs: { ...deps.blobs, ...deps.blobs.inside } } : deps;
