import { refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import type { Asset } from '../domain/asset.ts';
import { countMissing } from '../domain/multipart.ts';
import type { Multipart } from '../domain/multipart.ts';
import type { AssetsDeps } from './deps.ts';

/** A part as the client says that it was put. */
export interface ReportedPart {
  readonly number: number;
  readonly etag: string;
}

/**
 * Makes the parts of an upload one object. What counts is what the bucket has; what the client reports must agree with
 * it. Repeating it is fine: an upload that has become one already is left as it is.
 */
export async function assembleUpload(
  asset: Asset,
  { multipart, reported }: { readonly multipart: Multipart; readonly reported: readonly ReportedPart[] },
  { blobs }: Pick<AssetsDeps, 'blobs'>,
): Promise<Refusal | undefined> {
  const address = { key: asset.objectKey, uploadId: multipart.uploadId };
  const stored = await blobs.listParts(address);
  if (stored === null) return undefined;
  const missing = countMissing(stored, { sizeBytes: asset.sizeBytes, partSizeBytes: multipart.partSizeBytes });
  if (missing > 0) return refuse('UPLOAD_MISSING', 'upload.partsMissing', { path: ['parts'], params: { missing } });
  const etags = new Map(stored.map(({ number, etag }) => [number, etag]));
  const differs = reported.some(({ number, etag }) => etags.get(number) !== etag.replaceAll('"', ''));
  if (differs) return refuse('CHECKSUM_MISMATCH', 'upload.partsDiffer', { path: ['parts'] });
  await blobs.completeMultipart({ ...address, parts: stored });
  return undefined;
}
