import { createHash } from 'node:crypto';
import { S3Error } from '../protocol/s3-error.ts';
import type { ChunkSigner } from '../sigv4/chunk-signer.ts';
import { equalSignatures } from '../sigv4/signing.ts';
import { ByteQueue } from './byte-queue.ts';

const TRAILERS_MAX = 16;

/** Where the decoder writes what came after the last chunk, by lower-case name. */
export type Trailers = Map<string, string>;

export interface AwsChunkedOptions {
  readonly trailers: Trailers;
  /** Present when every chunk must carry a signature. */
  readonly signer: ChunkSigner | undefined;
}

/**
 * Decodes the aws-chunked encoding: `<hex size>[;chunk-signature=…]\r\n<bytes>\r\n … 0\r\n<trailers>\r\n`.
 * Bytes are passed on as they come; a wrong signature is thrown after its chunk, before anything is committed.
 */
export async function* decodeAwsChunked(
  source: AsyncIterable<Buffer>,
  { trailers, signer }: AwsChunkedOptions,
): AsyncGenerator<Buffer> {
  const queue = new ByteQueue(source);
  for (;;) {
    const { sizeBytes, signature } = parseChunkHeader(await queue.line());
    const hash = signer && createHash('sha256');
    for (let left = sizeBytes; left > 0;) {
      const bytes = await queue.take(left);
      hash?.update(bytes);
      left -= bytes.length;
      yield bytes;
    }
    if (signer && hash) assertSignature(signer.next(hash.digest('hex')), signature);
    if (sizeBytes === 0) break;
    if ((await queue.line()) !== '') throw malformed();
  }
  await readTrailers(queue, trailers);
  if (signer && trailers.size > 0) assertTrailerSignature(signer, trailers);
}

function parseChunkHeader(line: string): { sizeBytes: number; signature: string | undefined } {
  const match = /^([0-9a-f]{1,12})(?:;chunk-signature=([0-9a-f]{64}))?$/i.exec(line);
  if (!match) throw malformed();
  return { sizeBytes: Number.parseInt(match[1] ?? '', 16), signature: match[2] };
}

async function readTrailers(queue: ByteQueue, trailers: Trailers): Promise<void> {
  for (;;) {
    const line = await queue.lineOrEnd();
    if (line === undefined || line === '') break;
    const at = line.indexOf(':');
    if (at <= 0 || trailers.size >= TRAILERS_MAX) throw malformed();
    trailers.set(line.slice(0, at).trim().toLowerCase(), line.slice(at + 1).trim());
  }
  if (!(await queue.isAtEnd())) throw malformed();
}

function assertTrailerSignature(signer: ChunkSigner, trailers: Trailers): void {
  const signature = trailers.get('x-amz-trailer-signature');
  trailers.delete('x-amz-trailer-signature');
  const text = [...trailers].map(([name, value]) => `${name}:${value}\n`).join('');
  assertSignature(signer.trailer(text), signature);
}

function assertSignature(expected: string, given: string | undefined): void {
  if (given === undefined || !equalSignatures(expected, given)) throw new S3Error('SignatureDoesNotMatch');
}

function malformed(): S3Error {
  return new S3Error('InvalidRequest', 'The aws-chunked body is malformed.');
}
