import { isRefusal } from '@modu/errors';
import type { AssetsContext } from '../../context.ts';
import { listAssets } from '../../operations/list-assets.ts';
import type { AssetListing } from '../../operations/list-assets.ts';
import { toGraphError } from '../refusal-error.ts';

export async function assets(_: unknown, listing: AssetListing, { viewer, deps }: AssetsContext) {
  const listed = await listAssets(listing, { viewer, deps });
  if (isRefusal(listed)) throw toGraphError(listed, viewer);
  return { ...listed, totalCount: () => listed.countTotal() };
}
