import { S3Error } from '../protocol/s3-error.ts';
import type { BodyRules } from './body-rules.ts';
import type { ChecksumAlgorithm, Checksums } from './checksums.ts';
import { CHECKSUM_ALGORITHMS } from './checksums.ts';
import type { DigestName, DigestValues } from './digest-set.ts';

/** What must be computed over a body to hold it against its rules. */
export function digestsFor(rules: BodyRules): Set<DigestName> {
  const names = new Set<DigestName>(keptAlgorithms(rules));
  if (rules.sha256Hex !== undefined) names.add('sha256');
  if (rules.md5Base64 !== undefined) names.add('md5');
  return names;
}

/** Counts a body's bytes; refuses as soon as there are too many. */
export class BodySize {
  readonly #rules: BodyRules;
  #sizeBytes = 0;

  constructor(rules: BodyRules) {
    this.#rules = rules;
  }

  add(sizeBytes: number): void {
    this.#sizeBytes += sizeBytes;
    if (this.#sizeBytes > (this.#rules.sizeBytesExact ?? Infinity)) throw new S3Error('IncompleteBody');
    if (this.#sizeBytes > this.#rules.sizeBytesMax) throw new S3Error('EntityTooLarge');
  }

  /** @returns the size of the whole body. Throws an `S3Error` when it is not what was announced. */
  finish(): number {
    const { sizeBytesMin, sizeBytesExact } = this.#rules;
    if (this.#sizeBytes < sizeBytesMin) throw new S3Error('EntityTooSmall');
    if (sizeBytesExact !== undefined && this.#sizeBytes !== sizeBytesExact) throw new S3Error('IncompleteBody');
    return this.#sizeBytes;
  }
}

/** Holds what came against what was announced. @returns the checksums to keep. Throws an `S3Error` when they differ. */
export function proveBody(rules: BodyRules, digests: DigestValues): Checksums {
  const { sha256Hex, md5Base64 } = rules;
  const text = (name: DigestName, encoding: 'hex' | 'base64') =>
    Buffer.from(digestOf(digests, name)).toString(encoding);
  if (sha256Hex !== undefined && text('sha256', 'hex') !== sha256Hex) throw new S3Error('XAmzContentSHA256Mismatch');
  if (md5Base64 !== undefined && text('md5', 'base64') !== md5Base64) {
    throw new S3Error('BadDigest', 'The Content-MD5 you specified did not match what we received.');
  }
  const checksums: Checksums = {};
  for (const algorithm of keptAlgorithms(rules)) {
    const value = text(algorithm, 'base64');
    checksums[algorithm] = value;
    for (const expected of expectedValues(rules, algorithm)) {
      if (expected === value) continue;
      throw new S3Error('BadDigest', `The ${algorithm.toUpperCase()} you specified did not match what we received.`);
    }
  }
  return checksums;
}

function keptAlgorithms({ checksums, trailing }: BodyRules): ChecksumAlgorithm[] {
  return CHECKSUM_ALGORITHMS.filter((name) => name in checksums || name === trailing);
}

function expectedValues({ checksums, trailing, trailers }: BodyRules, algorithm: ChecksumAlgorithm): string[] {
  const announced = checksums[algorithm];
  const expected = announced === undefined ? [] : [announced];
  if (algorithm !== trailing) return expected;
  const trailer = trailers.get(`x-amz-checksum-${algorithm}`);
  if (trailer === undefined) throw new S3Error('InvalidRequest', 'The announced trailer did not come.');
  return [...expected, trailer];
}

function digestOf(digests: DigestValues, name: DigestName): Uint8Array {
  const value = digests.get(name);
  if (!value) throw new Error(`The digest ${name} was not computed.`);
  return value;
}
