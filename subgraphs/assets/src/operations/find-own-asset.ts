import { isId } from '@modu/ids';
import type { Viewer } from '@modu/viewer';
import { mayRead } from '../domain/access.ts';
import type { Asset } from '../domain/asset.ts';
import type { AssetsDeps } from './deps.ts';

/** The viewer's own asset in whatever state, to be changed; one of somebody else looks like one that never was. */
export async function findOwnAsset(
  id: string,
  { viewer, deps }: { readonly viewer: Viewer; readonly deps: Pick<AssetsDeps, 'assets'> },
): Promise<Asset | undefined> {
  const asset = isId(id) ? await deps.assets.find(id) : undefined;
  return asset && mayRead(viewer, asset, 'files') ? asset : undefined;
}
