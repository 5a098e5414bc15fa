import { z } from 'zod';
import type { ChecksumAlgorithm } from '../body/checksums.ts';
import { isChecksumAlgorithm } from '../body/checksums.ts';
import { receiveText } from '../body/receive-blob.ts';
import type { HeaderMap } from '../protocol/messages.ts';
import { S3Error } from '../protocol/s3-error.ts';
import { element, parseXml, textElement, xmlObject } from '../protocol/xml.ts';
import type { ListedPart } from './assemble-parts.ts';
import { assembleParts } from './assemble-parts.ts';
import type { Operation } from './context.ts';
import { uploadIdOf } from './multipart-parts.ts';
import { keptHeaders, quoted } from './object-headers.ts';
import { writeGuard } from './preconditions.ts';

const DOCUMENT_SIZE_BYTES_MAX = 4 * 2 ** 20;

export const createMultipartUpload: Operation = async ({ uploads }, { bucket, key, headers }) => {
  const checksumAlgorithm = uploadChecksum(headers);
  const uploadId = await uploads.start({
    bucket,
    key,
    headers: keptHeaders(headers),
    startedAtMs: Date.now(),
    ...(checksumAlgorithm === undefined ? {} : { checksumAlgorithm }),
  });
  const fields = [textElement('Bucket', bucket), textElement('Key', key), textElement('UploadId', uploadId)];
  return { status: 200, xml: element('InitiateMultipartUploadResult', ...fields) };
};

function uploadChecksum(headers: HeaderMap): ChecksumAlgorithm | undefined {
  const name = headers['x-amz-checksum-algorithm']?.toLowerCase();
  if (name === undefined) return undefined;
  if (!isChecksumAlgorithm(name)) throw new S3Error('NotImplemented', `The checksum ${name} is not offered.`);
  if ((headers['x-amz-checksum-type'] ?? 'COMPOSITE') !== 'COMPOSITE') {
    throw new S3Error('NotImplemented', 'Only composite checksums are offered.');
  }
  return name;
}

const listedPart = xmlObject({
  PartNumber: z.string().regex(/^\s*\d{1,5}\s*$/),
  ETag: z.string(),
  ChecksumCRC32: z.string().optional(),
  ChecksumCRC32C: z.string().optional(),
  ChecksumSHA1: z.string().optional(),
  ChecksumSHA256: z.string().optional(),
}).transform((part): ListedPart => {
  const named = {
    crc32: part.ChecksumCRC32,
    crc32c: part.ChecksumCRC32C,
    sha1: part.ChecksumSHA1,
    sha256: part.ChecksumSHA256,
  };
  return {
    partNumber: Number(part.PartNumber),
    etag: part.ETag.trim().replaceAll('"', ''),
    checksums: Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined)),
  };
});

const completeDocument = xmlObject({
  CompleteMultipartUpload: xmlObject({ Part: z.array(listedPart).min(1).max(10_000) }),
});

export const completeMultipartUpload: Operation = async ({ uploads }, request) => {
  const uploadId = uploadIdOf(request);
  const guard = writeGuard(request.headers);
  const text = await receiveText(request, DOCUMENT_SIZE_BYTES_MAX);
  const listed = parseXml(text, completeDocument).CompleteMultipartUpload.Part;
  const upload = uploads.find(uploadId, request);
  const record = await uploads.complete(uploadId, request, {
    // Asked again within the transaction: without an upload there is nothing to assemble there.
    assemble: (present) =>
      assembleParts({ upload: upload ?? uploads.get(uploadId, request), uploadId }, listed, present),
    guard,
  });
  const checksums = Object.entries(record.checksums).map(([name, value]) =>
    textElement(`Checksum${name.toUpperCase()}`, value),
  );
  const fields = [textElement('Bucket', request.bucket), textElement('Key', request.key)];
  const etag = textElement('ETag', quoted(record.etag));
  return { status: 200, xml: element('CompleteMultipartUploadResult', ...fields, etag, ...checksums) };
};

export const abortMultipartUpload: Operation = async ({ uploads }, request) => {
  const uploadId = uploadIdOf(request);
  uploads.get(uploadId, request);
  if (!(await uploads.abort(uploadId))) throw new S3Error('NoSuchUpload');
  return { status: 204 };
};
