import type { Viewer } from '@modu/viewer';
import type { Asset } from '../domain/asset.ts';

/** Files of pictures are kept and removed by the services that own the pictures, never one by one by hand. */
export function mayManage(viewer: Viewer, asset: Pick<Asset, 'purpose'>): boolean {
  return asset.purpose === 'FILE' || viewer.kind === 'service';
}
