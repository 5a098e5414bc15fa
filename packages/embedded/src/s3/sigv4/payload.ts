import { S3Error } from '../protocol/s3-error.ts';
import type { ChunkSigner } from './chunk-signer.ts';

/** How the body is protected, as announced by `x-amz-content-sha256`. */
export type Payload =
  | { readonly kind: 'unsigned' }
  | { readonly kind: 'hashed'; readonly sha256Hex: string }
  /** aws-chunked; with a signer every chunk carries a signature that follows from the one before. */
  | { readonly kind: 'chunked'; readonly signer: ChunkSigner | undefined };

/** Reads the announcement; `chunkSigner` is made only when the chunks are signed. */
export function parsePayload(announced: string, chunkSigner: () => ChunkSigner): Payload {
  switch (announced) {
    case 'UNSIGNED-PAYLOAD':
      return { kind: 'unsigned' };
    case 'STREAMING-UNSIGNED-PAYLOAD-TRAILER':
      return { kind: 'chunked', signer: undefined };
    case 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD':
    case 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER':
      return { kind: 'chunked', signer: chunkSigner() };
  }
  if (/^[0-9a-f]{64}$/.test(announced)) return { kind: 'hashed', sha256Hex: announced };
  if (announced.startsWith('STREAMING-')) throw new S3Error('NotImplemented', `${announced} is not offered.`);
  throw new S3Error(
    'InvalidArgument',
    'x-amz-content-sha256 must be UNSIGNED-PAYLOAD, a STREAMING value or a SHA-256.',
  );
}
