import { isRefusal, refuse } from '@modu/errors';
import type { AssetsContext } from '../context.ts';
import { signPictureUrl } from '../operations/sign-asset-url.ts';
import { toGraphError } from './refusal-error.ts';

interface ImageReference {
  readonly id: string;
  readonly asset?: { readonly id: string } | null;
  readonly thumbnail?: { readonly id: string } | null;
}

export const Image = {
  __resolveReference: (image: ImageReference) => image,
  url: ({ asset }: ImageReference, _: unknown, context: AssetsContext) => linkTo(asset?.id, context),
  thumbnailUrl: ({ thumbnail }: ImageReference, _: unknown, context: AssetsContext) => linkTo(thumbnail?.id, context),
};

async function linkTo(assetId: string | undefined, { viewer, deps, ownAssets }: AssetsContext): Promise<string> {
  const asset = assetId ? await ownAssets.load(assetId) : null;
  const url = asset ? await signPictureUrl(asset, deps) : refuse('NOT_FOUND', 'asset.unknown');
  if (isRefusal(url)) throw toGraphError(url, viewer);
  return url;
}
