import { isId } from '@modu/ids';
import { actsFor } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import type { Asset } from '../domain/asset.ts';
import type { AssetsDeps } from './deps.ts';

/** The viewer's own asset in whatever state, to be changed; one of somebody else looks like one that never was. */
export async function findOwnAsset(
  id: string,
  { viewer, deps }: { readonly viewer: Viewer; readonly deps: Pick<AssetsDeps, 'assets'> },
): Promise<Asset | undefined> {
  const ownerId = actsFor(viewer, 'files');
  if (!ownerId || !isId(id)) return undefined;
  const asset = await deps.assets.find(id);
  return asset?.ownerId === ownerId ? asset : undefined;
}
