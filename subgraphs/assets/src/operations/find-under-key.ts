import { assetIdOf, ownAssetIdOf } from '@modu/ids';
import type { Viewer } from '@modu/viewer';
import type { Asset } from '../domain/asset.ts';
import type { AssetsDeps } from './deps.ts';

interface Announcing {
  readonly ownerId: string;
  readonly viewer: Viewer;
}

/** The id of what is announced under a key: people and services each have a space of keys of their own. */
export function idUnderKey(key: string, { ownerId, viewer }: Announcing): string {
  return viewer.kind === 'service' ? assetIdOf(ownerId, key) : ownAssetIdOf(ownerId, key);
}

/** What was announced under a key before. People's files once had the ids that services' have: who repeats such a key finds it. */
export async function findUnderKey(
  key: string,
  { ownerId, viewer, deps }: Announcing & { readonly deps: Pick<AssetsDeps, 'assets'> },
): Promise<Asset | undefined> {
  const id = idUnderKey(key, { ownerId, viewer });
  if (viewer.kind === 'service') return deps.assets.find(id);
  const found = await deps.assets.findMany([id, assetIdOf(ownerId, key)]);
  return found.find((asset) => asset.id === id) ?? found.find(({ purpose }) => purpose === 'FILE');
}
