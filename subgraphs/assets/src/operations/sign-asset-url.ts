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
    key: asset.objectKey,
    filename: asset.filename,
    contentType: asset.contentType,
    download: download || !isShownInline(asset.contentType),
    expiresInSeconds,
  });
}

const THUMBNAIL_SECONDS = 900;

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
