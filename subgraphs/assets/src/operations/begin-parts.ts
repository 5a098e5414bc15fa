import type { Asset } from '../domain/asset.ts';
import { MULTIPART_OVER_BYTES, PART_SIZE_BYTES } from '../domain/multipart.ts';
import type { Multipart } from '../domain/multipart.ts';
import type { AssetsDeps } from './deps.ts';

type Begun = { readonly multipart?: Multipart };

/** Begins an upload in parts in the bucket, when the file is large; nothing for others. */
export async function beginParts(
  { objectKey, contentType, sizeBytes }: Pick<Asset, 'objectKey' | 'contentType' | 'sizeBytes'>,
  { blobs }: Pick<AssetsDeps, 'blobs'>,
): Promise<Begun> {
  if (sizeBytes <= MULTIPART_OVER_BYTES) return {};
  const uploadId = await blobs.startMultipart({ key: objectKey, contentType });
  return { multipart: { uploadId, partSizeBytes: PART_SIZE_BYTES } };
}

/** Ends an upload in parts that no record names. */
export async function forgetParts(
  { objectKey, multipart }: Pick<Asset, 'objectKey'> & Begun,
  { blobs }: Pick<AssetsDeps, 'blobs'>,
): Promise<void> {
  if (multipart) await blobs.abortMultipart({ key: objectKey, uploadId: multipart.uploadId });
}

/**
 * The upload of a draft may be gone from the bucket: its lifecycle rules end what lies for long. Unless the parts have
 * become one already, another is begun in its place. @returns `undefined` when the draft changed meanwhile.
 */
export async function renewParts(asset: Asset, deps: AssetsDeps): Promise<Asset | undefined> {
  const { objectKey, multipart } = asset;
  if (!multipart) return asset;
  if ((await deps.blobs.listParts({ key: objectKey, uploadId: multipart.uploadId })) !== null) return asset;
  if (await deps.blobs.head(objectKey)) return asset;
  const fresh = await beginParts(asset, deps);
  if (!fresh.multipart) return asset;
  const renewed = await deps.assets.replaceMultipart(asset, multipart, fresh.multipart);
  if (!renewed) await forgetParts({ objectKey, ...fresh }, deps);
  return renewed;
}
