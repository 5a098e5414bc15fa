import { receiveBody } from '../body/receive-blob.ts';
import type { S3Request } from '../protocol/messages.ts';
import { S3Error } from '../protocol/s3-error.ts';
import { element, textElement } from '../protocol/xml.ts';
import type { Operation } from './context.ts';
import { numberParameter } from './list-objects.ts';
import { checksumHeaders, quoted } from './object-headers.ts';

const PART_NUMBER_MAX = 10_000;
const PAGE_MAX = 1000;

export function uploadIdOf({ query }: S3Request): string {
  const uploadId = query.get('uploadId') ?? '';
  // Anything that is not one of our ids is an upload we do not have.
  if (!/^[0-9a-f-]{36}$/.test(uploadId)) throw new S3Error('NoSuchUpload');
  return uploadId;
}

export const uploadPart: Operation = async ({ uploads, blobs }, request) => {
  const uploadId = uploadIdOf(request);
  const partNumber = numberParameter(request.query, 'partNumber', 0);
  if (partNumber < 1 || partNumber > PART_NUMBER_MAX) {
    throw new S3Error('InvalidArgument', 'Part number must be an integer between 1 and 10000, inclusive');
  }
  uploads.get(uploadId, request);
  const { id, sizeBytes, checksums } = await receiveBody(request, blobs);
  await uploads.putPart(uploadId, { partNumber, blobId: id, sizeBytes, checksums, modifiedAtMs: Date.now() });
  return { status: 200, headers: { etag: quoted(id), ...checksumHeaders({ checksums }) } };
};

export const listParts: Operation = ({ uploads }, request) => {
  const uploadId = uploadIdOf(request);
  uploads.get(uploadId, request);
  const afterNumber = Math.min(numberParameter(request.query, 'part-number-marker', 0), PART_NUMBER_MAX);
  const limit = Math.min(numberParameter(request.query, 'max-parts', PAGE_MAX), PAGE_MAX);
  const found = uploads.parts(uploadId, { afterNumber, limit: limit + 1 });
  const page = found.slice(0, limit);
  const last = page.at(-1)?.partNumber ?? afterNumber;
  const parts = page.map((part) =>
    element(
      'Part',
      textElement('PartNumber', part.partNumber),
      textElement('LastModified', new Date(part.modifiedAtMs).toISOString()),
      textElement('ETag', quoted(part.blobId)),
      textElement('Size', part.sizeBytes),
      ...Object.entries(part.checksums).map(([name, value]) => textElement(`Checksum${name.toUpperCase()}`, value)),
    ),
  );
  return {
    status: 200,
    xml: element(
      'ListPartsResult',
      textElement('Bucket', request.bucket),
      textElement('Key', request.key),
      textElement('UploadId', uploadId),
      textElement('PartNumberMarker', afterNumber),
      textElement('NextPartNumberMarker', last),
      textElement('MaxParts', limit),
      textElement('IsTruncated', found.length > limit),
      ...parts,
    ),
  };
};
