import { actsFor } from '@modu/viewer';
import type { Scope, Viewer } from '@modu/viewer';
import type { Asset } from './asset.ts';

/**
 * The one rule of who may read a file: its owner, and a service that acts for the owner. Such a service vouches for a grant
 * that it has checked itself and that the owner gave: a share link, a board's link, a class. To everyone else, administrators
 * too, the file is one that never was. What a program's key must reach to is the `scope`.
 */
export function mayRead(viewer: Viewer, { ownerId }: Pick<Asset, 'ownerId'>, scope: Scope = 'read'): boolean {
  return actsFor(viewer, scope) === ownerId;
}

/** Files of pictures are kept and removed by the services that own the pictures, never one by one by hand. */
export function mayManage(viewer: Viewer, asset: Pick<Asset, 'ownerId' | 'purpose'>): boolean {
  return mayRead(viewer, asset, 'files') && (asset.purpose === 'FILE' || viewer.kind === 'service');
}
