import { S3Error } from '../protocol/s3-error.ts';
import type { S3Request } from '../protocol/messages.ts';
import type { BlobFiles, IncomingBlob } from '../store/blob-files.ts';
import { decodeAwsChunked } from './aws-chunked.ts';
import type { BodyRules } from './body-rules.ts';
import { bodyRules } from './body-rules.ts';
import type { BodySink } from './body-sink.ts';
import { nearSink } from './body-sink.ts';
import { BodyThread } from './body-thread.ts';
import type { Checksums } from './checksums.ts';
import { DigestSet } from './digest-set.ts';
import { BodySize, digestsFor, proveBody } from './prove-body.ts';

/** Bodies of fewer bytes are not worth a message to the thread. */
const SMALL_BELOW_BYTES = 1024 * 1024;
const bodyThread = new BodyThread();

/** Bytes that are on the disk, proven, and not yet part of any object. */
export interface ReceivedBlob {
  readonly sizeBytes: number;
  readonly checksums: Checksums;
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
 * Writes bytes to a new blob under the given rules, and takes the bytes over. A few megabytes at a time are in memory; the source
 * is never destroyed, so that a refusal can still be answered on its connection.
 */
export async function receiveBlob(
  bytes: AsyncIterable<Buffer>,
  rules: BodyRules,
  blobs: BlobFiles,
): Promise<ReceivedBlob> {
  const size = new BodySize(rules);
  const blob = await blobs.create();
  let sink: BodySink | undefined;
  try {
    sink = openSink(blob, rules);
    for await (const chunk of bytes) {
      size.add(chunk.length);
      await sink.write(chunk);
    }
    const sizeBytes = size.finish();
    const checksums = proveBody(rules, await sink.finish());
    await blob.publish();
    return { id: blob.id, sizeBytes, checksums };
  } catch (error) {
    await sink?.drop();
    await blob.discard();
    throw isAbandoned(error) ? new S3Error('IncompleteBody') : error;
  }
}

function openSink({ file }: IncomingBlob, rules: BodyRules): BodySink {
  const isSmall = (rules.sizeBytesExact ?? Infinity) < SMALL_BELOW_BYTES;
  return isSmall ? nearSink(file, digestsFor(rules)) : bodyThread.open(file.fd, digestsFor(rules));
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
  const [size, digests] = [new BodySize(rules), new DigestSet(digestsFor(rules))];
  const chunks: Buffer[] = [];
  for await (const chunk of openBytes(request, rules)) {
    size.add(chunk.length);
    digests.update(chunk);
    chunks.push(chunk);
  }
  size.finish();
  proveBody(rules, digests.finish());
  return Buffer.concat(chunks).toString('utf8');
}
