import { createHash } from 'node:crypto';
import type { ChecksumAlgorithm, RunningChecksum } from './checksums.ts';
import { startChecksum } from './checksums.ts';

/** What can be computed over the bytes of a body: the checksums S3 keeps, and MD5 for `Content-MD5`. */
export type DigestName = ChecksumAlgorithm | 'md5';

export type DigestValues = ReadonlyMap<DigestName, Uint8Array>;

/** Several digests over the same bytes. */
export class DigestSet {
  readonly #running: ReadonlyMap<DigestName, RunningChecksum>;

  constructor(names: Iterable<DigestName>) {
    this.#running = new Map([...names].map((name) => [name, name === 'md5' ? startMd5() : startChecksum(name)]));
  }

  update(bytes: Uint8Array): void {
    for (const digest of this.#running.values()) digest.update(bytes);
  }

  finish(): DigestValues {
    return new Map([...this.#running].map(([name, digest]) => [name, digest.digest()]));
  }
}

function startMd5(): RunningChecksum {
  const hash = createHash('md5');
  return { update: (bytes) => void hash.update(bytes), digest: () => hash.digest() };
}
