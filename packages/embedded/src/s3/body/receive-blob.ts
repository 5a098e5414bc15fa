import { S3Error } from '../protocol/s3-error.ts';
import type { S3Request } from '../protocol/messages.ts';
import type { BlobFiles } from '../store/blob-files.ts';
import { decodeAwsChunked } from './aws-chunked.ts';
import type { Digests } from './body-digests.ts';
import { BodyDigests } from './body-digests.ts';
import type { BodyRules } from './body-rules.ts';
import { bodyRules } from './body-rules.ts';

/** Bytes that are on the disk, proven, and not yet part of any object. */
export interface ReceivedBlob extends Digests {
  /**
   * Also the object's ETag: new with every write. It is no MD5, as in a bucket with KMS encryption, so that nobody comes to
   * rely on one, and because hashing twice would halve the speed of uploads.
   */
  readonly id: string;
}

/** Streams a request's body to the disk and holds it against what the request announced. Nothing is left on a refusal. */
export async function receiveBody(request: S3Request, blobs: BlobFiles): Promise<ReceivedBlob> {
  const rules = bodyRules(request.headers, request.payload);
  return receiveBlob(openBytes(request, rules), rules, blobs);
}

/** The object's own bytes: the body as it came over the wire with the aws-chunked encoding taken off. */
function openBytes(request: S3Request, { trailers }: BodyRules): AsyncIterable<Buffer> {
  const wire: AsyncIterable<Buffer> = request.openBody().iterator({ destroyOnReturn: false });
  const { payload } = request;
  return payload.kind === 'chunked' ? decodeAwsChunked(wire, { trailers, signer: payload.signer }) : wire;
}

/**
 * Writes bytes to a new blob under the given rules. About a megabyte at a time is in memory; the source is never destroyed,
 * so that a refusal can still be answered on its connection.
 */
export async function receiveBlob(
  bytes: AsyncIterable<Buffer>,
  rules: BodyRules,
  blobs: BlobFiles,
): Promise<ReceivedBlob> {
  const digests = new BodyDigests(rules);
  const writer = await blobs.create();
  try {
    for await (const chunk of bytes) {
      await digests.update(chunk);
      await writer.write(chunk);
    }
    const finished = await digests.finish();
    await writer.publish();
    return { id: writer.id, ...finished };
  } catch (error) {
    digests.drop();
    await writer.discard();
    throw isAbandoned(error) ? new S3Error('IncompleteBody') : error;
  }
}

// The client went away: nobody reads the answer, but it is no fault of ours either.
function isAbandoned(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'ABORT_ERR';
}

/** Reads a small body (an XML document) into memory; its checksums hold as they do for objects. */
export async function receiveText(request: S3Request, sizeBytesMax: number): Promise<string> {
  const rules = { ...bodyRules(request.headers, request.payload), sizeBytesMax };
  if ((rules.sizeBytesExact ?? 0) > sizeBytesMax) throw new S3Error('MaxMessageLengthExceeded');
  const digests = new BodyDigests(rules);
  const chunks: Buffer[] = [];
  for await (const chunk of openBytes(request, rules)) {
    await digests.update(chunk);
    chunks.push(chunk);
  }
  await digests.finish();
  return Buffer.concat(chunks).toString('utf8');
}
