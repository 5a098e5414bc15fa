import { S3Error } from '../protocol/s3-error.ts';
import type { HeaderMap } from '../protocol/messages.ts';
import type { Payload } from '../sigv4/payload.ts';
import type { Trailers } from './aws-chunked.ts';
import type { ChecksumAlgorithm, Checksums } from './checksums.ts';
import { CHECKSUM_ALGORITHMS, isBase64Of, isChecksumAlgorithm, isChecksumText } from './checksums.ts';

/** The most one PUT may carry, as in S3. */
export const OBJECT_SIZE_BYTES_MAX = 5 * 2 ** 30;

/** What the bytes of a body must turn out to be. */
export interface BodyRules {
  readonly sizeBytesMin: number;
  readonly sizeBytesMax: number;
  readonly sizeBytesExact?: number;
  readonly sha256Hex?: string;
  readonly md5Base64?: string;
  /** Announced up front. */
  readonly checksums: Checksums;
  /** Announced to come in a trailer, where it must be found. */
  readonly trailing?: ChecksumAlgorithm;
  readonly trailers: Trailers;
}

/** Gathers the rules a request sets for its own body. */
export function bodyRules(headers: HeaderMap, payload: Payload): BodyRules {
  const sizeBytesExact = announcedSize(headers, payload);
  if (sizeBytesExact > OBJECT_SIZE_BYTES_MAX) throw new S3Error('EntityTooLarge');
  const trailing = trailingChecksum(headers);
  return {
    sizeBytesMin: 0,
    sizeBytesMax: OBJECT_SIZE_BYTES_MAX,
    sizeBytesExact,
    ...contentProofs(headers),
    trailers: new Map(),
    ...(payload.kind === 'hashed' ? { sha256Hex: payload.sha256Hex } : {}),
    ...(trailing === undefined ? {} : { trailing }),
  };
}

/** The digests that headers (or the fields of a form) announce. */
export function contentProofs(headers: HeaderMap): Pick<BodyRules, 'checksums' | 'md5Base64'> {
  const md5Base64 = headers['content-md5'];
  if (md5Base64 !== undefined && !isBase64Of({ text: md5Base64, sizeBytes: 16 })) throw new S3Error('InvalidDigest');
  return { checksums: announcedChecksums(headers), ...(md5Base64 === undefined ? {} : { md5Base64 }) };
}

function announcedSize(headers: HeaderMap, payload: Payload): number {
  const text = headers[payload.kind === 'chunked' ? 'x-amz-decoded-content-length' : 'content-length'];
  if (text === undefined) throw new S3Error('MissingContentLength');
  if (!/^\d{1,15}$/.test(text)) throw new S3Error('InvalidArgument', 'The length must be a number of bytes.');
  return Number(text);
}

const NOT_A_VALUE = new Set(['x-amz-checksum-mode', 'x-amz-checksum-type', 'x-amz-checksum-algorithm']);

function announcedChecksums(headers: HeaderMap): Checksums {
  const checksums: Checksums = {};
  for (const [header, value = ''] of Object.entries(headers)) {
    if (!header.startsWith('x-amz-checksum-') || NOT_A_VALUE.has(header)) continue;
    const algorithm = knownAlgorithm(header.slice('x-amz-checksum-'.length));
    if (!isChecksumText(algorithm, value))
      throw new S3Error('InvalidRequest', `Value for ${header} header is invalid.`);
    checksums[algorithm] = value;
  }
  return checksums;
}

function trailingChecksum(headers: HeaderMap): ChecksumAlgorithm | undefined {
  const announced = headers['x-amz-trailer'];
  if (announced === undefined) return undefined;
  const match = /^x-amz-checksum-(\w+)$/.exec(announced.trim().toLowerCase());
  if (!match) throw new S3Error('InvalidRequest', 'x-amz-trailer must name one checksum header.');
  return knownAlgorithm(match[1] ?? '');
}

// A checksum we cannot compute must not be ignored: the client believes that it protects the bytes.
function knownAlgorithm(name: string): ChecksumAlgorithm {
  if (isChecksumAlgorithm(name)) return name;
  throw new S3Error('NotImplemented', `The checksum ${name} is not offered; use ${CHECKSUM_ALGORITHMS.join(', ')}.`);
}
