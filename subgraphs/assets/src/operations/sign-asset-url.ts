import { refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import type { Asset } from '../domain/asset.ts';
import { isShownInline } from '../domain/content-agreement.ts';
import { thumbnailKeyOf } from '../domain/preview.ts';
import type { ThumbnailSide } from '../domain/preview.ts';
import type { AssetsDeps } from './deps.ts';

interface Link {
  readonly expiresInSeconds: number;
  readonly download: boolean;
}

/** Signs a link straight to the bytes. The asset must be one that the viewer was allowed to load. */
export async function signAssetUrl(
  asset: Asset,
  { expiresInSeconds, download }: Link,
  { blobs }: Pick<AssetsDeps, 'blobs'>,
): Promise<string | Refusal> {
  if (!Number.isInteger(expiresInSeconds) || expiresInSeconds < 30 || expiresInSeconds > 3_600) {
    return refuse('INVALID_INPUT', 'asset.linkLifetime', { path: ['expiresInSeconds'] });
  }
  if (asset.status !== 'READY') return refuse('NOT_FOUND', 'asset.unchecked');
  return blobs.presignGet({
    ...served(asset),
    download: download || !isShownInline(asset.contentType),
    expiresInSeconds,
  });
}

/** Long enough for a page that stays open a while; a grid asks again when it comes back. */
const PICTURE_SECONDS = 900;
const THUMBNAIL_SECONDS = 900;

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
  { status, objectKey, preview }: Asset,
  { side }: { readonly side: ThumbnailSide },
  { blobs }: Pick<AssetsDeps, 'blobs'>,
): Promise<string | null> {
  if (status !== 'READY' || preview?.hasThumbnail !== true) return null;
  const key = thumbnailKeyOf(objectKey, side);
  return blobs.linkTo({ key, contentType: 'image/webp', expiresInSeconds: THUMBNAIL_SECONDS });
}
