import { isRefusal } from '@modu/errors';
import type { AssetsContext } from '../context.ts';
import type { Asset as AssetRow } from '../domain/asset.ts';
import { signAssetUrl } from '../operations/sign-asset-url.ts';
import { toGraphError } from './refusal-error.ts';

interface LinkArgs {
  readonly expiresInSeconds?: number | null;
  readonly download?: boolean | null;
}

export const Asset = {
  __resolveReference: ({ id }: { readonly id: string }, { ownAssets }: AssetsContext) => ownAssets.load(id),
  preview: (asset: AssetRow) => asset,
  url: async (asset: AssetRow, { expiresInSeconds, download }: LinkArgs, { viewer, deps }: AssetsContext) => {
    const link = { expiresInSeconds: expiresInSeconds ?? 300, download: download ?? false };
    const url = await signAssetUrl(asset, link, deps);
    if (isRefusal(url)) throw toGraphError(url, viewer);
    return url;
  },
};
