import type { AssetsContext } from '../../context.ts';
import { signSharedCopy } from '../../operations/share-copy.ts';

type Args = Parameters<typeof signSharedCopy>[0];

export function sharedCopy(_: unknown, wanted: Args, { viewer, deps }: AssetsContext) {
  return signSharedCopy(wanted, { viewer, deps });
}
