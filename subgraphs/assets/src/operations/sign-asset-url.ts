import { refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import type { Asset } from '../domain/asset.ts';
import { isShownInline } from '../domain/content-agreement.ts';
import { thumbnailKeyOf, thumbnailSidesOf } from '../domain/preview.ts';
import type { ThumbnailSide } from '../domain/preview.ts';
import type { AssetsDeps } from './deps.ts';

interface Link {
  readonly expiresInSeconds: number;
  readonly download: boolean;
}

/** What may be asked for. */
const ASKED_SECONDS = { min: 30, max: 3_600 } as const;
/** What is given at most: whoever follows a link has begun within minutes; how long the bytes then take is another matter. */
const LINK_SECONDS_MAX = 900;

/** Signs a link straight to the bytes. The asset must be one that the viewer was allowed to load. */
export async function signAssetUrl(
  asset: Asset,
  { expiresInSeconds, download }: Link,
  { blobs }: Pick<AssetsDeps, 'blobs'>,
): Promise<string | Refusal> {
  const isWithin = expiresInSeconds >= ASKED_SECONDS.min && expiresInSeconds <= ASKED_SECONDS.max;
  if (!Number.isInteger(expiresInSeconds) || !isWithin) {
    return refuse('INVALID_INPUT', 'asset.linkLifetime', { path: ['expiresInSeconds'], params: ASKED_SECONDS });
  }
  if (asset.status !== 'READY') return refuse('NOT_FOUND', 'asset.unchecked');
  return blobs.presignGet({
    ...served(asset),
    download: download || !isShownInline(asset.contentType),
    expiresInSeconds: Math.min(expiresInSeconds, LINK_SECONDS_MAX),
  });
}

/** Long enough for a page that stays open a while; a grid asks again when it comes back. */
export const PICTURE_SECONDS = LINK_SECONDS_MAX;

/** Signs a link to a picture as it is shown, or gives the one that was signed lately. The asset must be one that the viewer was allowed to load. */
export async function signPictureUrl(asset: Asset, { blobs }: Pick<AssetsDeps, 'blobs'>): Promise<string | Refusal> {
  if (asset.status !== 'READY') return refuse('NOT_FOUND', 'asset.unchecked');
  const download = !isShownInline(asset.contentType);
  return blobs.linkTo({ ...served(asset), download, expiresInSeconds: PICTURE_SECONDS });
}

/** The bytes of an asset, under its name and as what it is. */
const served = ({ objectKey: key, filename, contentType }: Asset) => ({ key, filename, contentType });

/** Signs a link to a thumbnail, where there is one. The asset must be one that the viewer was allowed to load. */
export async function signThumbnailUrl(
  asset: Asset,
  { side }: { readonly side: ThumbnailSide },
  { blobs }: Pick<AssetsDeps, 'blobs'>,
): Promise<string | null> {
  const isThere = asset.status === 'READY' && asset.preview?.hasThumbnail === true;
  if (!isThere || !thumbnailSidesOf(asset).includes(side)) return null;
  const key = thumbnailKeyOf(asset, side);
  return blobs.linkTo({ key, contentType: 'image/webp', expiresInSeconds: PICTURE_SECONDS });
}
