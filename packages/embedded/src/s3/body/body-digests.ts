import type { Hash } from 'node:crypto';
import { createHash } from 'node:crypto';
import { S3Error } from '../protocol/s3-error.ts';
import type { BodyRules } from './body-rules.ts';
import type { ChecksumAlgorithm, Checksums } from './checksums.ts';
import { CHECKSUM_ALGORITHMS, startChecksum } from './checksums.ts';
import { HashThread } from './hash-thread.ts';

/** From here on a body's SHA-256 is computed beside the network; below, a message to a thread costs more than the hash. */
const DISTANT_FROM_BYTES = 1024 * 1024;
const hashThread = new HashThread();

/** A checksum here or in another thread. */
interface SomeChecksum {
  update(bytes: Uint8Array): Promise<void> | void;
  digest(): Promise<Buffer> | Buffer;
  drop?(): void;
}

export interface Digests {
  readonly sizeBytes: number;
  readonly checksums: Checksums;
}

/** Computes, while the bytes pass, everything their rules will be held against. */
export class BodyDigests {
  readonly #rules: BodyRules;
  readonly #md5: Hash | undefined;
  readonly #sha256: Hash | undefined;
  readonly #running = new Map<ChecksumAlgorithm, SomeChecksum>();
  #sizeBytes = 0;

  constructor(rules: BodyRules) {
    this.#rules = rules;
    this.#md5 = rules.md5Base64 === undefined ? undefined : createHash('md5');
    this.#sha256 = rules.sha256Hex === undefined ? undefined : createHash('sha256');
    const wanted = CHECKSUM_ALGORITHMS.filter((name) => name in rules.checksums || name === rules.trailing);
    for (const algorithm of wanted) this.#running.set(algorithm, startFor(algorithm, rules));
  }

  /** Takes the next bytes; refuses as soon as there are too many. Returns when there is room for more. */
  async update(bytes: Uint8Array): Promise<void> {
    this.#sizeBytes += bytes.length;
    if (this.#sizeBytes > (this.#rules.sizeBytesExact ?? Infinity)) throw new S3Error('IncompleteBody');
    if (this.#sizeBytes > this.#rules.sizeBytesMax) throw new S3Error('EntityTooLarge');
    this.#md5?.update(bytes);
    this.#sha256?.update(bytes);
    for (const running of this.#running.values()) await running.update(bytes);
  }

  /** Ends the body: every rule holds, or an `S3Error` is thrown. */
  async finish(): Promise<Digests> {
    const { sizeBytesMin, sizeBytesExact, sha256Hex, md5Base64 } = this.#rules;
    if (this.#sizeBytes < sizeBytesMin) throw new S3Error('EntityTooSmall');
    if (sizeBytesExact !== undefined && this.#sizeBytes !== sizeBytesExact) throw new S3Error('IncompleteBody');
    if (this.#sha256 && this.#sha256.digest('hex') !== sha256Hex) throw new S3Error('XAmzContentSHA256Mismatch');
    if (this.#md5 && this.#md5.digest('base64') !== md5Base64) {
      throw new S3Error('BadDigest', 'The Content-MD5 you specified did not match what we received.');
    }
    return { sizeBytes: this.#sizeBytes, checksums: await this.#finishChecksums() };
  }

  /** Gives up a body that will not be finished. */
  drop(): void {
    for (const running of this.#running.values()) running.drop?.();
  }

  async #finishChecksums(): Promise<Checksums> {
    const computed: Checksums = {};
    for (const [algorithm, running] of this.#running) {
      const value = (await running.digest()).toString('base64');
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

function startFor(algorithm: ChecksumAlgorithm, { sizeBytesExact = 0 }: BodyRules): SomeChecksum {
  const isDistant = algorithm === 'sha256' && sizeBytesExact >= DISTANT_FROM_BYTES;
  return isDistant ? hashThread.sha256() : startChecksum(algorithm);
}
