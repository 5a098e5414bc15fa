import type { Hash } from 'node:crypto';
import { createHash } from 'node:crypto';
import { S3Error } from '../protocol/s3-error.ts';
import type { BodyRules } from './body-rules.ts';
import type { ChecksumAlgorithm, Checksums, RunningChecksum } from './checksums.ts';
import { CHECKSUM_ALGORITHMS, startChecksum } from './checksums.ts';

export interface Digests {
  readonly sizeBytes: number;
  readonly checksums: Checksums;
}

/** Computes, while the bytes pass, everything their rules will be held against. */
export class BodyDigests {
  readonly #rules: BodyRules;
  readonly #md5: Hash | undefined;
  readonly #sha256: Hash | undefined;
  readonly #running = new Map<ChecksumAlgorithm, RunningChecksum>();
  #sizeBytes = 0;

  constructor(rules: BodyRules) {
    this.#rules = rules;
    this.#md5 = rules.md5Base64 === undefined ? undefined : createHash('md5');
    this.#sha256 = rules.sha256Hex === undefined ? undefined : createHash('sha256');
    const wanted = CHECKSUM_ALGORITHMS.filter((name) => name in rules.checksums || name === rules.trailing);
    for (const algorithm of wanted) this.#running.set(algorithm, startChecksum(algorithm));
  }

  /** Takes the next bytes; refuses as soon as there are too many. */
  update(bytes: Uint8Array): void {
    this.#sizeBytes += bytes.length;
    if (this.#sizeBytes > (this.#rules.sizeBytesExact ?? Infinity)) throw new S3Error('IncompleteBody');
    if (this.#sizeBytes > this.#rules.sizeBytesMax) throw new S3Error('EntityTooLarge');
    this.#md5?.update(bytes);
    this.#sha256?.update(bytes);
    for (const running of this.#running.values()) running.update(bytes);
  }

  /** Ends the body: every rule holds, or an `S3Error` is thrown. */
  finish(): Digests {
    const { sizeBytesMin, sizeBytesExact, sha256Hex, md5Base64 } = this.#rules;
    if (this.#sizeBytes < sizeBytesMin) throw new S3Error('EntityTooSmall');
    if (sizeBytesExact !== undefined && this.#sizeBytes !== sizeBytesExact) throw new S3Error('IncompleteBody');
    if (this.#sha256 && this.#sha256.digest('hex') !== sha256Hex) throw new S3Error('XAmzContentSHA256Mismatch');
    if (this.#md5 && this.#md5.digest('base64') !== md5Base64) {
      throw new S3Error('BadDigest', 'The Content-MD5 you specified did not match what we received.');
    }
    return { sizeBytes: this.#sizeBytes, checksums: this.#finishChecksums() };
  }

  #finishChecksums(): Checksums {
    const computed: Checksums = {};
    for (const [algorithm, running] of this.#running) {
      const value = running.digest().toString('base64');
      computed[algorithm] = value;
      for (const expected of this.#expected(algorithm)) {
        if (expected === value) continue;
        throw new S3Error('BadDigest', `The ${algorithm.toUpperCase()} you specified did not match what we received.`);
      }
    }
    return computed;
  }

  #expected(algorithm: ChecksumAlgorithm): string[] {
    const announced = this.#rules.checksums[algorithm];
    const expected = announced === undefined ? [] : [announced];
    if (algorithm !== this.#rules.trailing) return expected;
    const trailer = this.#rules.trailers.get(`x-amz-checksum-${algorithm}`);
    if (trailer === undefined) throw new S3Error('InvalidRequest', 'The announced trailer did not come.');
    return [...expected, trailer];
  }
}
