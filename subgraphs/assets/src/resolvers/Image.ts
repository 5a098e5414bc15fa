import { isRefusal, refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import type { AssetsContext } from '../context.ts';
import type { Asset } from '../domain/asset.ts';
import type { ThumbnailSide } from '../domain/preview.ts';
import type { AssetsDeps } from '../operations/deps.ts';
import { signPictureUrl, signThumbnailUrl } from '../operations/sign-asset-url.ts';
import { toGraphError } from './refusal-error.ts';

interface ImageReference {
  readonly id: string;
  readonly asset?: { readonly id: string } | null;
  readonly thumbnail?: { readonly id: string } | null;
}

interface ThumbnailArgs {
  readonly size?: keyof typeof THUMBNAILS | null;
}

export const Image = {
  __resolveReference: (image: ImageReference) => image,
  url: ({ asset }: ImageReference, _: unknown, context: AssetsContext) => linkTo(asset?.id, context, signPictureUrl),
  thumbnailUrl: (image: ImageReference, { size }: ThumbnailArgs, context: AssetsContext) => {
    const { of, sign } = THUMBNAILS[size ?? 'MEDIUM'];
    return linkTo(image[of]?.id, context, sign);
  },
};

/** What stands for a picture, each made of one of its files. */
const THUMBNAILS = {
  SMALL: { of: 'thumbnail', sign: signSide(256) },
  MEDIUM: { of: 'thumbnail', sign: signPictureUrl },
  LARGE: { of: 'asset', sign: signSide(1_024) },
} as const;

/** Pictures of before there were such, and those of this moment, are shown by what they are made of. */
function signSide(side: ThumbnailSide) {
  return async (asset: Asset, deps: AssetsDeps): Promise<string | Refusal> =>
    (await signThumbnailUrl(asset, { side }, deps)) ?? signPictureUrl(asset, deps);
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
