import { isRefusal, refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import type { AssetsContext } from '../context.ts';
import type { Asset } from '../domain/asset.ts';
import type { AssetsDeps } from '../operations/deps.ts';
import { signPictureUrl, signThumbnailUrl } from '../operations/sign-asset-url.ts';
import { toGraphError } from './refusal-error.ts';

interface ImageReference {
  readonly id: string;
  readonly asset?: { readonly id: string } | null;
  readonly thumbnail?: { readonly id: string } | null;
}

interface ThumbnailArgs {
  readonly size?: 'SMALL' | 'MEDIUM' | null;
}

export const Image = {
  __resolveReference: (image: ImageReference) => image,
  url: ({ asset }: ImageReference, _: unknown, context: AssetsContext) => linkTo(asset?.id, context, signPictureUrl),
  thumbnailUrl: ({ thumbnail }: ImageReference, { size }: ThumbnailArgs, context: AssetsContext) =>
    linkTo(thumbnail?.id, context, size === 'SMALL' ? signSmallUrl : signPictureUrl),
};

/** Pictures of before there were small ones, and those of this moment, are shown by what there is. */
async function signSmallUrl(thumbnail: Asset, deps: AssetsDeps): Promise<string | Refusal> {
  return (await signThumbnailUrl(thumbnail, { side: 256 }, deps)) ?? signPictureUrl(thumbnail, deps);
}

async function linkTo(
  assetId: string | undefined,
  { viewer, deps, ownAssets }: AssetsContext,
  sign: (asset: Asset, deps: AssetsDeps) => Promise<string | Refusal>,
): Promise<string> {
  const asset = assetId ? await ownAssets.load(assetId) : null;
  const url = asset ? await sign(asset, deps) : refuse('NOT_FOUND', 'asset.unknown');
  if (isRefusal(url)) throw toGraphError(url, viewer);
  return url;
}
