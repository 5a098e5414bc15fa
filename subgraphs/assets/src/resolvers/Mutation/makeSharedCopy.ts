import type { AssetsContext } from '../../context.ts';
import { makeSharedCopy as operation } from '../../operations/share-copy.ts';

interface Args {
  readonly tokenHash: string;
  readonly assetId?: string | null;
}

export function makeSharedCopy(_: unknown, { tokenHash, assetId }: Args, { viewer, deps }: AssetsContext) {
  return operation({ tokenHash, assetId: assetId ?? null }, { viewer, deps });
}
