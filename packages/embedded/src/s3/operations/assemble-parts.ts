import { createHash } from 'node:crypto';
import type { ChecksumAlgorithm, Checksums } from '../body/checksums.ts';
import { CHECKSUM_ALGORITHMS, compositeChecksum } from '../body/checksums.ts';
import { S3Error } from '../protocol/s3-error.ts';
import type { ObjectRecord, UploadRecord } from '../store/records.ts';
import type { NumberedPart } from '../store/upload-store.ts';

const PART_SIZE_BYTES_MIN = 5 * 2 ** 20;
const MULTIPART_SIZE_BYTES_MAX = 5 * 2 ** 40;

/** A part as the client lists it when it completes an upload. */
export interface ListedPart {
  readonly partNumber: number;
  /** Without quotes. */
  readonly etag: string;
  readonly checksums: Checksums;
}

/** Makes the object the client listed out of the parts that are there; throws when the two do not agree. */
export function assembleParts(
  { upload, uploadId }: { readonly upload: UploadRecord; readonly uploadId: string },
  listed: readonly ListedPart[],
  present: readonly NumberedPart[],
): ObjectRecord {
  const byNumber = new Map(present.map((part) => [part.partNumber, part]));
  const parts = listed.map((wanted) => agreeing(wanted, byNumber.get(wanted.partNumber)));
  if (parts.some((part, index) => index > 0 && part.partNumber <= (parts[index - 1]?.partNumber ?? 0))) {
    throw new S3Error('InvalidPartOrder');
  }
  if (parts.slice(0, -1).some((part) => part.sizeBytes < PART_SIZE_BYTES_MIN)) throw new S3Error('EntityTooSmall');
  const sizeBytes = parts.reduce((total, part) => total + part.sizeBytes, 0);
  if (sizeBytes > MULTIPART_SIZE_BYTES_MAX) throw new S3Error('EntityTooLarge');
  return {
    etag: multipartEtag(parts),
    sizeBytes,
    modifiedAtMs: Date.now(),
    headers: upload.headers,
    parts: parts.map(({ blobId, sizeBytes: partSizeBytes }) => ({ blobId, sizeBytes: partSizeBytes })),
    checksums: composite(upload.checksumAlgorithm, parts),
    uploadId,
  };
}

function agreeing(wanted: ListedPart, part: NumberedPart | undefined): NumberedPart {
  if (!part || part.blobId !== wanted.etag) throw new S3Error('InvalidPart');
  for (const algorithm of CHECKSUM_ALGORITHMS) {
    const expected = wanted.checksums[algorithm];
    if (expected !== undefined && part.checksums[algorithm] !== expected) throw new S3Error('InvalidPart');
  }
  return part;
}

/** Of the parts' own ETags, with their number: the same parts give the same. */
function multipartEtag(parts: readonly NumberedPart[]): string {
  const md5 = createHash('md5');
  for (const part of parts) md5.update(part.blobId);
  return `${md5.digest('hex')}-${parts.length}`;
}

function composite(algorithm: ChecksumAlgorithm | undefined, parts: readonly NumberedPart[]): Checksums {
  if (algorithm === undefined) return {};
  const partChecksums = parts.map((part) => part.checksums[algorithm]);
  if (!partChecksums.every((checksum) => checksum !== undefined)) {
    throw new S3Error('InvalidRequest', `The upload was created using the ${algorithm} checksum; every part needs it.`);
  }
  return { [algorithm]: compositeChecksum(algorithm, partChecksums) };
}
